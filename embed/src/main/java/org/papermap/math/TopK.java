package org.papermap.math;

/// The *k* greatest of the values that are offered, each with its row: a heap with the least of
/// them on top. Among equal values the lower row is greater. NaN counts as negative infinity. The
/// result does not depend on the order of the offers; *n* offers take *n* log *k* steps at most.
///
/// Not safe for use by several threads at once.
public final class TopK {
  /// With so many values for each that is wanted it pays to find out first what `k` of them reach.
  private static final int MANY = 16;

  private final double[] values;
  private final int[] rows;
  private int size;
  private double least;

  /// @param k how many to keep, 0 or more; memory for all of them is allocated at once
  public TopK(int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k: " + k + ". Ask for 0 or more.");
    }
    values = new double[k];
    rows = new int[k];
    least = k == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /// The places of the `k` greatest values, greatest first, ties by place; all places when there
  /// are fewer.
  public static int[] of(double[] values, int k) {
    TopK greatest = new TopK(Math.min(k, values.length));
    for (int row = 0; row < values.length; row++) {
      greatest.offer(row, values[row]);
    }
    return greatest.rows();
  }

  /// The same of floats. Of many, most are passed over because the greatest values of `k` blocks
  /// are greater: 160 of 9,868 take two thirds of the time.
  public static int[] of(float[] values, int k) {
    TopK greatest = new TopK(Math.min(k, values.length));
    double enough = values.length / MANY < k ? Double.NEGATIVE_INFINITY : reached(values, k);
    for (int row = 0; row < values.length; row++) {
      if (!(values[row] < enough)) {
        greatest.offer(row, values[row]);
      }
    }
    return greatest.rows();
  }

  /// What at least `k` of the values reach.
  private static double reached(float[] values, int k) {
    TopK greatest = new TopK(k);
    int blocks = 2 * k;
    for (int block = 0; block < blocks; block++) {
      int to = (int) ((long) values.length * (block + 1) / blocks);
      float most = Float.NEGATIVE_INFINITY;
      for (int row = (int) ((long) values.length * block / blocks); row < to; row++) {
        most = values[row] > most ? values[row] : most;
      }
      greatest.offer(block, most);
    }
    return greatest.least();
  }

  /// Keeps a row if it is among the greatest so far. No row may be offered twice.
  public void offer(int row, double value) {
    // Most offers of many end here.
    if (!(value < least)) {
      keep(row, Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value);
    }
  }

  private void keep(int row, double value) {
    if (size < rows.length) {
      raise(size++, row, value);
    } else if (size > 0 && isLess(values[0], rows[0], value, row)) {
      sink(0, size, row, value);
    }
    if (size > 0 && size == rows.length) {
      least = values[0];
    }
  }

  /// The value that others must reach to be kept: negative infinity while there is room, infinity
  /// where *k* is 0.
  public double least() {
    return least;
  }

  /// The rows kept, that of the greatest value first.
  public int[] rows() {
    sort();
    int[] reversed = new int[size];
    for (int i = 0; i < size; i++) {
      reversed[i] = rows[size - 1 - i];
    }
    return reversed;
  }

  /// Their values, in the same order.
  public double[] values() {
    sort();
    double[] reversed = new double[size];
    for (int i = 0; i < size; i++) {
      reversed[i] = values[size - 1 - i];
    }
    return reversed;
  }

  /// Puts the least first, which a heap may be, too.
  private void sort() {
    for (int end = size - 1; end > 0; end--) {
      int row = rows[end];
      double value = values[end];
      rows[end] = rows[0];
      values[end] = values[0];
      sink(0, end, row, value);
    }
    // Now the greatest is first.
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      int row = rows[i];
      double value = values[i];
      rows[i] = rows[j];
      values[i] = values[j];
      rows[j] = row;
      values[j] = value;
    }
  }

  private void raise(int place, int row, double value) {
    int at = place;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isLess(value, row, values[parent], rows[parent])) {
        break;
      }
      rows[at] = rows[parent];
      values[at] = values[parent];
      at = parent;
    }
    rows[at] = row;
    values[at] = value;
  }

  private void sink(int place, int end, int row, double value) {
    int at = place;
    for (int child = 2 * at + 1; child < end; child = 2 * at + 1) {
      if (child + 1 < end
          && isLess(values[child + 1], rows[child + 1], values[child], rows[child])) {
        child++;
      }
      if (isLess(value, row, values[child], rows[child])) {
        break;
      }
      rows[at] = rows[child];
      values[at] = values[child];
      at = child;
    }
    rows[at] = row;
    values[at] = value;
  }

  private static boolean isLess(double value, int row, double other, int otherRow) {
    return value < other || (value == other && row > otherRow);
  }
}
