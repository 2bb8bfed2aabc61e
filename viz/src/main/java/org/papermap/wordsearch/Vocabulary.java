package org.papermap.wordsearch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.math.UnitLength;

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

  /// The words that are in so many of the texts or more, and some others; where the former are too
  /// many, the most frequent of them. They stand in the order of the alphabet.
  ///
  /// @param others which no text need have
  static Vocabulary of(TermCounts found, int leastTexts, int most, List<String> others) {
    int[] frequency = found.documentFrequencies();
    Comparator<Integer> alphabetical = Comparator.comparing(found.words()::get);
    List<Integer> kept =
        IntStream.range(0, frequency.length)
            .filter(word -> frequency[word] >= leastTexts)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(word -> -frequency[word])
                    .thenComparing(alphabetical))
            .limit(most)
            .toList();
    SortedMap<String, Float> weights = new TreeMap<>();
    int texts = found.counts().size();
    others.forEach(word -> weights.put(word, (float) inverseFrequency(texts, 1)));
    for (int word : kept) {
      weights.put(found.words().get(word), (float) inverseFrequency(texts, frequency[word]));
    }
    float[] ordered = new float[weights.size()];
    int at = 0;
    for (float weight : weights.values()) {
      ordered[at++] = weight;
    }
    return new Vocabulary(List.copyOf(weights.keySet()), ordered);
  }

  /// Words in the order of the alphabet whose weights are not asked for.
  static Vocabulary known(List<String> words) {
    return new Vocabulary(List.copyOf(words), new float[words.size()]);
  }

  /// The logarithm of how rare a word is, a little above zero for one that every text has, to the
  /// power of three quarters: words that are rare by chance count less than they would.
  private static double inverseFrequency(int texts, int with) {
    return StrictMath.pow(StrictMath.log((double) texts / with) + 0.1, 0.75);
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

  /// These words, then pairs of them.
  Vocabulary with(List<String> pairs) {
    return new Vocabulary(
        Stream.concat(words.stream(), pairs.stream()).toList(),
        Arrays.copyOf(weights, words.size() + pairs.size()));
  }

  /// How many of the words are single ones; pairs of words, joined by a space, follow these.
  int singles() {
    int singles = words.size();
    while (singles > 0 && words.get(singles - 1).indexOf(' ') >= 0) {
      singles--;
    }
    return singles;
  }

  /// The words of some texts in their order, by their numbers here; -1 for those that are not
  /// known.
  List<int[]> sequences(TermCounts found, int... texts) {
    int[] known = known(found);
    return IntStream.of(texts)
        .mapToObj(found.sequences()::get)
        .map(words -> IntStream.of(words).map(word -> known[word]).toArray())
        .toList();
  }

  /// For each word that was found its number here, or -1.
  private int[] known(TermCounts found) {
    return found.words().stream().mapToInt(word -> numbers.getOrDefault(word, -1)).toArray();
  }

  /// By what the weights of a text's words are multiplied for a bag of unit length.
  ///
  /// @param text as [#sequences] gives it
  float scale(int[] text) {
    int[] sorted = Arrays.stream(text).filter(word -> word >= 0).sorted().toArray();
    double squared = 0;
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double value = weights[sorted[from]] * count(to - from);
      squared += value * value;
    }
    return (float) UnitLength.factor(squared);
  }

  /// How much each known word of a question counts, by its number: once, and logarithmically more
  /// for each time it comes again. A pair of words counts once. Ascending; empty when no word of it
  /// is known.
  SortedMap<Integer, Float> counts(String question) {
    TermCounts found = TermCounts.of(List.of(question));
    SortedMap<Integer, Float> counts = new TreeMap<>();
    for (int at = 0; at < found.words().size(); at++) {
      Integer number = numbers.get(found.words().get(at));
      if (number != null) {
        counts.put(number, count(found.counts().value(at)));
      }
    }
    List<String> tokens = WordTokens.of(question);
    for (int i = 1; i < tokens.size(); i++) {
      Integer number = numbers.get(WordPairs.of(tokens.get(i - 1), tokens.get(i)));
      if (number != null) {
        counts.put(number, 1f);
      }
    }
    return counts;
  }

  private static float count(float times) {
    return times == 1 ? 1 : (float) (1 + StrictMath.log(times));
  }

  /// A row for each text: the weights of the words that are known, at unit length.
  SparseRows bags(TermCounts found) {
    int[] known = known(found);
    SparseRows times = found.counts();
    SparseRows.Builder bags = new SparseRows.Builder();
    for (int text = 0; text < times.size(); text++) {
      float scale = scale(times, text, known);
      for (int at = times.start(text); at < times.end(text); at++) {
        int word = known[times.column(at)];
        if (word >= 0) {
          bags.add(word, scale * weights[word] * count(times.value(at)));
        }
      }
      bags.endRow();
    }
    return bags.build();
  }

  private float scale(SparseRows times, int text, int[] known) {
    double squared = 0;
    for (int at = times.start(text); at < times.end(text); at++) {
      int word = known[times.column(at)];
      if (word >= 0) {
        double value = weights[word] * count(times.value(at));
        squared += value * value;
      }
    }
    return (float) UnitLength.factor(squared);
  }
}
