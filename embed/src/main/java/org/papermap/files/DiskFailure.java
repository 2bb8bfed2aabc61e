package org.papermap.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Names the file in what the system says of a full or broken disk, which by itself names none.
public final class DiskFailure {
  private DiskFailure() {}

  /// The failure with the file named; the same one if it names a file, or is a whole sentence that
  /// somebody has written.
  public static IOException at(Path file, IOException failure) {
    String message = failure.getMessage();
    if (failure instanceof FileSystemException || message == null || message.endsWith(".")) {
      return failure;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, message);
    named.initCause(failure);
    return named;
  }
}
