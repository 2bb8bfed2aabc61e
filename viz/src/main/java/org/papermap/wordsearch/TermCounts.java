package org.papermap.wordsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words of some texts, and how often each text has each of them.
///
/// @param words all of them, in the order in which they first come
/// @param sequences for each text its words in their order, by their numbers
/// @param counts a row for each text: the count of each of its words, by the word's number
record TermCounts(List<String> words, List<int[]> sequences, SparseRows counts) {
  static TermCounts of(Iterable<String> texts) {
    WordNumbers numbers = new WordNumbers();
    List<int[]> sequences = new ArrayList<>();
    SparseRows.Builder counts = new SparseRows.Builder();
    Sequence sequence = new Sequence();
    // For each word the place after its last entry: above `first` if this text already has it.
    int[] last = new int[1024];
    for (String text : texts) {
      int first = counts.size();
      sequence.length = 0;
      WordTokens.find(text, (plain, from, to) -> sequence.add(numbers.number(plain, from, to)));
      for (int i = 0; i < sequence.length; i++) {
        int number = sequence.numbers[i];
        if (number >= last.length) {
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
      sequences.add(Arrays.copyOf(sequence.numbers, sequence.length));
    }
    return new TermCounts(numbers.words(), sequences, counts.build());
  }

  /// The words of a text so far.
  private static final class Sequence {
    private int[] numbers = new int[1024];
    private int length;

    void add(int number) {
      if (length == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * length);
      }
      numbers[length++] = number;
    }
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
