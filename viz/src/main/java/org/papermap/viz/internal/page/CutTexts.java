package org.papermap.viz.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts cut into words, which are runs of letters and digits, and what stands between them; a
/// single space between two words is left out. Each text is cut once, to count its pieces and to
/// write them.
final class CutTexts {
  /// Stands after the pieces of each text.
  static final int END = -1;

  private final List<String> pieces = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] counts = new int[1024];
  private int[] sequence = new int[4096];
  private int length;

  private CutTexts() {}

  static CutTexts of(List<String> texts) {
    CutTexts cut = new CutTexts();
    for (String text : texts) {
      cut.cut(text);
      cut.append(END);
    }
    return cut;
  }

  /// The different pieces, in the order in which they first come.
  List<String> pieces() {
    return pieces;
  }

  /// How often a piece comes.
  int count(int piece) {
    return counts[piece];
  }

  /// How many pieces and ends there are in all.
  int length() {
    return length;
  }

  /// The piece at a place, by its number here, or [#END].
  int at(int place) {
    return sequence[place];
  }

  private void cut(String text) {
    int begin = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); ) {
      int code = text.codePointAt(at);
      boolean word = isOfWord(code);
      if (word != inWord) {
        add(text, begin, at);
        begin = at;
        inWord = word;
      }
      at += Character.charCount(code);
    }
    add(text, begin, text.length());
  }

  private void add(String text, int begin, int end) {
    boolean space = end - begin == 1 && text.charAt(begin) == ' ';
    if (begin == end || (space && begin > 0 && end < text.length())) {
      return;
    }
    String piece = text.substring(begin, end);
    Integer known = numbers.get(piece);
    int number = known == null ? pieces.size() : known;
    if (known == null) {
      pieces.add(piece);
      numbers.put(piece, number);
      if (number == counts.length) {
        counts = Arrays.copyOf(counts, 2 * number);
      }
    }
    counts[number]++;
    append(number);
  }

  private void append(int number) {
    if (length == sequence.length) {
      sequence = Arrays.copyOf(sequence, 2 * length);
    }
    sequence[length++] = number;
  }

  /// Whether a character is a letter or digit.
  static boolean isOfWord(int code) {
    return code < 0x80
        ? (code >= 'a' && code <= 'z')
            || (code >= 'A' && code <= 'Z')
            || (code >= '0' && code <= '9')
        : Character.isLetterOrDigit(code);
  }
}
