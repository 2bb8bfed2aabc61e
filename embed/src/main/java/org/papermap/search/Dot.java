package org.papermap.search;

/// The dot product that decides which paper is nearer.
final class Dot {
  private Dot() {}

  /// Summed in double, in the order of the values.
  static double of(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }
}
