package org.papermap.viz.internal.shapes;

import java.util.ArrayList;
import java.util.List;
import org.papermap.layout.Layout;

/// Where a topic lies on the map: its outlines, and its densest place, where its label belongs.
///
/// @param x of the densest place
/// @param y of the densest place
/// @param outer outlines at 16 % of the peak density
/// @param core outlines at half of it
/// @param box around the part at the densest place; papers far off do not stretch it
public record TopicShape(double x, double y, List<Ring> outer, List<Ring> core, Box box) {
  private static final double OUTER_LEVEL = 0.16;
  private static final double CORE_LEVEL = 0.5;

  /// An island with a smaller share of the topic's papers than this is left without an outline.
  private static final double LEAST_SHARE = 0.08;

  /// Papers of a large topic that are looked at for this.
  private static final int MOST_COUNTED = 5000;

  /// Points of an outline that are looked at for its distance from another.
  private static final int PROBES = 24;

  /// @param rows the topic's papers, at least one
  public static TopicShape of(Layout layout, List<Integer> rows) {
    DensityGrid grid = DensityGrid.of(layout, rows);
    double x = grid.peakX();
    double y = grid.peakY();
    List<Ring> outer = Contours.of(grid, OUTER_LEVEL * grid.peak());
    List<Ring> core = Contours.of(grid, CORE_LEVEL * grid.peak());
    Ring main = outer.stream().filter(ring -> ring.contains(x, y)).findFirst().orElseThrow();
    return new TopicShape(
        x, y, worthDrawing(outer, layout, rows), worthDrawing(core, layout, rows), main.box());
  }

  private static List<Ring> worthDrawing(List<Ring> rings, Layout layout, List<Integer> rows) {
    List<Ring> kept = new ArrayList<>();
    int step = Math.ceilDiv(rows.size(), MOST_COUNTED);
    double counted = Math.ceilDiv(rows.size(), step);
    for (Ring ring : rings) {
      int held = 0;
      for (int i = 0; i < rows.size(); i += step) {
        int row = rows.get(i);
        held += ring.contains(layout.x(row), layout.y(row)) ? 1 : 0;
      }
      if (held > LEAST_SHARE * counted && (held > 1 || rows.size() <= 2)) {
        kept.add(ring);
      }
    }
    return kept.isEmpty() ? rings : kept;
  }

  /// How far two topics' outlines are from each other, about; 0 where they cross.
  double gap(TopicShape other) {
    double gap = Math.hypot(x - other.x, y - other.y);
    for (Ring ring : outer) {
      for (Ring across : other.outer) {
        gap = Math.min(gap, gap(ring, across));
      }
    }
    return gap;
  }

  private static double gap(Ring ring, Ring other) {
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ring.points(); i += step(ring)) {
      if (other.contains(ring.x(i), ring.y(i))) {
        return 0;
      }
      for (int j = 0; j < other.points(); j += step(other)) {
        gap = Math.min(gap, Math.hypot(ring.x(i) - other.x(j), ring.y(i) - other.y(j)));
      }
    }
    return gap;
  }

  private static int step(Ring ring) {
    return Math.max(1, ring.points() / PROBES);
  }
}
