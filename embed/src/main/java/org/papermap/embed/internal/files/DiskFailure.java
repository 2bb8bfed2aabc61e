package org.papermap.embed.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/// Adds the file's name to the system's message about a full or broken disk.
public final class DiskFailure {
  private DiskFailure() {}

  /// The failure with the file's name; the failure itself if it names a file, or is a whole
  /// sentence.
  public static IOException at(Path file, IOException failure) {
    String message = failure.getMessage();
    if (failure instanceof FileSystemException || message == null || message.endsWith(".")) {
      return failure;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, message);
    named.initCause(failure);
    return named;
  }

  /// The failure to write into a cache, as a sentence that says what to set; the failure itself if
  /// it is a whole sentence.
  ///
  /// @param setting the variable that names the cache folder
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

  /// The reason, without the file's name.
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
