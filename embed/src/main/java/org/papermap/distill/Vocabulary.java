package org.papermap.distill;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a corpus, and texts as weighted bags of them. What a word is must be simple enough
/// to be told the same way by the page's script: a run of letters and digits, without case and
/// accents.
final class Vocabulary {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");

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
  static Vocabulary of(List<String> texts, int leastTexts, int most) {
    Map<String, Integer> frequency = new TreeMap<>();
    for (String text : texts) {
      new HashSet<>(split(text)).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> kept =
        frequency.entrySet().stream()
            .filter(entry -> entry.getValue() >= leastTexts)
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
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

  private static List<String> split(String text) {
    String plain =
        ACCENT
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (Matcher matcher = WORD.matcher(plain); matcher.find(); ) {
      words.add(matcher.group());
    }
    return words;
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

  /// How much each known word of the text counts, by its number: once, and logarithmically more for
  /// each time it comes again. Ascending; empty when no word of the text is known.
  SortedMap<Integer, Float> counts(String text) {
    SortedMap<Integer, Integer> times = new TreeMap<>();
    for (String word : split(text)) {
      Integer number = numbers.get(word);
      if (number != null) {
        times.merge(number, 1, Integer::sum);
      }
    }
    SortedMap<Integer, Float> counts = new TreeMap<>();
    times.forEach((word, count) -> counts.put(word, (float) (1 + StrictMath.log(count))));
    return counts;
  }

  /// The text's words with their weights, at unit length.
  Bag bag(String text) {
    SortedMap<Integer, Float> counts = counts(text);
    int[] found = new int[counts.size()];
    float[] values = new float[counts.size()];
    double squared = 0;
    int i = 0;
    for (Map.Entry<Integer, Float> entry : counts.entrySet()) {
      found[i] = entry.getKey();
      values[i] = weights[found[i]] * entry.getValue();
      squared += (double) values[i] * values[i];
      i++;
    }
    float scale = (float) (1 / Math.sqrt(squared));
    for (i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return new Bag(found, values);
  }

  /// A sparse vector.
  ///
  /// @param words numbers of words, ascending
  @SuppressWarnings("ArrayRecordComponent") // it never leaves this package, nor is it compared
  record Bag(int[] words, float[] values) {
    double dot(Bag other) {
      double sum = 0;
      int i = 0;
      int j = 0;
      while (i < words.length && j < other.words.length) {
        int order = Integer.compare(words[i], other.words[j]);
        if (order == 0) {
          sum += (double) values[i] * other.values[j];
        }
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return sum;
    }
  }
}
