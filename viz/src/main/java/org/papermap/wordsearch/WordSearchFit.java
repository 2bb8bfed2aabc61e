package org.papermap.wordsearch;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.corpus.Paper;
import org.papermap.corpus.Sentences;
import org.papermap.vectors.EmbeddingMatrix;

/// What [WordSearch] is fitted to, and by: sentences of the papers, weights of words, typicality.
final class WordSearchFit {
  /// What is shorter is a heading rather than a sentence.
  private static final int SHORTEST_SENTENCE = 30;

  /// Between .5 and 2 it does not matter, see [RidgeRegression].
  private static final float PENALTY = 1;

  /// The weight of the similarity to the mean paper, which the axes leave out; .3 to .5 do as well.
  private static final float TYPICALITY = 0.4f;

  private WordSearchFit() {}

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
    prior.takeFrom(target, training);
    float[][] fitted = RidgeRegression.fit(training, size, target, columns, PENALTY);
    prior.addTo(fitted);
    return fitted;
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

  /// A word's weight is part of its vector, so that a question need only add.
  static float[] weighted(float[][] coefficients, Vocabulary vocabulary, int columns) {
    float[] weighted = new float[coefficients.length * columns];
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
