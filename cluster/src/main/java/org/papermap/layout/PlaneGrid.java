package org.papermap.layout;

import java.util.Arrays;

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
    Nearest nearest = new Nearest(atX, atY, except, k);
    int x = index(atX);
    int y = index(atY);
    for (int ring = 0; ring < side; ring++) {
      offerRing(x, y, ring, nearest);
      // All papers within `ring` cell widths have been seen.
      double seen = (double) ring / side;
      if (nearest.allWithin(seen * seen)) {
        break;
      }
    }
    return nearest.rows();
  }

  private void offerRing(int x, int y, int ring, Nearest nearest) {
    for (int i = Math.max(0, x - ring); i <= Math.min(side - 1, x + ring); i++) {
      // Between its first and last column a ring has a cell at either end only.
      int step = Math.abs(i - x) == ring ? 1 : Math.max(1, 2 * ring);
      for (int j = y - ring; j <= y + ring; j += step) {
        if (j >= 0 && j < side) {
          for (int place = starts[i * side + j]; place < starts[i * side + j + 1]; place++) {
            nearest.offer(rows[place]);
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

  /// The nearest rows offered so far, in order.
  private final class Nearest {
    private final double x;
    private final double y;
    private final int except;
    private final int[] found;
    private final double[] squared;
    private int size;

    private Nearest(double x, double y, int except, int k) {
      this.x = x;
      this.y = y;
      this.except = except;
      this.found = new int[k];
      this.squared = new double[k];
    }

    private void offer(int row) {
      if (row == except) {
        return;
      }
      double dx = x - layout.x(row);
      double dy = y - layout.y(row);
      double distance = dx * dx + dy * dy;
      int place = size;
      while (place > 0
          && (squared[place - 1] > distance
              || (squared[place - 1] == distance && found[place - 1] > row))) {
        place--;
      }
      if (place == found.length) {
        return;
      }
      size = Math.min(size + 1, found.length);
      System.arraycopy(found, place, found, place + 1, size - place - 1);
      System.arraycopy(squared, place, squared, place + 1, size - place - 1);
      found[place] = row;
      squared[place] = distance;
    }

    private boolean allWithin(double bound) {
      return size == found.length && (size == 0 || squared[size - 1] < bound);
    }

    private int[] rows() {
      return Arrays.copyOf(found, size);
    }
  }
}
