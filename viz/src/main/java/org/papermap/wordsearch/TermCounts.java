package org.papermap.wordsearch;

import java.util.Arrays;
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
    // For each word the place after its last entry: above `first` if this text already has it.
    int[] last = new int[1024];
    for (String text : texts) {
      int first = counts.size();
      for (String word : WordTokens.of(text)) {
        Integer known = numbers.get(word);
        int number = known == null ? numbers.size() : known;
        if (known == null) {
          numbers.put(word, number);
        }
        if (number == last.length) {
          last = Arrays.copyOf(last, 2 * number);
        }
        if (last[number] > first) {
          counts.increase(last[number] - 1, 1);
        } else {
          counts.add(number, 1);
          last[number] = counts.size();
        }
      }
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
