package org.papermap.distill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which words are in which texts.
///
/// @param words all of them, in the order in which they first come
/// @param times a row for each text: how often each of its words comes in it, by the word's number
record WordTimes(List<String> words, SparseRows times) {
  static WordTimes of(Iterable<String> texts) {
    Reader reader = new Reader();
    texts.forEach(reader::read);
    return new WordTimes(List.copyOf(reader.words), reader.times.build());
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
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final SparseRows.Builder times = new SparseRows.Builder();

    /// Where each word stands that the text at hand has; before its first entry otherwise.
    private int[] places = new int[1024];

    void read(String text) {
      int first = times.size();
      for (Words found = Words.of(text); found.next(); ) {
        int word = number(found.word());
        if (places[word] >= first) {
          times.increase(places[word], 1);
        } else {
          places[word] = times.size();
          times.add(word, 1);
        }
      }
      times.endRow();
    }

    private int number(String word) {
      Integer known = numbers.get(word);
      if (known != null) {
        return known;
      }
      int number = words.size();
      numbers.put(word, number);
      words.add(word);
      if (number == places.length) {
        places = Arrays.copyOf(places, 2 * number);
      }
      places[number] = -1;
      return number;
    }
  }
}
