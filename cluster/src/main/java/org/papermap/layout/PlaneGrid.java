package org.papermap.layout;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.papermap.math.TopK;

/// A grid of square cells over the papers of a layout, in which nearest papers are found quickly.
final class PlaneGrid {
  /// Papers per cell on average.
  private static final int PAPERS_A_CELL = 4;

  private final Layout layout;
  private final int side;
  private final int[] starts;
  private final int[] rows;

  PlaneGrid(Layout layout) {
    this.layout = layout;
    this.side = (int) Math.max(1, Math.sqrt((double) layout.rows() / PAPERS_A_CELL));
    this.starts = new int[side * side + 1];
    this.rows = new int[layout.rows()];
    for (int row = 0; row < rows.length; row++) {
      starts[cell(layout.x(row), layout.y(row)) + 1]++;
    }
    for (int cell = 0; cell < side * side; cell++) {
      starts[cell + 1] += starts[cell];
    }
    int[] next = Arrays.copyOf(starts, side * side);
    for (int row = 0; row < rows.length; row++) {
      rows[next[cell(layout.x(row), layout.y(row))]++] = row;
    }
  }

  /// The `k` rows whose places are nearest to that of `row`, nearest first, ties by row; fewer
  /// where there are no more.
  int[] nearest(int row, int k) {
    return nearest(layout.x(row), layout.y(row), k, row);
  }

  /// The `k` rows nearest to a place in the unit square.
  int[] nearest(double x, double y, int k) {
    return nearest(x, y, k, -1);
  }

  private int[] nearest(double atX, double atY, int k, int except) {
    TopK nearest = new TopK(k);
    IntConsumer offer =
        row -> {
          if (row != except) {
            double dx = atX - layout.x(row);
            double dy = atY - layout.y(row);
            nearest.offer(row, -(dx * dx + dy * dy));
          }
        };
    int x = index(atX);
    int y = index(atY);
    for (int ring = 0; ring < side; ring++) {
      offerRing(x, y, ring, offer);
      // All papers within `ring` cell widths have been seen.
      double seen = (double) ring / side;
      if (-nearest.least() < seen * seen) {
        break;
      }
    }
    return nearest.rows();
  }

  private void offerRing(int x, int y, int ring, IntConsumer offer) {
    for (int i = Math.max(0, x - ring); i <= Math.min(side - 1, x + ring); i++) {
      // Between its first and last column a ring has a cell at either end only.
      int step = Math.abs(i - x) == ring ? 1 : Math.max(1, 2 * ring);
      for (int j = y - ring; j <= y + ring; j += step) {
        if (j >= 0 && j < side) {
          for (int place = starts[i * side + j]; place < starts[i * side + j + 1]; place++) {
            offer.accept(rows[place]);
          }
        }
      }
    }
  }

  private int cell(double x, double y) {
    return index(x) * side + index(y);
  }

  private int index(double coordinate) {
    return (int) Math.min(side - 1, coordinate * side);
  }
}
