package org.papermap.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;

/// An index on disk cannot be used as it is. The message tells people what to do, the reason tells
/// programs.
public final class PaperIndexException extends InputException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  PaperIndexException(
      Reason reason, Path folder, String found, String advice, @Nullable Throwable cause) {
    super("%s: %s. %s.".formatted(folder, found, advice), cause);
    this.reason = reason;
  }

  /// The kinds of fault, each with its own remedy.
  public enum Reason {
    /// There is no index. Make one.
    MISSING,
    /// Another writer has it open. Try again later.
    BUSY,
    /// Files are cut short, changed or gone. Copy it back, or index the papers again.
    DAMAGED,
    /// Its vectors are those of another model. Use that model, or index the papers again.
    OTHER_MODEL,
    /// Its format is newer than this library. Use a newer one.
    NEWER,
    /// Its format is too old to be read, or to be written. Index the papers again.
    OLDER,
    /// The folder is another program's. Give another folder.
    FOREIGN
  }

  public Reason reason() {
    return reason;
  }
}
