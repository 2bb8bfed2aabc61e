package org.papermap.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file or folder that the user named cannot be used as it is. The message is one line for the
/// user, `<where>: <found>. <what to do>.` Other [IOException]s mean that the disk failed, or that
/// a file is missing or may not be read.
public class InputException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param message a whole sentence, as above
  public InputException(String message) {
    super(message);
  }

  /// @param message a whole sentence, as above
  public InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
