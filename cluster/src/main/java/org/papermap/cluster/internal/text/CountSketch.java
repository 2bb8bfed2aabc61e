package org.papermap.cluster.internal.text;

/// Counts, up to 2, how many papers have each 64-bit hash: never too low, and rarely too high. It
/// keeps the many words and phrases of single papers out of a table.
public final class CountSketch {
  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 1 << 28;

  private final byte[] counts;

  private CountSketch(int size) {
    this.counts = new byte[size];
  }

  /// @param hashes of each paper, ascending; equal ones count once
  public static CountSketch of(long[][] hashes) {
    long all = 0;
    for (long[] row : hashes) {
      all += row.length;
    }
    int size = SMALLEST;
    while (size < 4 * all && size < LARGEST) {
      size *= 2;
    }
    CountSketch sketch = new CountSketch(size);
    for (long[] row : hashes) {
      for (int i = 0; i < row.length; i++) {
        int slot = sketch.slot(row[i]);
        if (sketch.counts[slot] < 2 && (i == 0 || row[i] != row[i - 1])) {
          sketch.counts[slot]++;
        }
      }
    }
    return sketch;
  }

  /// Whether two papers or more have a hash.
  public boolean isShared(long hash) {
    return counts[slot(hash)] >= 2;
  }

  private int slot(long hash) {
    return (int) hash & (counts.length - 1);
  }
}
