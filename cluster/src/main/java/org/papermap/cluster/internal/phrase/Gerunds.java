package org.papermap.cluster.internal.phrase;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.papermap.cluster.internal.text.PaperWords;

/// Tells gerunds that have an object, as in *advancing LLM reasoning*, from those that are nouns,
/// as in *learning rate*: the former often stand before an article or another determiner. What they
/// begin is no noun phrase. Figures: `cluster/docs/naming.md`.
final class Gerunds {
  private static final String ENDING = "ing";

  private final boolean[] isOne;

  /// @param isDeterminer for each word
  /// @param share of the occurrences before a determiner from which on a word is a verb
  Gerunds(PaperWords papers, boolean[] isDeterminer, double share) {
    int[] all = new int[isDeterminer.length];
    int[] governing = new int[isDeterminer.length];
    for (int row = 0; row < papers.papers(); row++) {
      count(papers.title(row), isDeterminer, all, governing);
      count(papers.text(row), isDeterminer, all, governing);
    }
    // A word with a capital is the same word.
    Map<String, int[]> counts = new HashMap<>();
    String[] lower = new String[all.length];
    for (int word = 0; word < all.length; word++) {
      String text = papers.word(word).text();
      if (text.endsWith(ENDING)) {
        lower[word] = text.toLowerCase(Locale.ROOT);
        int[] count = counts.computeIfAbsent(lower[word], _ -> new int[2]);
        count[0] += all[word];
        count[1] += governing[word];
      }
    }
    this.isOne = new boolean[all.length];
    for (int word = 0; word < all.length; word++) {
      int[] count = counts.get(lower[word]);
      isOne[word] = count != null && count[1] > share * count[0];
    }
  }

  private static void count(int[] text, boolean[] isDeterminer, int[] all, int[] governing) {
    for (int at = 0; at < text.length; at++) {
      all[text[at]]++;
      governing[text[at]] += at + 1 < text.length && isDeterminer[text[at + 1]] ? 1 : 0;
    }
  }

  boolean isOne(int word) {
    return isOne[word];
  }
}
