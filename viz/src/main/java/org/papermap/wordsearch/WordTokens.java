package org.papermap.wordsearch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The tokens of a text: runs of letters and digits (Unicode's `L` and `N`), without case and
/// accents. The page's script makes the same ones.
///
/// A pattern in place of the loop, and one map a text in [TermCounts], would take .7 s of the
/// processor for 9,868 abstracts and their sentences, a twentieth of the whole map.
final class WordTokens {
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");

  private static final int LAST_ASCII = 0x7F;

  private WordTokens() {}

  /// Takes tokens as they are found.
  @FunctionalInterface
  interface Sink {
    /// @param text in which the token stands from a place on to the place before an end
    void take(String text, int from, int to);
  }

  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    find(text, (plain, from, to) -> tokens.add(plain.substring(from, to)));
    return tokens;
  }

  /// Finds the tokens one after another.
  static void find(String text, Sink sink) {
    String plain = plain(text);
    int begin = 0;
    for (int at = 0; at < plain.length(); ) {
      int code = plain.charAt(at);
      int next = at + 1;
      if (code > LAST_ASCII) {
        code = plain.codePointAt(at);
        next = at + Character.charCount(code);
      }
      if (!isOfWord(code)) {
        if (begin < at) {
          sink.take(plain, begin, at);
        }
        begin = next;
      }
      at = next;
    }
    if (begin < plain.length()) {
      sink.take(plain, begin, plain.length());
    }
  }

  private static String plain(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfWord(int code) {
    if (code <= LAST_ASCII) {
      return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    }
    return Character.isLetter(code)
        || switch (Character.getType(code)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }
}
