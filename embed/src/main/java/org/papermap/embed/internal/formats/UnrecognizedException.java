package org.papermap.embed.internal.formats;

/// Content that gave no paper, because it is not in the format, or is known to be something that is
/// not read. Fatal for a file that the user named; a folder may well hold such files.
public final class UnrecognizedException extends FormatException {
  private static final long serialVersionUID = 1L;

  /// @param found what the content is, without a full stop: `YAML`
  /// @param advice what to do instead, without a full stop: `Export CSV or JSON`
  public UnrecognizedException(String found, String advice) {
    super(0, found, advice);
  }
}
