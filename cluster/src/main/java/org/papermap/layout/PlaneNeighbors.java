package org.papermap.layout;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Nearest papers on the plane.
final class PlaneNeighbors {
  private PlaneNeighbors() {}

  /// The `k` rows whose places are nearest to that of `row`, nearest first, ties by row.
  static int[] of(Layout layout, int row, int k) {
    return IntStream.range(0, layout.rows())
        .filter(other -> other != row)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer other) -> squared(layout, row, other)))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double squared(Layout layout, int a, int b) {
    double dx = layout.x(a) - layout.x(b);
    double dy = layout.y(a) - layout.y(b);
    return dx * dx + dy * dy;
  }
}
