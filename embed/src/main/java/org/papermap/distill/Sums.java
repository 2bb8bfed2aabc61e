package org.papermap.distill;

/// Sums of rows, each times a number of its own.
///
/// These are the loops that all arithmetic of this package goes through, so they are few, small,
/// and read and write every array at the same plain index: then the compiler makes vector
/// instructions of them, and does so once for all. Four rows at a time load and store a sum a
/// quarter as often. The order of the additions is fixed.
final class Sums {
  private Sums() {}

  /// Adds all rows, each times the number at its place.
  ///
  /// @param rows as many as there are numbers, each as long as the sum or longer
  static void add(float[] sum, float[][] rows, float[] times) {
    int i = 0;
    for (; i + 4 <= times.length; i += 4) {
      addFour(sum, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], times, i);
    }
    for (; i < times.length; i++) {
      add(sum, rows[i], times[i]);
    }
  }

  /// Adds four rows, times the numbers from `at` on.
  static void addFour(
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
  static void add(float[] sum, float[] row, float times) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += times * row[j];
    }
  }

  /// Adds a row, each of its values times a number of its own.
  static void add(float[] sum, float[] row, float[] times) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += times[j] * row[j];
    }
  }

  /// Adds one row to four different ones, times the numbers from `at` on.
  static void addToFour(
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

  /// Adds the product of each pair of values.
  static void addProducts(double[] sum, float[] a, float[] b) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += (double) a[j] * b[j];
    }
  }
}
