package org.papermap.cluster;

/// The number of papers that each pair of clusters of two clusterings shares.
final class ContingencyTable {
  private final int papers;
  private final long[][] shared;
  private final long[] rowSums;
  private final long[] columnSums;

  private ContingencyTable(int papers, long[][] shared, long[] rowSums, long[] columnSums) {
    this.papers = papers;
    this.shared = shared;
    this.rowSums = rowSums;
    this.columnSums = columnSums;
  }

  static ContingencyTable of(Clustering a, Clustering b) {
    // Noise is −1, and becomes column or row 0.
    long[][] shared = new long[a.count() + 1][b.count() + 1];
    long[] rowSums = new long[a.count() + 1];
    long[] columnSums = new long[b.count() + 1];
    for (int row = 0; row < a.rows(); row++) {
      shared[a.label(row) + 1][b.label(row) + 1]++;
      rowSums[a.label(row) + 1]++;
      columnSums[b.label(row) + 1]++;
    }
    return new ContingencyTable(a.rows(), shared, rowSums, columnSums);
  }

  double adjustedRandIndex() {
    double together = 0;
    for (long[] row : shared) {
      together += pairs(row);
    }
    double inRows = pairs(rowSums);
    double inColumns = pairs(columnSums);
    double all = papers * (papers - 1.0) / 2;
    double expected = all > 0 ? inRows * inColumns / all : 0;
    double most = (inRows + inColumns) / 2;
    // Both put each paper alone, or all together: no other table is possible.
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  double adjustedMutualInformation() {
    double mean = (entropy(rowSums) + entropy(columnSums)) / 2;
    double expected = expectedInformation();
    double found = information();
    // Rounding must not turn 0/0 into a number.
    return Math.abs(mean - expected) < 1e-12 ? 1 : (found - expected) / (mean - expected);
  }

  private double information() {
    double sum = 0;
    for (int i = 0; i < rowSums.length; i++) {
      for (int j = 0; j < columnSums.length; j++) {
        if (shared[i][j] > 0) {
          double share = (double) shared[i][j] / papers;
          sum += share * Math.log(share * papers * papers / rowSums[i] / columnSums[j]);
        }
      }
    }
    return sum;
  }

  private double entropy(long[] sums) {
    double entropy = 0;
    for (long sum : sums) {
      if (sum > 0) {
        double share = (double) sum / papers;
        entropy -= share * Math.log(share);
      }
    }
    return entropy;
  }

  /// The mean information of all tables with the same row and column sums: for each pair of
  /// clusters and each number of shared papers, the information times the hypergeometric
  /// probability.
  private double expectedInformation() {
    double[] logFactorial = new double[papers + 1];
    for (int i = 1; i <= papers; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    double expected = 0;
    for (long a : rowSums) {
      for (long b : columnSums) {
        int from = (int) Math.max(1, a + b - papers);
        for (int n = from; n <= Math.min(a, b); n++) {
          double logChance =
              logFactorial[(int) a]
                  + logFactorial[(int) b]
                  + logFactorial[(int) (papers - a)]
                  + logFactorial[(int) (papers - b)]
                  - logFactorial[papers]
                  - logFactorial[n]
                  - logFactorial[(int) (a - n)]
                  - logFactorial[(int) (b - n)]
                  - logFactorial[(int) (papers - a - b + n)];
          double share = (double) n / papers;
          expected += share * Math.log(share * papers * papers / a / b) * Math.exp(logChance);
        }
      }
    }
    return expected;
  }

  private static double pairs(long[] counts) {
    double pairs = 0;
    for (long count : counts) {
      pairs += count * (count - 1.0) / 2;
    }
    return pairs;
  }
}
