package org.papermap.search;

import java.io.IOException;
import java.nio.file.Path;

/// A folder that holds no index, or one that cannot be used as it stands: damaged, not of this
/// program, of a newer one, made with another model, or being written by someone else. The message
/// is one line for the person who named the folder.
public final class PaperIndexException extends IOException {
  private static final long serialVersionUID = 1;

  private PaperIndexException(String message) {
    super(message);
  }

  static PaperIndexException of(Path folder, String found, String advice) {
    return new PaperIndexException("%s: %s. %s.".formatted(folder, found, advice));
  }

  static PaperIndexException of(Path folder, String found, String advice, Throwable cause) {
    PaperIndexException e = of(folder, found, advice);
    e.initCause(cause);
    return e;
  }
}
