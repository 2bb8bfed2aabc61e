package org.papermap.viz.internal.shapes;

import java.util.Arrays;
import java.util.List;

/// A closed line on the map: x and y in turn, the last point joined to the first. Immutable.
public final class Ring {
  private final double[] xy;

  private Ring(double[] xy) {
    this.xy = xy;
  }

  static Ring of(List<double[]> points) {
    return new Ring(points.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  public int points() {
    return xy.length / 2;
  }

  public double x(int point) {
    return xy[2 * point];
  }

  public double y(int point) {
    return xy[2 * point + 1];
  }

  /// Whether a place lies within, by the even-odd rule.
  public boolean contains(double x, double y) {
    boolean within = false;
    for (int i = 0, j = points() - 1; i < points(); j = i++) {
      boolean crosses = y(i) > y != y(j) > y;
      if (crosses && x < (x(j) - x(i)) * (y - y(i)) / (y(j) - y(i)) + x(i)) {
        within = !within;
      }
    }
    return within;
  }

  /// The smallest box around it.
  public Box box() {
    Box box = Box.at(x(0), y(0));
    for (int i = 1; i < points(); i++) {
      box = box.union(Box.at(x(i), y(i)));
    }
    return box;
  }
}
