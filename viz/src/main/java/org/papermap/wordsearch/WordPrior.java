package org.papermap.wordsearch;

import java.util.Arrays;
import org.papermap.math.LinearCombination;

/// What the model itself gives to single words, as the place where the fit of the words begins:
/// words that the corpus tells little about stay near it, and words that it has not at all keep it.
final class WordPrior {
  private final float[][] coefficients;

  private WordPrior(float[][] coefficients) {
    this.coefficients = coefficients;
  }

  /// The prior that comes nearest to a target in the sense of least squares.
  ///
  /// @param words the vectors of single words along the axes, a row of `columns` each
  /// @param texts bags of these words
  /// @param target what the texts are to be near, a row of `columns` each
  static WordPrior of(float[] words, int columns, SparseRows texts, float[] target) {
    float[][] coefficients = new float[words.length / columns][columns];
    for (int word = 0; word < coefficients.length; word++) {
      System.arraycopy(words, word * columns, coefficients[word], 0, columns);
    }
    double shared = 0;
    double squared = 0;
    float[] sums = new float[columns];
    for (int text = 0; text < texts.size(); text++) {
      sum(coefficients, texts, text, sums);
      for (int j = 0; j < columns; j++) {
        shared += (double) sums[j] * target[text * columns + j];
        squared += (double) sums[j] * sums[j];
      }
    }
    float scale = squared > 0 ? (float) (shared / squared) : 0;
    for (float[] row : coefficients) {
      for (int j = 0; j < columns; j++) {
        row[j] *= scale;
      }
    }
    return new WordPrior(coefficients);
  }

  /// Takes what the prior says of the texts from a target, which the fit is then to explain.
  void takeFrom(float[] target, SparseRows texts) {
    takeFrom(target, texts, coefficients);
  }

  /// Takes what vectors of words say of the texts from a target.
  static void takeFrom(float[] target, SparseRows texts, float[][] coefficients) {
    int columns = target.length / texts.size();
    float[] sums = new float[columns];
    for (int text = 0; text < texts.size(); text++) {
      sum(coefficients, texts, text, sums);
      for (int j = 0; j < columns; j++) {
        target[text * columns + j] -= sums[j];
      }
    }
  }

  /// Adds the prior to what was fitted beside it.
  void addTo(float[][] fitted) {
    for (int word = 0; word < fitted.length; word++) {
      LinearCombination.add(fitted[word], coefficients[word], 1);
    }
  }

  private static void sum(float[][] coefficients, SparseRows texts, int text, float[] sums) {
    Arrays.fill(sums, 0);
    for (int at = texts.start(text); at < texts.end(text); at++) {
      LinearCombination.add(sums, coefficients[texts.column(at)], texts.value(at));
    }
  }
}
