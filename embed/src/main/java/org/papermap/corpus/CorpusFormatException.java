package org.papermap.corpus;

import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.files.InputException;

/// A file that was given as a corpus and cannot be read as one. The message is one line for the
/// user, `<file>:<line>: <found>. <what to do>.`, in which control characters are escaped. Other
/// [java.io.IOException]s mean that the disk failed or that a file is missing or may not be read.
final class CorpusFormatException extends InputException {
  private static final long serialVersionUID = 1L;

  /// A complaint about a file as a whole.
  CorpusFormatException(String file, String found, String advice) {
    super("%s: %s. %s.".formatted(PlainText.printable(file), found, advice));
  }

  /// A complaint about a place in a file.
  ///
  /// @param line counted from 1
  CorpusFormatException(String file, long line, String found, String advice) {
    super("%s:%d: %s. %s.".formatted(PlainText.printable(file), line, found, advice));
  }

  static CorpusFormatException of(String file, FormatException e) {
    return e.line() > 0
        ? new CorpusFormatException(file, e.line(), e.found(), e.advice())
        : new CorpusFormatException(file, e.found(), e.advice());
  }
}
