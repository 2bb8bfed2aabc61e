package org.papermap.embed.internal.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;

/// What it is that a thread was asked to stop, and not that a disk failed.
public final class Interruption {
  private Interruption() {}

  /// Whether a failure is that.
  public static boolean is(IOException failure) {
    return failure instanceof ClosedByInterruptException
        || failure instanceof FileLockInterruptionException
        || failure instanceof InterruptedIOException;
  }

  /// The failure in words, if it is an interruption; else the same.
  ///
  /// @param what was being done
  public static IOException told(String what, IOException failure) {
    return is(failure) && !(failure instanceof InterruptedIOException) ? of(what) : failure;
  }

  /// The failure to tell.
  ///
  /// @param what was being done
  public static InterruptedIOException of(String what) {
    Thread.currentThread().interrupt();
    return new InterruptedIOException(what + ": interrupted. Run it again.");
  }
}
