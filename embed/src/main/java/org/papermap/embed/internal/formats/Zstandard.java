package org.papermap.embed.internal.formats;

import org.jspecify.annotations.Nullable;

/// Zstandard's own library, which unpacks itself into Java's folder of temporary files and is
/// loaded from there. Where programs may not be run from that folder it cannot be.
public final class Zstandard {
  private Zstandard() {}

  /// Whether a failure, or what caused it, is that the library could not be loaded.
  public static boolean isMissing(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof LinkageError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  public static FormatException notLoaded() {
    return new FormatException(
        0,
        "packed with Zstandard, whose library cannot be loaded from %s"
            .formatted(PlainText.printable(System.getProperty("java.io.tmpdir"))),
        "Unpack the file, or write it with Gzip, or set PAPERMAP_JAVA_OPTS=-Djava.io.tmpdir= to a"
            + " folder from which programs may be run");
  }
}
