package org.papermap.bench;

import java.util.Arrays;

/// Quantiles of measurements.
final class Figures {
  private Figures() {}

  /// The value that the share `q` of the values does not exceed (nearest rank); NaN of none.
  static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(q * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }
}
