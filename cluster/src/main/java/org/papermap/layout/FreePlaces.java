package org.papermap.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives each new paper of a map a place that no other paper lies on.
final class FreePlaces {
  /// The least distance, as a share of the map's side: about half of a dot, and less on a map so
  /// full that papers lie nearer to each other.
  private static final double LEAST = 0.005;

  /// The least distance in units of the side of a square that is one paper's share of the map.
  private static final double LEAST_OF_SHARE = 0.25;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /// A free place is found long before.
  private static final int MOST_TRIED = 10_000;

  private final double[] places;
  private final double gap;

  /// The rows whose places are settled, by square cells as wide as the gap.
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  private FreePlaces(double[] places) {
    this.places = places;
    this.gap = Math.min(LEAST, LEAST_OF_SHARE / Math.sqrt(Math.max(1, places.length / 2)));
  }

  /// The same places, but a new paper that lies on another lies beside it: on the first free place
  /// of a spiral (Vogel, doi:10.1016/0025-5564(79)90080-4). Earlier rows go first.
  ///
  /// @param places x and y in turn, in the unit square
  /// @param held papers that stay where they are, whatever lies there
  static double[] of(double[] places, boolean[] held) {
    FreePlaces free = new FreePlaces(places.clone());
    for (int row = 0; row < held.length; row++) {
      if (held[row]) {
        free.settle(row);
      }
    }
    for (int row = 0; row < held.length; row++) {
      if (!held[row]) {
        free.move(row);
        free.settle(row);
      }
    }
    return free.places;
  }

  private void move(int row) {
    double x = places[2 * row];
    double y = places[2 * row + 1];
    for (int i = 0; i < MOST_TRIED && !isFree(row); i++) {
      double radius = gap * Math.sqrt(i + 1.0);
      places[2 * row] = Math.clamp(x + radius * StrictMath.cos(i * GOLDEN_ANGLE), 0, 1);
      places[2 * row + 1] = Math.clamp(y + radius * StrictMath.sin(i * GOLDEN_ANGLE), 0, 1);
    }
  }

  private boolean isFree(int row) {
    long column = cell(places[2 * row]);
    long line = cell(places[2 * row + 1]);
    for (long i = column - 1; i <= column + 1; i++) {
      for (long j = line - 1; j <= line + 1; j++) {
        for (int other : cells.getOrDefault(key(i, j), List.of())) {
          double dx = places[2 * row] - places[2 * other];
          double dy = places[2 * row + 1] - places[2 * other + 1];
          if (dx * dx + dy * dy < gap * gap) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void settle(int row) {
    long key = key(cell(places[2 * row]), cell(places[2 * row + 1]));
    cells.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
  }

  private long cell(double coordinate) {
    return (long) (coordinate / gap);
  }

  private static long key(long column, long line) {
    return column << Integer.SIZE | line & 0xffffffffL;
  }
}
