package org.papermap.wordsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The pairs of neighboring words that enough of some texts have, numbered by their first and then
/// their second word. Places of pairs are grouped by the first word, and those of one first word
/// counted in an array of all second words, so that nothing but the pairs found is sorted.
final class CommonPairs {
  private final List<Pair> pairs = new ArrayList<>();

  /// The place of each text's first pair, and of the end.
  private final int[] starts;

  /// At each place the number of the pair there, or -1.
  private final int[] numbers;

  private CommonPairs(int[] starts) {
    this.starts = starts;
    numbers = new int[starts[starts.length - 1]];
    Arrays.fill(numbers, -1);
  }

  /// Two words, by their numbers.
  record Pair(int first, int second) {}

  /// @param texts the numbers of their words, -1 for words that part pairs
  /// @param words how many there are
  static CommonPairs of(List<int[]> texts, int words, int fewestTexts) {
    int[] starts = new int[texts.size() + 1];
    for (int text = 0; text < texts.size(); text++) {
      starts[text + 1] = starts[text] + Math.max(0, texts.get(text).length - 1);
    }
    CommonPairs common = new CommonPairs(starts);
    common.number(Places.of(texts, words, starts), words, fewestTexts);
    return common;
  }

  private void number(Places places, int words, int fewestTexts) {
    int[] counts = new int[words];
    // The text that had the second word last, from 1 on.
    int[] last = new int[words];
    int[] known = new int[words];
    for (int first = 0; first < words; first++) {
      int from = places.starts[first];
      int to = places.starts[first + 1];
      if (to - from < fewestTexts) {
        continue;
      }
      for (int i = from; i < to; i++) {
        int second = places.seconds[i];
        if (last[second] != places.texts[i] + 1) {
          last[second] = places.texts[i] + 1;
          counts[second]++;
        }
      }
      int[] seconds =
          Arrays.stream(places.seconds, from, to)
              .filter(second -> counts[second] >= fewestTexts)
              .sorted()
              .distinct()
              .toArray();
      for (int second : seconds) {
        known[second] = pairs.size();
        pairs.add(new Pair(first, second));
      }
      for (int i = from; i < to; i++) {
        int second = places.seconds[i];
        if (counts[second] >= fewestTexts) {
          numbers[places.places[i]] = known[second];
        }
      }
      for (int i = from; i < to; i++) {
        counts[places.seconds[i]] = 0;
        last[places.seconds[i]] = 0;
      }
    }
  }

  /// How many pairs there are.
  int size() {
    return pairs.size();
  }

  Pair pair(int number) {
    return pairs.get(number);
  }

  /// The numbers of a text's pairs, each once, ascending.
  int[] of(int text) {
    return IntStream.range(starts[text], starts[text + 1])
        .map(place -> numbers[place])
        .filter(number -> number >= 0)
        .sorted()
        .distinct()
        .toArray();
  }

  /// Where two known words stand side by side, grouped by the first one, in the order of the texts.
  private static final class Places {
    /// For each first word where its group begins, and where the last one ends.
    private final int[] starts;

    private final int[] texts;

    /// The place of each among all neighboring words.
    private final int[] places;

    private final int[] seconds;

    private Places(int[] starts, int size) {
      this.starts = starts;
      texts = new int[size];
      places = new int[size];
      seconds = new int[size];
    }

    static Places of(List<int[]> texts, int words, int[] firsts) {
      int[] next = new int[words + 2];
      for (int[] text : texts) {
        for (int i = 1; i < text.length; i++) {
          if (text[i - 1] >= 0 && text[i] >= 0) {
            next[text[i - 1] + 2]++;
          }
        }
      }
      Arrays.parallelPrefix(next, Integer::sum);
      Places places = new Places(next, next[words + 1]);
      for (int text = 0; text < texts.size(); text++) {
        int[] sequence = texts.get(text);
        for (int i = 1; i < sequence.length; i++) {
          if (sequence[i - 1] >= 0 && sequence[i] >= 0) {
            int at = next[sequence[i - 1] + 1]++;
            places.texts[at] = text;
            places.places[at] = firsts[text] + i - 1;
            places.seconds[at] = sequence[i];
          }
        }
      }
      return places;
    }
  }
}
