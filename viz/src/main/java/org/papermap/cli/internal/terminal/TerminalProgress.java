package org.papermap.cli.internal.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.papermap.progress.ProgressListener;

/// Draws a bar with rate and time left for each stage that takes more than a second.
public final class TerminalProgress implements ProgressListener, AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final int UPDATE_MILLIS = 200;
  private static final int COLUMNS = 78;

  private final PrintStream terminal;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("progress").daemon(true).factory());
  private String stage = "";
  private long done;
  private long total;
  private @Nullable ProgressBar bar;

  private TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
    Runtime.getRuntime().addShutdownHook(new Thread(this::leaveLine));
  }

  /// A bar on standard error where that is a terminal, and silence elsewhere. The launcher knows
  /// which, because Java itself cannot tell for standard error alone.
  public static TerminalProgress standard() {
    return Boolean.getBoolean("papermap.terminal")
        ? new TerminalProgress(System.err)
        : new TerminalProgress(new PrintStream(PrintStream.nullOutputStream()));
  }

  @Override
  public synchronized void progressed(String name, long nowDone, long nowTotal) {
    if (!name.equals(stage)) {
      endStage();
      stage = name;
      clock.schedule(() -> draw(name), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
    done = nowDone;
    total = nowTotal;
    if (done == total) {
      endStage();
    } else if (bar != null) {
      bar.stepTo(done);
    }
  }

  /// Begins the bar of a stage, if that is still under way.
  private synchronized void draw(String name) {
    if (name.equals(stage) && bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(total)
              .startsFrom(done, Duration.ofMillis(PATIENCE_MILLIS))
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
              .showSpeed()
              .build();
    }
  }

  /// Gives the prompt a line of its own when the user breaks off.
  private synchronized void leaveLine() {
    if (bar != null) {
      terminal.println();
    }
  }

  private void endStage() {
    if (bar != null) {
      bar.stepTo(done);
      bar.close();
      bar = null;
    }
    stage = "";
  }

  @Override
  public synchronized void close() {
    endStage();
    clock.shutdownNow();
  }
}
