package org.papermap.math;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The directions along which rows lie farthest apart, by orthogonal iteration on the matrix of
/// their covariances (Golub and Van Loan, *Matrix Computations*, section 8.2.4): [#mean], then
/// [#scatter], then [#iterate] from a start. All sums are in one order, whatever the number of
/// threads.
///
/// Rows that are all equal, or one row alone, have a scatter of zeros, and axes of zeros; a NaN
/// comes through all steps, and ends in axes of zeros.
public final class PrincipalAxes {
  /// Rows that are multiplied while they are in the processor's cache.
  private static final int CHUNK = 256;

  private PrincipalAxes() {}

  /// The mean of the rows: sums in double, in the order of the rows, divided once. NaN without
  /// rows.
  ///
  /// @param row a copy of each row
  public static double[] mean(int rows, int dimension, IntFunction<float[]> row) {
    double[] mean = new double[dimension];
    for (int i = 0; i < rows; i++) {
      LinearCombination.add(mean, row.apply(i));
    }
    for (int j = 0; j < dimension; j++) {
      mean[j] /= rows;
    }
    return mean;
  }

  /// The products of each two columns about their means, summed over the rows: *n* times the
  /// covariances. A value less its mean is rounded to a float, and the products of `run` rows are
  /// summed in floats, in order; these sums are added up in double.
  ///
  /// @param row a copy of each row, which is written to
  /// @param run rows to a sum in floats, a multiple of 256, or no fewer than there are
  public static double[][] scatter(int rows, double[] mean, IntFunction<float[]> row, int run) {
    double[][] scatter = new double[mean.length][mean.length];
    float[][] sums = new float[mean.length][mean.length];
    for (int from = 0; from < rows; from += CHUNK) {
      int to = Math.min(rows, from + CHUNK);
      float[][] chunk =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(i -> centred(row.apply(i), mean))
              .toArray(float[][]::new);
      boolean runEnds = to == rows || to % run == 0;
      IntStream.range(0, mean.length)
          .parallel()
          .forEach(column -> {
            LinearCombination.add(sums[column], chunk, column(chunk, column));
            if (runEnds) {
              LinearCombination.add(scatter[column], sums[column]);
              Arrays.fill(sums[column], 0);
            }
          });
    }
    return scatter;
  }

  private static float[] centred(float[] row, double[] mean) {
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) (row[j] - mean[j]);
    }
    return row;
  }

  private static float[] column(float[][] rows, int column) {
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }

  /// Turns some vectors towards the axes of a symmetric matrix: in each round each is multiplied
  /// with the matrix, by [LinearCombination], and all are made orthogonal, by [UnitLength].
  ///
  /// @param axes the start, of unit length, and the result, widest first; of as many values as the
  ///   matrix has rows
  /// @param least an axis along which the matrix has less than along the first one, times this, is
  ///   made of rounding errors, and becomes zero
  public static void iterate(double[][] matrix, double[][] axes, int rounds, double least) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < axes.length; i++) {
        double[] product = new double[matrix.length];
        LinearCombination.add(product, matrix, axes[i]);
        axes[i] = product;
      }
      UnitLength.orthonormalize(axes, least);
    }
  }

  /// The same in floats.
  ///
  /// @param axes as above
  public static void iterate(float[][] matrix, float[][] axes, int rounds, double least) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < axes.length; i++) {
        if (UnitLength.isZero(axes[i])) {
          continue;
        }
        float[] product = new float[matrix.length];
        LinearCombination.add(product, matrix, axes[i]);
        axes[i] = product;
      }
      UnitLength.orthonormalize(axes, least);
    }
  }
}
