package org.papermap.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.papermap.cluster.internal.layout.BoundingBox;

/// Deterministic jitter: moves papers apart that lie on one another, such as copies of a text, so
/// that each has a dot of its own.
final class Jitter {
  /// The side of a square, as a share of the map's side, within which places count as one.
  private static final double SAME_PLACE = 1e-4;

  /// The distance between papers moved apart, as a share of the map's side: about the width of a
  /// dot.
  private static final double STEP = 0.008;

  /// The angle from one point to the next that fills a disk evenly (Vogel,
  /// doi:10.1016/0025-5564(79)90080-4).
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private Jitter() {}

  /// The same places, but where several papers share one, the first stays and the others lie around
  /// it in the order of their rows. Papers that all share one place fill a disk.
  ///
  /// @param places x and y in turn, in any unit
  static double[] resolve(double[] places) {
    double side = side(places);
    double step = side > 0 ? STEP * side : 1;
    double cell = side > 0 ? SAME_PLACE * side : 1;
    Map<String, List<Integer>> together = new TreeMap<>();
    for (int row = 0; row < places.length / 2; row++) {
      String place =
          Math.rint(places[2 * row] / cell) + " " + Math.rint(places[2 * row + 1] / cell);
      together.computeIfAbsent(place, _ -> new ArrayList<>()).add(row);
    }
    double[] apart = places.clone();
    for (List<Integer> rows : together.values()) {
      for (int i = 1; i < rows.size(); i++) {
        int first = rows.getFirst();
        int row = rows.get(i);
        double radius = step * Math.sqrt(i);
        apart[2 * row] = places[2 * first] + radius * Math.cos(i * GOLDEN_ANGLE);
        apart[2 * row + 1] = places[2 * first + 1] + radius * Math.sin(i * GOLDEN_ANGLE);
      }
    }
    return apart;
  }

  private static double side(double[] places) {
    double side = BoundingBox.of(places).side();
    // Rounding puts equal papers this far apart.
    return side > 1e-6 ? side : 0;
  }
}
