package org.papermap.embed.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

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

  /// The failure to write something that is kept in a cache, as a sentence that tells what to set;
  /// the same one if it is a whole sentence already.
  ///
  /// @param setting the variable that says where the cache is
  public static IOException inCache(Path file, String setting, IOException failure) {
    IOException named = at(file, failure);
    if (!(named instanceof FileSystemException disk)
        || Objects.requireNonNullElse(disk.getReason(), "").endsWith(".")) {
      return named;
    }
    FileSystemException told =
        new FileSystemException(
            file.toString(),
            null,
            "cannot be written (%s). Free the disk, or set %s to a folder on another one."
                .formatted(reason(disk), setting));
    told.initCause(failure);
    return told;
  }

  /// What was wrong, without the file's name.
  public static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "not permitted";
      case FileSystemException disk when disk.getReason() != null -> disk.getReason();
      case FileSystemException disk -> disk.getClass().getSimpleName();
      default ->
          Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    };
  }
}
