package org.papermap.wordsearch;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.corpus.Paper;
import org.papermap.corpus.Sentences;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.wordsearch.WordSearch.QuantizedRows;

/// What [WordSearch] is fitted to, and by: sentences of the papers, weights of words, typicality.
final class WordSearchFit {
  /// What is shorter is a heading rather than a sentence.
  private static final int SHORTEST_SENTENCE = 30;

  /// Between .5 and 2 it does not matter, see [RidgeRegression].
  private static final float PENALTY = 1;

  /// The weight of the similarity to the mean paper, which the axes leave out; .3 to .5 do as well.
  private static final float TYPICALITY = 0.4f;

  /// There is one column of typicality, which can be more exact.
  private static final double TYPICALITY_STEPS = 24;

  private WordSearchFit() {}

  /// One column, quantized.
  static QuantizedRows typicality(float[] values) {
    return QuantizedRows.of(values, 1, TYPICALITY_STEPS);
  }

  /// Some of a paper's sentences, evenly spread over its abstract.
  static List<String> sentences(Paper paper, int most) {
    List<String> all =
        Sentences.of(paper.abstractText()).stream()
            .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
            .toList();
    int taken = Math.min(most, all.size());
    return IntStream.range(0, taken).mapToObj(i -> all.get(i * all.size() / taken)).toList();
  }

  /// @param words the model's own vectors of the words, or nothing
  static float[][] coefficients(
      float[] words, SparseRows training, int size, float[] target, int columns) {
    if (words.length == 0) {
      return RidgeRegression.fit(training, size, target, columns, PENALTY);
    }
    WordPrior prior = WordPrior.of(words, columns, training, target);
    float[] rest = target.clone();
    prior.takeFrom(rest, training);
    float[][] fitted = RidgeRegression.fit(training, size, rest, columns, PENALTY);
    prior.addTo(fitted);
    return fitted;
  }

  /// Pairs of words that are worth vectors of their own beside the words'.
  ///
  /// @param texts the words of each row of `training` in their order, by their numbers; none for no
  ///   pairs
  /// @param target what they are to be near
  static WordPairs pairs(
      List<int[]> texts,
      Vocabulary vocabulary,
      SparseRows training,
      float[] target,
      float[][] words) {
    if (texts.isEmpty()) {
      return WordPairs.NONE;
    }
    int columns = target.length / training.size();
    float[] residual = target.clone();
    WordPrior.takeFrom(residual, training, words);
    return WordPairs.of(texts, vocabulary, residual, columns);
  }

  /// Rows as columns: numbers that stood in rows of so many.
  static byte[] turned(byte[] values, int width) {
    byte[] turned = new byte[values.length];
    int rows = width == 0 ? 0 : values.length / width;
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < width; j++) {
        turned[j * rows + row] = values[row * width + j];
      }
    }
    return turned;
  }

  /// So many of all rows, evenly spread.
  static int[] spread(int count, int rows) {
    return IntStream.range(0, count).map(i -> (int) ((long) i * rows / count)).toArray();
  }

  /// Copies some rows to where they follow one another from a row on.
  static void copyRows(float[] from, int[] rows, float[] to, int first, int columns) {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(from, rows[i] * columns, to, (first + i) * columns, columns);
    }
  }

  /// A word's weight is part of its vector, so that a question need only add. Pairs follow words.
  static float[] weighted(
      float[][] coefficients, WordPairs pairs, Vocabulary vocabulary, int columns) {
    float[] weighted = new float[(coefficients.length + pairs.vectors().length) * columns];
    for (int pair = 0; pair < pairs.vectors().length; pair++) {
      System.arraycopy(
          pairs.vectors()[pair], 0, weighted, (coefficients.length + pair) * columns, columns);
    }
    for (int word = 0; word < coefficients.length; word++) {
      for (int j = 0; j < columns; j++) {
        weighted[word * columns + j] = coefficients[word][j] * vocabulary.weight(word);
      }
    }
    return weighted;
  }

  /// Each paper's, from the mean of all: what all have in common decides nothing.
  static float[] typicalities(EmbeddingMatrix vectors, AxisProjection axes) {
    float[] typicality = new float[vectors.rows()];
    double sum = 0;
    for (int row = 0; row < typicality.length; row++) {
      typicality[row] = TYPICALITY * axes.typicality(vectors.row(row));
      sum += typicality[row];
    }
    float mean = (float) (sum / typicality.length);
    for (int row = 0; row < typicality.length; row++) {
      typicality[row] -= mean;
    }
    return typicality;
  }
}
