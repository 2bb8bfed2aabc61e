package org.papermap.embed.internal.files;

/// Text without lone surrogates, as files, tokenizers and hashes need it. Encoding to UTF-8 would
/// turn a lone surrogate into a question mark, and two texts into one.
public final class WellFormedText {
  private static final int REPLACEMENT = 0xFFFD;

  private WellFormedText() {}

  /// The text with U+FFFD for each lone surrogate.
  public static String of(String text) {
    if (isWellFormed(text)) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints().map(WellFormedText::of).forEach(mended::appendCodePoint);
    return mended.toString();
  }

  /// The code point, or U+FFFD for a surrogate.
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
