package org.papermap.distill;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts text into words. What a word is must be simple enough to be told the same way by the page's
/// script: a run of letters and digits (Unicode's `L` and `N`), without case and accents.
final class Words {
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");

  private static final int LAST_ASCII = 0x7F;

  private Words() {}

  /// How often each word of a text comes.
  static Map<String, Integer> times(String text) {
    Map<String, Integer> times = new HashMap<>();
    String plain = plain(text);
    int begin = 0;
    for (int at = 0; at <= plain.length(); ) {
      int code = at < plain.length() ? plain.codePointAt(at) : ' ';
      int next = at + Character.charCount(code);
      if (!isOfWord(code)) {
        if (begin < at) {
          times.merge(plain.substring(begin, at), 1, Integer::sum);
        }
        begin = next;
      }
      at = next;
    }
    return times;
  }

  private static String plain(String text) {
    if (text.chars().allMatch(c -> c <= LAST_ASCII)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return ACCENT.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
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
