package org.papermap.math;

/// Adds rows, each times a number of its own, to a sum. Rows are added one after another, in their
/// order; no product is fused; the precision is that of the arrays, except where a method says
/// otherwise. No rows leave the sum as it is; NaN and infinities stay in their column.
///
/// Each loop is small and reads and writes every array at the same plain index: then the compiler
/// makes vector instructions of it. Four rows at a time load and store a sum a quarter as often,
/// and add in the same order.
public final class LinearCombination {
  private LinearCombination() {}

  /// Adds all rows, each times the number at its place.
  ///
  /// @param rows as many as there are numbers, each as long as the sum or longer
  public static void add(float[] sum, float[][] rows, float[] times) {
    int i = 0;
    for (; i + 4 <= times.length; i += 4) {
      addFour(sum, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], times, i);
    }
    for (; i < times.length; i++) {
      add(sum, rows[i], times[i]);
    }
  }

  /// Adds four rows, times the numbers from `at` on.
  public static void addFour(
      float[] sum, float[] a, float[] b, float[] c, float[] d, float[] times, int at) {
    float w = times[at];
    float x = times[at + 1];
    float y = times[at + 2];
    float z = times[at + 3];
    for (int j = 0; j < sum.length; j++) {
      sum[j] = sum[j] + a[j] * w + b[j] * x + c[j] * y + d[j] * z;
    }
  }

  /// Adds a row times a number.
  public static void add(float[] sum, float[] row, float times) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += times * row[j];
    }
  }

  /// Adds a row, each of its values times a number of its own.
  public static void add(float[] sum, float[] row, float[] times) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += times[j] * row[j];
    }
  }

  /// Adds one row to four different ones, times the numbers from `at` on.
  public static void addToFour(
      float[] a, float[] b, float[] c, float[] d, float[] row, float[] times, int at) {
    float w = times[at];
    float x = times[at + 1];
    float y = times[at + 2];
    float z = times[at + 3];
    for (int j = 0; j < row.length; j++) {
      float value = row[j];
      a[j] = a[j] + value * w;
      b[j] = b[j] + value * x;
      c[j] = c[j] + value * y;
      d[j] = d[j] + value * z;
    }
  }

  /// Adds all rows, each times the number at its place.
  ///
  /// @param rows as many as there are numbers, each as long as the sum or longer
  public static void add(double[] sum, double[][] rows, double[] times) {
    int i = 0;
    for (; i + 4 <= times.length; i += 4) {
      addFour(sum, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], times, i);
    }
    for (; i < times.length; i++) {
      add(sum, rows[i], times[i]);
    }
  }

  private static void addFour(
      double[] sum, double[] a, double[] b, double[] c, double[] d, double[] times, int at) {
    double w = times[at];
    double x = times[at + 1];
    double y = times[at + 2];
    double z = times[at + 3];
    for (int j = 0; j < sum.length; j++) {
      sum[j] = sum[j] + a[j] * w + b[j] * x + c[j] * y + d[j] * z;
    }
  }

  /// Adds a row times a number.
  public static void add(double[] sum, double[] row, double times) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += times * row[j];
    }
  }

  /// Adds a row of floats to a sum in double.
  public static void add(double[] sum, float[] row) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += row[j];
    }
  }

  /// Adds the product of each pair of floats, which is exact in double, to a sum in double.
  public static void addProducts(double[] sum, float[] a, float[] b) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += (double) a[j] * b[j];
    }
  }
}
