package org.papermap.embed;

/// Text that can be written as UTF-8, which tokenizers and hashes want.
final class WellFormedText {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormedText() {}

  /// The text with each half of a surrogate pair that stands alone, and so is no character,
  /// replaced by U+FFFD. UTF-8 encoding would make a question mark of it, and equal to another
  /// text.
  static String of(String text) {
    if (isWellFormed(text)) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints()
        .map(codePoint -> isSurrogate(codePoint) ? REPLACEMENT : codePoint)
        .forEach(mended::appendCodePoint);
    return mended.toString();
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (isSurrogate(text.codePointAt(i))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
