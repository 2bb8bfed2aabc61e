package org.papermap.embed.internal.formats.office;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Interrupts the thread that made it when a step takes too long. A library whose worker threads
/// failed on a damaged file would wait for ever. Only steps are watched, not the time between them.
final class Watch implements AutoCloseable {
  private final Thread watched = Thread.currentThread();
  private final Duration limit;
  private final Thread watching;
  private @Nullable Instant begun;
  private boolean inStep;
  private boolean interrupted;
  private boolean closed;

  Watch(Duration limit) {
    this.limit = limit;
    // A platform thread: busy workers would keep a virtual thread from running.
    this.watching = Thread.ofPlatform().daemon().name("papermap-watch").start(this::watch);
  }

  private void watch() {
    try {
      while (look()) {
        Thread.sleep(limit.dividedBy(4));
      }
    } catch (InterruptedException e) {
      // The watch has ended.
    }
  }

  private synchronized boolean look() {
    Instant since = begun;
    if (since != null && since.plus(limit).isBefore(Instant.now())) {
      interrupted = true;
      begun = null;
      watched.interrupt();
    }
    return !closed && !interrupted;
  }

  /// A step begins.
  synchronized void begin() {
    inStep = true;
    begun = Instant.now();
  }

  /// The step has ended.
  synchronized void end() {
    inStep = false;
    begun = null;
  }

  /// Whether a step had begun and not ended.
  synchronized boolean isInStep() {
    return inStep;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      begun = null;
      if (interrupted) {
        Thread.interrupted(); // it was this watch's own
      }
    }
    watching.interrupt();
  }
}
