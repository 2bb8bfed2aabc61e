package org.papermap.wordsearch;

import java.util.Arrays;
import java.util.List;

/// Which words are in which texts.
///
/// @param words all of them, in the order in which they first come
/// @param times a row for each text: how often each of its words comes in it, by the word's number
record WordTimes(List<String> words, SparseRows times) {
  static WordTimes of(Iterable<String> texts) {
    Reader reader = new Reader();
    texts.forEach(reader::read);
    return new WordTimes(List.copyOf(reader.words.strings()), reader.times.build());
  }

  /// For each word, how many texts have it.
  int[] texts() {
    int[] texts = new int[words.size()];
    for (int at = 0; at < times.entries(); at++) {
      texts[times.column(at)]++;
    }
    return texts;
  }

  private static final class Reader {
    private final StringNumbers words = new StringNumbers();
    private final SparseRows.Builder times = new SparseRows.Builder();

    /// For each word, how many entries there were with its last one; zero where it is new.
    private int[] last = new int[1024];

    void read(String text) {
      int first = times.size();
      for (Words found = Words.of(text); found.next(); ) {
        int word = words.of(found.plain(), found.begin(), found.end());
        if (word == last.length) {
          last = Arrays.copyOf(last, 2 * word);
        }
        if (last[word] > first) {
          times.increase(last[word] - 1, 1);
        } else {
          times.add(word, 1);
          last[word] = times.size();
        }
      }
      times.endRow();
    }
  }
}
