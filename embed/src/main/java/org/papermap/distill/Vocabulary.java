package org.papermap.distill;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The words of a corpus, and texts as weighted bags of them.
final class Vocabulary {
  private final List<String> words;
  private final float[] weights;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Vocabulary(List<String> words, float[] weights) {
    this.words = words;
    this.weights = weights;
    for (int i = 0; i < words.size(); i++) {
      numbers.put(words.get(i), i);
    }
  }

  /// The words that are in so many of the texts or more, in the order of the alphabet; where they
  /// are too many, the most frequent of them.
  ///
  /// @param texts the words of each text, see [Words]
  static Vocabulary of(Collection<Map<String, Integer>> texts, int leastTexts, int most) {
    Map<String, Integer> frequency = new HashMap<>();
    for (Map<String, Integer> text : texts) {
      text.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> kept =
        frequency.entrySet().stream()
            .filter(entry -> entry.getValue() >= leastTexts)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    float[] weights = new float[kept.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) inverseFrequency(texts.size(), kept.get(i).getValue());
    }
    return new Vocabulary(kept.stream().map(Map.Entry::getKey).toList(), weights);
  }

  /// The logarithm of how rare a word is, a little above zero for one that every text has.
  private static double inverseFrequency(int texts, int with) {
    return StrictMath.log((double) texts / with) + 0.1;
  }

  List<String> words() {
    return words;
  }

  float weight(int word) {
    return weights[word];
  }

  int size() {
    return words.size();
  }

  /// How much each known word of a question counts, by its number: once, and logarithmically more
  /// for each time it comes again. Ascending; empty when no word of it is known.
  SortedMap<Integer, Float> counts(String question) {
    SortedMap<Integer, Float> counts = new TreeMap<>();
    Words.times(question)
        .forEach((word, times) -> {
          Integer number = numbers.get(word);
          if (number != null) {
            counts.put(number, count(times));
          }
        });
    return counts;
  }

  private static float count(int times) {
    return times == 1 ? 1 : (float) (1 + StrictMath.log(times));
  }

  /// The words of a text with their weights, at unit length.
  ///
  /// @param text its words, see [Words]
  Bag bag(Map<String, Integer> text) {
    long[] found = known(text);
    int[] ofText = new int[found.length];
    float[] values = new float[found.length];
    double squared = 0;
    for (int i = 0; i < found.length; i++) {
      ofText[i] = (int) (found[i] >>> Integer.SIZE);
      values[i] = weights[ofText[i]] * count((int) found[i]);
      squared += (double) values[i] * values[i];
    }
    float scale = (float) (1 / Math.sqrt(squared));
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return new Bag(ofText, values);
  }

  /// The numbers of the known words, ascending, each above how often it comes.
  private long[] known(Map<String, Integer> text) {
    long[] found = new long[text.size()];
    int size = 0;
    for (Map.Entry<String, Integer> entry : text.entrySet()) {
      Integer number = numbers.get(entry.getKey());
      if (number != null) {
        found[size++] = ((long) number << Integer.SIZE) | entry.getValue();
      }
    }
    Arrays.sort(found, 0, size);
    return Arrays.copyOf(found, size);
  }

  /// A sparse vector.
  ///
  /// @param words numbers of words, ascending
  @SuppressWarnings("ArrayRecordComponent") // it never leaves this package, nor is it compared
  record Bag(int[] words, float[] values) {}
}
