package org.papermap.viz.internal.labels;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.layout.Layout;

/// How many of some papers lie in a box of the map, by sums over a fine grid.
final class DotCover {
  private static final int CELLS = 400;
  private static final int SIDE = CELLS + 1;
  private static final double LOW = -0.1;
  private static final double SPAN = 1.2;

  private final int[] sums = new int[SIDE * SIDE];

  private DotCover(Layout layout, IntStream rows) {
    rows.forEach(row -> sums[(cell(layout.y(row)) + 1) * SIDE + cell(layout.x(row)) + 1]++);
    for (int j = 1; j < SIDE; j++) {
      for (int i = 1; i < SIDE; i++) {
        sums[at(i, j)] += sums[at(i - 1, j)] + sums[at(i, j - 1)] - sums[at(i - 1, j - 1)];
      }
    }
  }

  static DotCover ofAll(Layout layout) {
    return new DotCover(layout, IntStream.range(0, layout.rows()));
  }

  static DotCover of(Layout layout, List<Integer> rows) {
    return new DotCover(layout, rows.stream().mapToInt(row -> row));
  }

  private static int at(int i, int j) {
    return j * SIDE + i;
  }

  private static int cell(double place) {
    return Math.clamp((int) Math.floor((place - LOW) / SPAN * CELLS), 0, CELLS - 1);
  }

  /// Papers in a label's box on a map of this scale, and those this many pixels beside it.
  int within(LabelBox box, double scale, double beside) {
    double halfWidth = box.width() / 2 + beside;
    double halfHeight = box.height() / 2 + beside;
    int left = cell((box.centreX(scale) - halfWidth) / scale);
    int right = cell((box.centreX(scale) + halfWidth) / scale) + 1;
    int bottom = cell((box.centreY(scale) - halfHeight) / scale);
    int top = cell((box.centreY(scale) + halfHeight) / scale) + 1;
    return sums[at(right, top)]
        - sums[at(left, top)]
        - sums[at(right, bottom)]
        + sums[at(left, bottom)];
  }
}
