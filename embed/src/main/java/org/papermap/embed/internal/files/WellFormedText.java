package org.papermap.embed.internal.files;

/// Text that can be written as UTF-8, which files, tokenizers and hashes want. Half of a surrogate
/// pair that stands alone is no character: UTF-8 would make a question mark of it, and so one text
/// of two.
public final class WellFormedText {
  private static final int REPLACEMENT = 0xFFFD;

  private WellFormedText() {}

  /// The text with U+FFFD for each half of a surrogate pair that stands alone.
  public static String of(String text) {
    if (isWellFormed(text)) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints().map(WellFormedText::of).forEach(mended::appendCodePoint);
    return mended.toString();
  }

  /// The code point, or U+FFFD for half of a surrogate pair.
  public static int of(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half ? REPLACEMENT : codePoint;
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int codePoint = text.codePointAt(i);
        if (of(codePoint) != codePoint) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
