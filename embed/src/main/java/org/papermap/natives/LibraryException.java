package org.papermap.natives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.files.DiskFailure;
import org.papermap.embed.internal.natives.LoaderMessage;

/// Native libraries that cannot be unpacked or loaded on this machine. The message is one line for
/// the user: the place, what was found there, and what to set.
public final class LibraryException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param message a whole sentence
  public LibraryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// Explains a failure to load a library.
  ///
  /// @param failure the failure
  /// @param folder where the libraries are
  /// @param setting the variable that names this folder
  public static LibraryException ofLoading(Throwable failure, Path folder, String setting) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = each.getMessage();
      if (each instanceof UnsatisfiedLinkError && message != null) {
        return new LibraryException(LoaderMessage.told(message, folder, setting), failure);
      }
      if (each instanceof IOException disk) {
        return new LibraryException(
            "%s: the libraries cannot be unpacked there (%s). Set %s to another folder."
                .formatted(folder, DiskFailure.reason(disk), setting),
            failure);
      }
    }
    return new LibraryException(
        "%s: the libraries do not start (%s). Set %s to a folder with others."
            .formatted(
                folder,
                LoaderMessage.firstLine(
                    Objects.requireNonNullElse(failure.getMessage(), failure.toString())),
                setting),
        failure);
  }
}
