package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import org.papermap.math.TopK;

/// What may be among the nearest rows of one row, gathered while rough dot products with others
/// come in, in any order: what is left in the end is the same, or some more than need be.
final class Candidates {
  /// Room beyond the nearest wanted, before what has fallen behind is thrown out.
  private static final int SPARE = 48;

  private final int k;
  private final float slack;
  private int[] rows;
  private float[] roughs;
  private int size;
  private float limit = Float.NEGATIVE_INFINITY;

  /// @param k how many nearest rows are wanted
  /// @param slack how much nearer than its rough product says a row may be to another
  Candidates(int k, float slack) {
    this.k = k;
    this.slack = slack;
    this.rows = new int[k + SPARE];
    this.roughs = new float[k + SPARE];
  }

  /// A rough product below this is of no use.
  float limit() {
    return limit;
  }

  /// Takes a row whose rough product is the limit or more.
  void add(int row, float rough) {
    if (size == rows.length) {
      prune();
      // Many rows that are as near as the last one wanted, as copies are, all have to stay.
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
