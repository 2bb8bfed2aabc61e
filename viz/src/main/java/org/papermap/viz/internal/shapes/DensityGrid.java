package org.papermap.viz.internal.shapes;

import java.util.List;
import org.papermap.layout.Layout;

/// How densely some papers lie on the map: a Gaussian kernel density on a square grid that reaches
/// beyond the map's border, so that outlines close.
final class DensityGrid {
  /// Cells a side. With the margin a cell is 1/123 of the map, well below a kernel's width.
  static final int SIZE = 160;

  /// How far the grid reaches beyond the unit square: 3.75 times the widest kernel.
  static final double MARGIN = 0.15;

  private static final double CELL = (1 + 2 * MARGIN) / (SIZE - 1);
  private static final double NARROWEST = 0.018;
  private static final double WIDEST = 0.04;

  private final double[] values = new double[SIZE * SIZE];
  private final int peak;

  private DensityGrid(Layout layout, List<Integer> rows) {
    double width = kernelWidth(rows.size());
    for (int row : rows) {
      add(layout.x(row), layout.y(row), width);
    }
    this.peak = highest();
  }

  /// @param rows the papers, at least one
  static DensityGrid of(Layout layout, List<Integer> rows) {
    return new DensityGrid(layout, rows);
  }

  /// Few papers get wide kernels that overlap, many get narrow ones that show detail: Scott's rule
  /// for two dimensions, n^(-1/6).
  private static double kernelWidth(int papers) {
    return Math.clamp(0.055 * Math.pow(papers, -1.0 / 6), NARROWEST, WIDEST);
  }

  private void add(double x, double y, double width) {
    int reach = (int) Math.ceil(3.5 * width / CELL);
    int column = (int) Math.rint((x + MARGIN) / CELL);
    int line = (int) Math.rint((y + MARGIN) / CELL);
    // The outermost cells stay empty, which closes every outline.
    int left = Math.max(1, column - reach);
    int right = Math.min(SIZE - 2, column + reach);
    double[] across = new double[right - left + 1];
    for (int i = left; i <= right; i++) {
      across[i - left] = kernel((position(i) - x) / width);
    }
    for (int j = Math.max(1, line - reach); j <= Math.min(SIZE - 2, line + reach); j++) {
      double up = kernel((position(j) - y) / width);
      for (int i = left; i <= right; i++) {
        values[j * SIZE + i] += up * across[i - left];
      }
    }
  }

  private static double kernel(double away) {
    return Math.exp(-0.5 * away * away);
  }

  private int highest() {
    int highest = 0;
    for (int cell = 1; cell < values.length; cell++) {
      if (values[cell] > values[highest]) {
        highest = cell;
      }
    }
    return highest;
  }

  /// The density at a grid point, in no particular unit.
  double at(int column, int line) {
    return values[line * SIZE + column];
  }

  /// The place of a column or line on the map's axis.
  static double position(double column) {
    return column * CELL - MARGIN;
  }

  /// The highest density of all.
  double peak() {
    return values[peak];
  }

  double peakX() {
    return position(peak % SIZE);
  }

  double peakY() {
    return position(peak / SIZE);
  }
}
