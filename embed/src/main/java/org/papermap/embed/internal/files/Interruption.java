package org.papermap.embed.internal.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;

/// Tells interruptions of a thread from failures of the disk.
public final class Interruption {
  private Interruption() {}

  /// Whether a failure is an interruption.
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

  /// The failure that the user is told.
  ///
  /// @param what was being done
  public static InterruptedIOException of(String what) {
    Thread.currentThread().interrupt();
    return new InterruptedIOException(what + ": interrupted. Run it again.");
  }
}
