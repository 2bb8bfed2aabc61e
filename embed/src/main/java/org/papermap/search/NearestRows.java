package org.papermap.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Chooses the nearest of many rows: exactly, although most of the work is done in floats.
///
/// A first look at all rows in floats leaves those that may be among the nearest in view of its
/// rounding; their dot products are then summed in double, which decides. So the choice does not
/// depend on the order in which the first look adds.
final class NearestRows {
  /// Relative rounding of one float operation, 2⁻²⁴.
  private static final double UNIT_ROUNDOFF = 0x1p-24;

  private NearestRows() {}

  /// @param cosine the dot product in double
  record Near(int row, double cosine) {}

  static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingDouble((Near near) -> -near.cosine).thenComparingInt(near -> near.row);

  /// The `k` nearest rows, nearest first, ties by row; all there are when there are fewer.
  ///
  /// @param rough each row's dot product in floats, added in any order; negative infinity for a row
  ///   that is not to be chosen
  /// @param exact a row's dot product in double
  /// @param dimension how many products a dot product adds
  static List<Near> choose(float[] rough, int k, int dimension, IntToDoubleFunction exact) {
    float threshold = threshold(rough, k);
    double slack = slack(dimension);
    List<Near> candidates = new ArrayList<>();
    for (int row = 0; row < rough.length; row++) {
      if (rough[row] >= threshold - slack && rough[row] != Float.NEGATIVE_INFINITY) {
        candidates.add(new Near(row, exact.applyAsDouble(row)));
      }
    }
    candidates.sort(NEAREST_FIRST);
    return candidates.size() <= k ? candidates : candidates.subList(0, k);
  }

  /// How much a rough product may seem behind another that it is really before.
  ///
  /// Each of two rough values may be off by d·u·Σ|aᵢbᵢ|, and Σ|aᵢbᵢ| ≤ 1 for unit vectors (Higham
  /// 2002, Accuracy and Stability of Numerical Algorithms, §3.1); doubled once more for rows whose
  /// length is one within a tolerance only.
  static double slack(int dimension) {
    return 4 * dimension * UNIT_ROUNDOFF;
  }

  /// The `k`-th largest value, by a heap of the `k` largest seen so far with the least on top;
  /// negative infinity where there are no more than `k`.
  static float threshold(float[] values, int k) {
    if (k >= values.length) {
      return Float.NEGATIVE_INFINITY;
    }
    float[] heap = new float[k];
    Arrays.fill(heap, Float.NEGATIVE_INFINITY);
    for (float value : values) {
      if (value > heap[0]) {
        replaceLeast(heap, value);
      }
    }
    return heap[0];
  }

  static void replaceLeast(float[] heap, float value) {
    int at = 0;
    for (int child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (value <= heap[child]) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }
}
