package org.papermap.bench;

import java.util.List;

/// Measured values in order.
record Quantiles(List<Double> sorted) {
  static Quantiles of(List<Double> values) {
    return new Quantiles(values.stream().sorted().toList());
  }

  /// The least value that a share of them does not exceed; NaN where there are none.
  double at(double share) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
