package org.papermap.embed.internal.engine;

/// The token ids of a text, or of a window of a long text.
final class TokenizedText {
  private final long[] ids;
  private final int fullLength;

  /// @param ids special tokens included, no more than the model's limit; not copied
  /// @param fullLength tokens of the whole text, without the limit
  TokenizedText(long[] ids, int fullLength) {
    this.ids = ids;
    this.fullLength = fullLength;
  }

  long[] ids() {
    return ids;
  }

  int fullLength() {
    return fullLength;
  }

  int length() {
    return ids.length;
  }
}
