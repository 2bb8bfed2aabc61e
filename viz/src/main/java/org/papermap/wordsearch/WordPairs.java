package org.papermap.wordsearch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.math.LinearCombination;
import org.papermap.math.TopK;

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

  /// @param texts for each row of `residual` its words in their order, as [Vocabulary#sequences]
  ///   gives them
  /// @param vocabulary of single words
  /// @param residual what the words' vectors leave of the texts' targets, a row of `columns` each
  static WordPairs of(List<int[]> texts, Vocabulary vocabulary, float[] residual, int columns) {
    CommonPairs common = CommonPairs.of(texts, vocabulary.size(), FEWEST_TEXTS);
    if (common.size() == 0) {
      return NONE;
    }
    SparseRows all = rows(texts, vocabulary, common);
    int[] chosen = chosen(all, common.size(), residual, columns);
    Comparator<Integer> alphabetical =
        Comparator.comparing(pair -> text(common.pair(pair), vocabulary));
    int[] kept = IntStream.of(chosen).boxed().sorted(alphabetical).mapToInt(it -> it).toArray();
    int[] sorted = IntStream.of(kept).sorted().toArray();
    float[][] fitted =
        RidgeRegression.fit(all.only(sorted), sorted.length, residual, columns, PENALTY);
    float[][] vectors = new float[kept.length][];
    for (int pair = 0; pair < kept.length; pair++) {
      vectors[pair] = fitted[Arrays.binarySearch(sorted, kept[pair])];
      LinearCombination.add(vectors[pair], vectors[pair].clone(), WEIGHT - 1);
    }
    return new WordPairs(
        IntStream.of(kept).mapToObj(pair -> text(common.pair(pair), vocabulary)).toList(), vectors);
  }

  private static String text(CommonPairs.Pair pair, Vocabulary vocabulary) {
    return of(vocabulary.words().get(pair.first()), vocabulary.words().get(pair.second()));
  }

  /// How a pair is called among words, none of which has a space.
  static String of(String first, String second) {
    return first + ' ' + second;
  }

  /// A row for each text, on the scale of its bag of words.
  private static SparseRows rows(List<int[]> texts, Vocabulary vocabulary, CommonPairs common) {
    SparseRows.Builder rows = new SparseRows.Builder();
    for (int text = 0; text < texts.size(); text++) {
      int[] pairs = common.of(text);
      if (pairs.length > 0) {
        float value = WEIGHT * vocabulary.scale(texts.get(text));
        for (int pair : pairs) {
          rows.add(pair, value);
        }
      }
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
    return TopK.of(gains, MOST);
  }
}
