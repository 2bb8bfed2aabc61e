package org.papermap.bench;

import java.util.Arrays;
import java.util.Collection;

/// Measured values in order.
final class Quantiles {
  private final double[] sorted;

  private Quantiles(double[] sorted) {
    this.sorted = sorted;
  }

  /// @param values in any order; copied
  static Quantiles of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  static Quantiles of(Collection<Double> values) {
    return of(values.stream().mapToDouble(it -> it).toArray());
  }

  /// The least value that a share of them does not exceed; NaN where there are none.
  double at(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }

  double median() {
    return at(0.5);
  }
}
