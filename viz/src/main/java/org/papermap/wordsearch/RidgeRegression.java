package org.papermap.wordsearch;

import java.util.Arrays;
import org.papermap.math.LinearCombination;

/// Least squares with a penalty on the squared coefficients (Hoerl and Kennard,
/// doi:10.1080/00401706.1970.10488634), by conjugate gradients on the normal equations, which are
/// never formed (Hestenes and Stiefel, doi:10.6028/jres.049.044), each unknown scaled by the
/// diagonal. The columns of the target are apart from one another: each has step lengths of its
/// own.
final class RidgeRegression {
  /// Fewer find less, and ten little more, for two thirds more of the time, see
  /// `viz/docs/search.md`.
  private static final int STEPS = 6;

  private final SparseRows texts;
  private final float penalty;

  /// Of the normal equations' left side.
  private final float[] diagonal;

  private RidgeRegression(SparseRows texts, int words, float penalty) {
    this.texts = texts;
    this.penalty = penalty;
    diagonal = new float[words];
    Arrays.fill(diagonal, penalty);
    for (int at = 0; at < texts.entries(); at++) {
      diagonal[texts.column(at)] += texts.value(at) * texts.value(at);
    }
  }

  /// The coefficients, a row of `columns` for each word.
  ///
  /// @param texts the bags of words that are to predict
  /// @param target what they are to predict, a row of `columns` for each text
  static float[][] fit(SparseRows texts, int words, float[] target, int columns, float penalty) {
    return new RidgeRegression(texts, words, penalty).solve(target, columns);
  }

  private float[][] solve(float[] target, int columns) {
    float[][] solution = new float[diagonal.length][columns];
    float[][] residual = transposed(target, columns);
    float[][] scaled = scaled(residual);
    float[][] direction = scaled(residual);
    double[] fit = products(residual, scaled);
    for (int step = 0; step < STEPS; step++) {
      float[][] image = image(direction);
      double[] curvature = products(direction, image);
      float[] length = new float[columns];
      float[] back = new float[columns];
      float[] share = new float[columns];
      for (int j = 0; j < columns; j++) {
        length[j] = curvature[j] > 0 ? (float) (fit[j] / curvature[j]) : 0;
        back[j] = -length[j];
      }
      add(solution, direction, length);
      add(residual, image, back);
      scaled = scaled(residual);
      double[] better = products(residual, scaled);
      for (int j = 0; j < columns; j++) {
        share[j] = fit[j] > 0 ? (float) (better[j] / fit[j]) : 0;
      }
      add(scaled, direction, share);
      direction = scaled;
      fit = better;
    }
    return solution;
  }

  /// What each word has of the target: the transposed texts times its columns.
  private float[][] transposed(float[] target, int columns) {
    float[][] product = new float[diagonal.length][columns];
    float[] wanted = new float[columns];
    for (int text = 0; text < texts.size(); text++) {
      System.arraycopy(target, text * columns, wanted, 0, columns);
      spread(text, wanted, product);
    }
    return product;
  }

  /// The normal equations' left side: the texts, then the transposed texts, and the penalty.
  private float[][] image(float[][] vector) {
    int columns = vector[0].length;
    float[][] product = new float[vector.length][columns];
    for (int word = 0; word < vector.length; word++) {
      LinearCombination.add(product[word], vector[word], penalty);
    }
    float[] predicted = new float[columns];
    for (int text = 0; text < texts.size(); text++) {
      Arrays.fill(predicted, 0);
      gather(text, vector, predicted);
      spread(text, predicted, product);
    }
    return product;
  }

  private void gather(int text, float[][] vector, float[] sums) {
    int at = texts.start(text);
    int end = texts.end(text);
    for (; at + 4 <= end; at += 4) {
      LinearCombination.addFour(
          sums,
          vector[texts.column(at)],
          vector[texts.column(at + 1)],
          vector[texts.column(at + 2)],
          vector[texts.column(at + 3)],
          texts.values(),
          at);
    }
    for (; at < end; at++) {
      LinearCombination.add(sums, vector[texts.column(at)], texts.value(at));
    }
  }

  /// No two words of a text are the same.
  private void spread(int text, float[] sums, float[][] vector) {
    int at = texts.start(text);
    int end = texts.end(text);
    for (; at + 4 <= end; at += 4) {
      LinearCombination.addToFour(
          vector[texts.column(at)],
          vector[texts.column(at + 1)],
          vector[texts.column(at + 2)],
          vector[texts.column(at + 3)],
          sums,
          texts.values(),
          at);
    }
    for (; at < end; at++) {
      LinearCombination.add(vector[texts.column(at)], sums, texts.value(at));
    }
  }

  private float[][] scaled(float[][] vector) {
    float[][] scaled = new float[vector.length][vector[0].length];
    for (int word = 0; word < vector.length; word++) {
      LinearCombination.add(scaled[word], vector[word], 1 / diagonal[word]);
    }
    return scaled;
  }

  /// Adds each column times a number of its own.
  private static void add(float[][] to, float[][] vector, float[] times) {
    for (int word = 0; word < to.length; word++) {
      LinearCombination.add(to[word], vector[word], times);
    }
  }

  /// The dot product of each pair of columns.
  private static double[] products(float[][] a, float[][] b) {
    double[] sums = new double[a[0].length];
    for (int word = 0; word < a.length; word++) {
      LinearCombination.addProducts(sums, a[word], b[word]);
    }
    return sums;
  }
}
