package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/// Counts the threads inside the engine. When a process ends, the engine's global state is freed,
/// and a thread still inside would crash. So the end waits for such threads and lets no other in.
/// Safe to use from any thread.
final class EngineUse {
  /// A batch takes less than a second, loading a large model some.
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final Object MONITOR = new Object();
  private static int inside;
  private static boolean ending;

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(EngineUse::end, "papermap-engine-end"));
    } catch (IllegalStateException e) {
      ending = true;
    }
  }

  private EngineUse() {}

  /// Work that must not be going on when the process ends; short, since the end waits for it.
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  /// Does the work inside.
  ///
  /// @throws IOException if the process is ending
  static <T> T inside(Work<T> work) throws IOException {
    if (!enter()) {
      throw new InterruptedIOException("embedding: broken off, since the program is ending.");
    }
    try {
      return work.done();
    } finally {
      leave();
    }
  }

  /// The same for what need not be done in a process that is ending.
  static void insideUnlessEnding(Runnable work) {
    if (enter()) {
      try {
        work.run();
      } finally {
        leave();
      }
    }
  }

  private static boolean enter() {
    synchronized (MONITOR) {
      if (ending) {
        return false;
      }
      inside++;
      return true;
    }
  }

  private static void leave() {
    synchronized (MONITOR) {
      inside--;
      MONITOR.notifyAll();
    }
  }

  private static void end() {
    long until = System.nanoTime() + PATIENCE_NANOS;
    synchronized (MONITOR) {
      ending = true;
      try {
        for (long left = PATIENCE_NANOS; inside > 0 && left > 0; left = until - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(MONITOR, left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
