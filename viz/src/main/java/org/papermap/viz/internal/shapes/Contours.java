package org.papermap.viz.internal.shapes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Outlines of equal density by marching squares: closed rings that run with the dense side on
/// their left, so that a hole runs the other way round.
final class Contours {
  private static final int SIZE = DensityGrid.SIZE;
  private static final int NONE = -1;

  private final DensityGrid grid;
  private final double level;

  /// For each edge of the grid that a ring enters a cell by, the edge by which it leaves. The edge
  /// to the right of a grid point has twice the point's number, the edge above it one more.
  private final int[] next = new int[2 * SIZE * SIZE];

  private Contours(DensityGrid grid, double level) {
    this.grid = grid;
    this.level = level;
    Arrays.fill(next, NONE);
  }

  /// The rings at this density.
  ///
  /// @param level above 0 and below the peak
  static List<Ring> of(DensityGrid grid, double level) {
    Contours contours = new Contours(grid, level);
    for (int line = 0; line + 1 < SIZE; line++) {
      for (int column = 0; column + 1 < SIZE; column++) {
        contours.march(column, line);
      }
    }
    return contours.trace();
  }

  private boolean inside(int column, int line) {
    return grid.at(column, line) >= level;
  }

  private void march(int column, int line) {
    int bottom = 2 * (line * SIZE + column);
    int left = bottom + 1;
    int right = left + 2;
    int top = bottom + 2 * SIZE;
    int corners =
        (inside(column, line) ? 1 : 0)
            | (inside(column + 1, line) ? 2 : 0)
            | (inside(column + 1, line + 1) ? 4 : 0)
            | (inside(column, line + 1) ? 8 : 0);
    switch (corners) {
      case 1 -> next[bottom] = left;
      case 2 -> next[right] = bottom;
      case 3 -> next[right] = left;
      case 4 -> next[top] = right;
      case 6 -> next[top] = bottom;
      case 7 -> next[top] = left;
      case 8 -> next[left] = top;
      case 9 -> next[bottom] = top;
      case 11 -> next[right] = top;
      case 12 -> next[left] = right;
      case 13 -> next[bottom] = right;
      case 14 -> next[left] = bottom;
      case 5 -> {
        boolean joined = middle(column, line) >= level;
        next[bottom] = joined ? right : left;
        next[top] = joined ? left : right;
      }
      case 10 -> {
        boolean joined = middle(column, line) >= level;
        next[left] = joined ? bottom : top;
        next[right] = joined ? top : bottom;
      }
      default -> {}
    }
  }

  private double middle(int column, int line) {
    return (grid.at(column, line)
            + grid.at(column + 1, line)
            + grid.at(column, line + 1)
            + grid.at(column + 1, line + 1))
        / 4;
  }

  private List<Ring> trace() {
    List<Ring> rings = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      if (next[start] != NONE) {
        rings.add(ring(start));
      }
    }
    return rings;
  }

  private Ring ring(int start) {
    List<double[]> points = new ArrayList<>();
    int edge = start;
    while (next[edge] != NONE) {
      points.add(crossing(edge));
      int following = next[edge];
      next[edge] = NONE;
      edge = following;
    }
    return Ring.of(points);
  }

  private double[] crossing(int edge) {
    int point = edge / 2;
    int column = point % SIZE;
    int line = point / SIZE;
    boolean upwards = edge % 2 == 1;
    double here = grid.at(column, line);
    double there = upwards ? grid.at(column, line + 1) : grid.at(column + 1, line);
    double share = (level - here) / (there - here);
    return new double[] {
      DensityGrid.position(column + (upwards ? 0 : share)),
      DensityGrid.position(line + (upwards ? share : 0))
    };
  }
}
