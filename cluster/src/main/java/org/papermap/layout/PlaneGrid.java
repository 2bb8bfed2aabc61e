package org.papermap.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The papers of a layout in square cells of the plane, so that the nearest ones are found near by.
final class PlaneGrid {
  /// Papers a cell on average: few enough to look through, enough to stop after a ring or two.
  private static final int PAPERS_A_CELL = 4;

  private final Layout layout;
  private final int side;
  private final List<List<Integer>> cells = new ArrayList<>();

  PlaneGrid(Layout layout) {
    this.layout = layout;
    this.side = (int) Math.max(1, Math.sqrt((double) layout.rows() / PAPERS_A_CELL));
    for (int i = 0; i < side * side; i++) {
      cells.add(new ArrayList<>());
    }
    for (int row = 0; row < layout.rows(); row++) {
      cells.get(cell(layout.x(row)) * side + cell(layout.y(row))).add(row);
    }
  }

  /// The `k` rows whose places are nearest to that of `row`, nearest first, ties by row; fewer
  /// where there are no more.
  int[] nearest(int row, int k) {
    List<Integer> found = new ArrayList<>();
    int x = cell(layout.x(row));
    int y = cell(layout.y(row));
    Comparator<Integer> order =
        Comparator.comparingDouble((Integer other) -> squared(row, other))
            .thenComparing(Comparator.naturalOrder());
    for (int ring = 0; ring < side; ring++) {
      collectRing(x, y, ring, row, found);
      // All within `ring` cell widths of the row's own cell has been seen.
      double seen = (double) ring / side;
      long sure = found.stream().filter(other -> squared(row, other) < seen * seen).count();
      if (sure >= k) {
        break;
      }
    }
    return found.stream().sorted(order).limit(k).mapToInt(Integer::intValue).toArray();
  }

  private void collectRing(int x, int y, int ring, int row, List<Integer> found) {
    for (int i = Math.max(0, x - ring); i <= Math.min(side - 1, x + ring); i++) {
      for (int j = Math.max(0, y - ring); j <= Math.min(side - 1, y + ring); j++) {
        if (Math.max(Math.abs(i - x), Math.abs(j - y)) == ring) {
          for (int other : cells.get(i * side + j)) {
            if (other != row) {
              found.add(other);
            }
          }
        }
      }
    }
  }

  private int cell(float coordinate) {
    return (int) Math.min(side - 1, coordinate * side);
  }

  private double squared(int a, int b) {
    double dx = (double) layout.x(a) - layout.x(b);
    double dy = (double) layout.y(a) - layout.y(b);
    return dx * dx + dy * dy;
  }
}
