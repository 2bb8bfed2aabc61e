package org.papermap.embed.internal.formats.bibtex;

/// An entry that cannot be read; the message says why, without its key.
final class BrokenEntryException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenEntryException(String found) {
    super(found, null, false, false);
  }
}
