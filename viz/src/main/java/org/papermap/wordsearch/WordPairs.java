package org.papermap.wordsearch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.papermap.math.LinearCombination;

/// Pairs of neighboring words that say something else than both words do ("language models"). They
/// are those of which the words' vectors leave the most unexplained, and get vectors of their own,
/// fitted to that.
///
/// @param pairs the words of each, with a space between them, in the order of the alphabet
/// @param vectors a row for each pair, its weight included
record WordPairs(List<String> pairs, float[][] vectors) {
  static final WordPairs NONE = new WordPairs(List.of(), new float[0][]);

  /// Of 9,868 papers, 2,000 pairs find .594 of the model's ten nearest where words alone find .582;
  /// 8,000 find .595.
  private static final int MOST = 2000;

  /// What fewer texts have is chance.
  private static final int FEWEST_TEXTS = 12;

  /// What a pair counts beside words, whose weights are logarithms of how rare they are.
  private static final float WEIGHT = 5;

  /// Stronger than that of words, which have explained most.
  private static final float PENALTY = 8;

  /// @param texts of the rows of `residual`
  /// @param vocabulary of single words
  /// @param residual what the words' vectors leave of the texts' targets, a row of `columns` each
  static WordPairs of(List<String> texts, Vocabulary vocabulary, float[] residual, int columns) {
    int[][] words = texts.parallelStream().map(vocabulary::numbers).toArray(int[][]::new);
    long[] common = common(words, vocabulary.size());
    if (common.length == 0) {
      return NONE;
    }
    SparseRows all = rows(words, vocabulary, common);
    int[] chosen = chosen(all, common.length, residual, columns);
    Comparator<Integer> alphabetical = Comparator.comparing(pair -> text(common[pair], vocabulary));
    long[] kept =
        IntStream.of(chosen).boxed().sorted(alphabetical).mapToLong(i -> common[i]).toArray();
    long[] sorted = LongStream.of(kept).sorted().toArray();
    float[][] fitted =
        RidgeRegression.fit(
            rows(words, vocabulary, sorted), sorted.length, residual, columns, PENALTY);
    float[][] vectors = new float[kept.length][];
    for (int pair = 0; pair < kept.length; pair++) {
      vectors[pair] = fitted[Arrays.binarySearch(sorted, kept[pair])];
      LinearCombination.add(vectors[pair], vectors[pair].clone(), WEIGHT - 1);
    }
    return new WordPairs(
        LongStream.of(kept).mapToObj(pair -> text(pair, vocabulary)).toList(), vectors);
  }

  private static String text(long pair, Vocabulary vocabulary) {
    int size = vocabulary.size();
    return of(
        vocabulary.words().get((int) (pair / size)), vocabulary.words().get((int) (pair % size)));
  }

  /// How a pair is called among words, none of which has a space.
  static String of(String first, String second) {
    return first + ' ' + second;
  }

  /// The pairs of a text, each once, ascending: the first word's number times how many there are,
  /// and the second one's.
  private static LongStream pairs(int[] words, int size) {
    return IntStream.range(1, words.length)
        .filter(i -> words[i - 1] >= 0 && words[i] >= 0)
        .mapToLong(i -> (long) words[i - 1] * size + words[i])
        .sorted()
        .distinct();
  }

  /// The pairs that enough texts have, ascending.
  private static long[] common(int[][] words, int size) {
    long[] all =
        Arrays.stream(words).parallel().flatMapToLong(text -> pairs(text, size)).sorted().toArray();
    return IntStream.range(0, Math.max(0, all.length - FEWEST_TEXTS + 1))
        .filter(i -> all[i + FEWEST_TEXTS - 1] == all[i] && (i == 0 || all[i - 1] != all[i]))
        .mapToLong(i -> all[i])
        .toArray();
  }

  /// A row for each text, on the scale of its bag of words.
  ///
  /// @param known ascending
  private static SparseRows rows(int[][] words, Vocabulary vocabulary, long[] known) {
    SparseRows.Builder rows = new SparseRows.Builder();
    for (int[] text : words) {
      float value = WEIGHT * vocabulary.scale(text);
      pairs(text, vocabulary.size())
          .forEach(pair -> {
            int column = Arrays.binarySearch(known, pair);
            if (column >= 0) {
              rows.add(column, value);
            }
          });
      rows.endRow();
    }
    return rows.build();
  }

  /// The pairs that would explain the most of a residual, each by itself; ties by number.
  private static int[] chosen(SparseRows rows, int pairs, float[] residual, int columns) {
    float[][] shared = new float[pairs][columns];
    double[] squares = new double[pairs];
    float[] wanted = new float[columns];
    for (int text = 0; text < rows.size(); text++) {
      System.arraycopy(residual, text * columns, wanted, 0, columns);
      for (int at = rows.start(text); at < rows.end(text); at++) {
        LinearCombination.add(shared[rows.column(at)], wanted, rows.value(at));
        squares[rows.column(at)] += rows.value(at) * rows.value(at);
      }
    }
    double[] gains = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      for (float value : shared[pair]) {
        gains[pair] += value * value;
      }
      gains[pair] /= squares[pair] + PENALTY;
    }
    return IntStream.range(0, pairs)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(pair -> -gains[pair]).thenComparing(it -> it))
        .limit(MOST)
        .mapToInt(pair -> pair)
        .toArray();
  }
}
