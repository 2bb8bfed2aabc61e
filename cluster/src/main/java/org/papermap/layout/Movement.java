package org.papermap.layout;

import java.util.stream.IntStream;

/// How far papers lie from their places on an earlier map, in shares of the map's side: 0 in place,
/// about 0.5 for random places.
///
/// @param papers the number of papers on both maps
/// @param median of their distances; 0 where there are none
/// @param ninetieth percentile of their distances; 0 where there are none
public record Movement(int papers, double median, double ninetieth) {
  /// The movement from one map to another.
  ///
  /// @param earlierRows the row of each paper on the earlier map, or −1 for a new paper
  public static Movement of(Layout earlier, int[] earlierRows, Layout layout) {
    if (earlierRows.length != layout.rows()) {
      throw new IllegalArgumentException(
          "earlier rows of %d papers beside %d places. Give those of the same papers."
              .formatted(earlierRows.length, layout.rows()));
    }
    double[] moved =
        IntStream.range(0, earlierRows.length)
            .filter(row -> earlierRows[row] >= 0)
            .mapToDouble(row -> distance(earlier, earlierRows[row], layout, row))
            .sorted()
            .toArray();
    return new Movement(moved.length, quantile(moved, 0.5), quantile(moved, 0.9));
  }

  private static double distance(Layout earlier, int from, Layout layout, int to) {
    double dx = (double) layout.x(to) - earlier.x(from);
    double dy = (double) layout.y(to) - earlier.y(from);
    return Math.sqrt(dx * dx + dy * dy);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }
}
