package org.papermap.embed.internal.nearest;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.papermap.math.DotProduct;
import org.papermap.math.TopK;

/// Chooses the nearest of many rows exactly, with most of the work in floats.
///
/// Rough dot products in floats leave the rows that may be among the nearest within the rounding
/// error; their dot products summed in double decide. So the choice does not depend on the order of
/// float additions.
public final class NearestRows {
  private NearestRows() {}

  /// @param similarity the dot product in double
  public record Near(int row, double similarity) {}

  /// The `k` nearest rows, nearest first, ties by row; all rows when there are fewer.
  ///
  /// @param rough each row's dot product in floats, added in any order; negative infinity for a row
  ///   that is not to be chosen
  /// @param exact a row's dot product in double
  /// @param dimension how many products a dot product adds
  static List<Near> choose(float[] rough, int k, int dimension, IntToDoubleFunction exact) {
    int wanted = Math.min(k, rough.length);
    TopK roughly = new TopK(wanted);
    for (int row = 0; row < rough.length; row++) {
      roughly.offer(row, rough[row]);
    }
    double limit = roughly.least() - slack(dimension);
    TopK nearest = new TopK(wanted);
    for (int row = 0; row < rough.length; row++) {
      if (rough[row] >= limit && rough[row] != Float.NEGATIVE_INFINITY) {
        nearest.offer(row, exact.applyAsDouble(row));
      }
    }
    return list(nearest);
  }

  /// The rows that were kept, nearest first.
  static List<Near> list(TopK nearest) {
    int[] rows = nearest.rows();
    double[] cosines = nearest.values();
    return IntStream.range(0, rows.length).mapToObj(i -> new Near(rows[i], cosines[i])).toList();
  }

  /// How much lower a rough product may be than that of a row that is farther.
  ///
  /// Each of two rough values may be off by the bound of a dot product of unit vectors; doubled
  /// once more, as rows have unit length within a tolerance only.
  static double slack(int dimension) {
    return 4 * DotProduct.errorBound(dimension);
  }
}
