package org.papermap.embed.internal.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Repairs text that another program has decoded wrongly. Letters between U+0080 and U+009F are
/// control characters that nobody writes: they are bytes of another encoding. They are read as
/// UTF-8 where several of them form such a letter (`â\u0080\u0093` is a dash), else as Mac OS Roman
/// where Windows-1252 would put a capital or a sign into the middle of a word, else as
/// Windows-1252. Beside them, UTF-8 that was read as Windows-1252 (`donâ€™t`, `Ã©`) is mended.
final class MisdecodedText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final char REPLACEMENT = '\uFFFD';

  /// The upper half of Mac OS Roman (unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT), as far
  /// as letters and punctuation go.
  private static final String MAC_ROMAN =
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’";

  private static final String WINDOWS_LETTERS;

  static {
    byte[] upper = new byte[32];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (byte) (0x80 + i);
    }
    WINDOWS_LETTERS = new String(upper, WINDOWS_1252);
  }

  /// Signs that Windows-1252 has between letters: the apostrophe, dashes, the ellipsis.
  private static final String BETWEEN_LETTERS = "\u0092\u0096\u0097\u0085";

  private final String text;
  private final StringBuilder mended;
  private int count;

  private MisdecodedText(String text) {
    this.text = text;
    this.mended = new StringBuilder(text.length());
  }

  /// The text, and how many letters of it were mended.
  record Mended(String text, int count) {}

  static Mended mend(String text) {
    return isSuspect(text) ? new MisdecodedText(text).run() : new Mended(text, 0);
  }

  private static boolean isSuspect(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isC1(c)) {
        return true;
      }
      if (c >= 0xC3 && c <= 0xF4 && i + 1 < text.length() && isContinuation(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// The next-line control is white space where it is the only one.
  private static boolean isC1(char c) {
    return c >= 0x80 && c <= 0x9F && c != 0x85;
  }

  private Mended run() {
    boolean anyC1 = text.chars().anyMatch(c -> isC1((char) c));
    String left = joinUtf8(anyC1);
    if (left.chars().noneMatch(c -> isC1((char) c))) {
      return new Mended(left, count);
    }
    boolean mac = looksLikeMacRoman(left);
    StringBuilder letters = new StringBuilder(left.length());
    for (int i = 0; i < left.length(); i++) {
      letters.append(mac ? macRoman(left, i) : windows1252(left.charAt(i)));
    }
    return new Mended(letters.toString(), count);
  }

  /// The text with runs that form a letter in UTF-8 turned into it.
  private String joinUtf8(boolean anyC1) {
    int i = 0;
    while (i < text.length()) {
      int length = utf8Length(text.charAt(i));
      String letter = length > 0 && i + length <= text.length() ? letter(i, length, anyC1) : "";
      if (letter.isEmpty()) {
        mended.append(text.charAt(i++));
      } else {
        mended.append(letter);
        count++;
        i += length;
      }
    }
    return mended.toString();
  }

  private static int utf8Length(char lead) {
    if (lead >= 0xF0 && lead <= 0xF4) {
      return 4;
    }
    return lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xC2 && lead <= 0xDF ? 2 : 0;
  }

  private String letter(int from, int length, boolean anyC1) {
    byte[] bytes = new byte[length];
    boolean plain = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(from + i);
      int b =
          c <= 0xFF ? c : WINDOWS_LETTERS.indexOf(c) < 0 ? -1 : 0x80 + WINDOWS_LETTERS.indexOf(c);
      if (b < 0 || (i > 0 && (b & 0xC0) != 0x80)) {
        return "";
      }
      plain &= i == 0 || !isC1(c);
      bytes[i] = (byte) b;
    }
    // Two letters alone may well stand side by side in text that is right.
    if (length == 2 && plain && !(anyC1 || text.charAt(from) == 'Ã')) {
      return "";
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static boolean isContinuation(char c) {
    return (c >= 0x80 && c <= 0xBF) || (c > 0xFF && WINDOWS_LETTERS.indexOf(c) >= 0);
  }

  /// Whether some such letter stands between a small letter and another letter, where Windows-1252
  /// has a capital or a sign.
  private static boolean looksLikeMacRoman(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (isC1(c)
          && BETWEEN_LETTERS.indexOf(c) < 0
          && Character.isLowerCase(text.charAt(i - 1))
          && Character.isLetter(text.charAt(i + 1))
          && !Character.isLowerCase(WINDOWS_LETTERS.charAt(c - 0x80))) {
        return true;
      }
    }
    return false;
  }

  private char macRoman(String from, int at) {
    char c = from.charAt(at);
    boolean control = c >= 0x80 && c <= 0x9F;
    // Quotation marks, which look like capitals: dÕanalyse.
    boolean quote = c >= 0xD2 && c <= 0xD5 && at > 0 && !Character.isUpperCase(from.charAt(at - 1));
    if (control || quote) {
      count++;
      return c >= 0xD2 ? "“”‘’".charAt(c - 0xD2) : MAC_ROMAN.charAt(c - 0x80);
    }
    return c;
  }

  private char windows1252(char c) {
    if (c < 0x80 || c > 0x9F) {
      return c;
    }
    char letter = WINDOWS_LETTERS.charAt(c - 0x80);
    count += letter == REPLACEMENT ? 0 : 1;
    return letter;
  }
}
