package org.papermap.viz.internal.shapes;

/// An upright box on the map, `left` to `right` and `bottom` to `top`.
public record Box(double left, double bottom, double right, double top) {
  /// The box that leaves every other as it is when both are united; on the map, that is.
  static final Box NOTHING = new Box(1, 1, 0, 0);

  /// A box of a single place.
  static Box at(double x, double y) {
    return new Box(x, y, x, y);
  }

  /// The smallest box around this one and another.
  public Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(bottom, other.bottom),
        Math.max(right, other.right),
        Math.max(top, other.top));
  }

  public Box times(double scale) {
    return new Box(left * scale, bottom * scale, right * scale, top * scale);
  }
}
