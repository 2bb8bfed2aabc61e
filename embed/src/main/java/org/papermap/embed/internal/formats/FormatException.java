package org.papermap.embed.internal.formats;

import java.io.IOException;

/// A content of which no more can be read. [org.papermap.corpus.CorpusReader] adds the file's name
/// and tells the user.
public class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final String found;
  private final String advice;

  /// @param line where, from 1, or 0 for the content as a whole
  /// @param found what is wrong, without a full stop; texts of the file in it must be printable
  ///   ([PlainText#printable(String)])
  /// @param advice what to do, without a full stop, beginning with a capital letter
  public FormatException(long line, String found, String advice) {
    super((line > 0 ? line + ": " : "") + found + ". " + advice + ".");
    this.line = line;
    this.found = found;
    this.advice = advice;
  }

  public long line() {
    return line;
  }

  public String found() {
    return found;
  }

  public String advice() {
    return advice;
  }
}
