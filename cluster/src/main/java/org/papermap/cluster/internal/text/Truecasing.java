package org.papermap.cluster.internal.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The usual case of each word. Running text decides, in which only names and abbreviations have
/// capitals. First words of sentences do not count; titles count only for words with a capital or a
/// digit inside, and not if they are in capitals from end to end.
public final class Truecasing {
  private static final Comparator<Written> BY_USE =
      Comparator.comparingInt(Written::count)
          // Lower case wins a tie: it sorts after upper case.
          .thenComparing(Written::text);

  /// Shorter words in capitals are short forms as a rule.
  private static final int SHORTEST_SHOUTED = 4;

  private final Map<String, Written> usual = new HashMap<>();

  private record Written(String text, int count) {}

  private Truecasing() {}

  public static Truecasing of(List<Word> words, int[][] titles, int[][] texts) {
    boolean[] inner = new boolean[words.size()];
    boolean[] breaks = new boolean[words.size()];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = hasInnerCapital(words.get(i).text());
      breaks[i] = words.get(i).kind() == Word.Kind.BREAK;
    }
    int[] counts = new int[words.size()];
    for (int row = 0; row < titles.length; row++) {
      boolean shouts = shouts(words, titles[row]);
      for (int word : titles[row]) {
        counts[word] += inner[word] && !shouts ? 1 : 0;
      }
      boolean first = true;
      for (int word : texts[row]) {
        counts[word] += !first || inner[word] ? 1 : 0;
        first = breaks[word];
      }
    }
    Truecasing casing = new Truecasing();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && !breaks[i]) {
        casing.add(new Written(words.get(i).text(), counts[i]));
      }
    }
    return casing;
  }

  /// Whether most of a title's longer words are in capitals.
  private static boolean shouts(List<Word> words, int[] title) {
    int longer = 0;
    int capitals = 0;
    for (int number : title) {
      String text = words.get(number).text();
      if (text.length() >= SHORTEST_SHOUTED) {
        longer++;
        capitals += text.equals(text.toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    return longer > 1 && 2 * capitals > longer;
  }

  private void add(Written written) {
    usual.merge(
        written.text().toLowerCase(Locale.ROOT),
        written,
        (a, b) -> BY_USE.compare(a, b) > 0 ? a : b);
  }

  /// A phrase in its usual case.
  ///
  /// @param form in lower case, words separated by spaces
  public String of(String form) {
    StringBuilder cased = new StringBuilder();
    for (String word : form.split(" ", -1)) {
      Written written = usual.get(word);
      cased.append(cased.isEmpty() ? "" : " ").append(written == null ? word : written.text());
    }
    return cased.toString();
  }

  private static boolean hasInnerCapital(String text) {
    for (int at = 0; at < text.length(); at++) {
      boolean inside = at > 0 && text.charAt(at - 1) != '-';
      if (Character.isDigit(text.charAt(at))
          || (inside && Character.isUpperCase(text.charAt(at)))) {
        return true;
      }
    }
    return false;
  }
}
