package org.papermap.wordsearch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a text, one after the other. What a word is must be simple enough to be told the
/// same way by the page's script: a run of letters and digits (Unicode's `L` and `N`), without case
/// and accents.
final class Words {
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");

  private static final int LAST_ASCII = 0x7F;

  private final String plain;
  private int begin;
  private int end;

  private Words(String plain) {
    this.plain = plain;
  }

  /// Before the first word.
  static Words of(String text) {
    return new Words(plain(text));
  }

  /// Goes on to the next word.
  ///
  /// @return whether there is one
  boolean next() {
    begin = skip(end, false);
    end = skip(begin, true);
    return end > begin;
  }

  /// Where what begins here ends, be it of words or between them.
  private int skip(int from, boolean ofWord) {
    int at = from;
    while (at < plain.length()) {
      int code = plain.codePointAt(at);
      if (isOfWord(code) != ofWord) {
        break;
      }
      at += Character.charCount(code);
    }
    return at;
  }

  /// The text without case and accents, of which the word at hand is a part.
  String plain() {
    return plain;
  }

  /// Where the word at hand begins.
  int begin() {
    return begin;
  }

  /// Where it ends.
  int end() {
    return end;
  }

  private static String plain(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return ACCENT.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfWord(int code) {
    if (code <= LAST_ASCII) {
      return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    }
    int type = Character.getType(code);
    return Character.isLetter(code)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
