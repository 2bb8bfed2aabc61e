package org.papermap.corpus;

/// A file of which nothing was taken, because it does not look like a corpus in any known format.
/// Fatal for a file that the user named; a folder may well hold such files.
final class UnrecognizedCorpusException extends CorpusFormatException {
  private static final long serialVersionUID = 1L;

  private final String found;

  UnrecognizedCorpusException(String file, String found, String advice) {
    super(file, found, advice);
    this.found = found;
  }

  /// What the file is instead, without its name and without advice.
  String found() {
    return found;
  }
}
