package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import org.papermap.math.TopK;

/// The candidates for the nearest rows of one row, gathered from rough dot products in any order.
/// The order changes only how many needless candidates are left.
final class Candidates {
  /// Room beyond the *k* nearest before pruning.
  private static final int SPARE = 48;

  private final int k;
  private final float slack;
  private int[] rows;
  private float[] roughs;
  private int size;
  private float limit = Float.NEGATIVE_INFINITY;

  /// @param k how many nearest rows are wanted
  /// @param slack how much a rough product may be too low
  Candidates(int k, float slack) {
    this.k = k;
    this.slack = slack;
    this.rows = new int[k + SPARE];
    this.roughs = new float[k + SPARE];
  }

  /// Rows with a rough product below this cannot be among the nearest.
  float limit() {
    return limit;
  }

  /// Takes a row whose rough product is the limit or more.
  void add(int row, float rough) {
    if (size == rows.length) {
      prune();
      // Rows that tie with the *k*-th nearest, such as copies, all have to stay.
      if (size > rows.length - SPARE / 2) {
        rows = Arrays.copyOf(rows, 2 * rows.length);
        roughs = Arrays.copyOf(roughs, 2 * roughs.length);
      }
      if (rough < limit) {
        return;
      }
    }
    rows[size] = row;
    roughs[size++] = rough;
  }

  /// The rows that may be among the nearest.
  int[] rows() {
    prune();
    return Arrays.copyOf(rows, size);
  }

  private void prune() {
    TopK nearest = new TopK(k);
    for (int i = 0; i < size; i++) {
      nearest.offer(rows[i], roughs[i]);
    }
    limit = (float) nearest.least() - slack;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (roughs[i] >= limit) {
        rows[kept] = rows[i];
        roughs[kept++] = roughs[i];
      }
    }
    size = kept;
  }
}
