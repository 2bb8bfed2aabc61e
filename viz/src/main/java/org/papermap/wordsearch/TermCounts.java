package org.papermap.wordsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of some texts, and how often each text has each of them.
///
/// @param words all of them, in the order in which they first come
/// @param counts a row for each text: the count of each of its words, by the word's number
record TermCounts(List<String> words, SparseRows counts) {
  static TermCounts of(Iterable<String> texts) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    SparseRows.Builder counts = new SparseRows.Builder();
    for (String text : texts) {
      Map<Integer, Integer> ofText = new LinkedHashMap<>();
      for (String word : WordTokens.of(text)) {
        ofText.merge(numbers.computeIfAbsent(word, _ -> numbers.size()), 1, Integer::sum);
      }
      ofText.forEach(counts::add);
      counts.endRow();
    }
    return new TermCounts(List.copyOf(numbers.keySet()), counts.build());
  }

  /// For each word, how many texts have it.
  int[] documentFrequencies() {
    int[] frequencies = new int[words.size()];
    for (int at = 0; at < counts.entries(); at++) {
      frequencies[counts.column(at)]++;
    }
    return frequencies;
  }
}
