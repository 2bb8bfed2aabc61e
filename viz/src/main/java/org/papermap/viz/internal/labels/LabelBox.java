package org.papermap.viz.internal.labels;

/// A box of fixed size in pixels beside a place of the map, at any scale.
///
/// @param x of the place, in parts of the map, to the right
/// @param y of the place, upwards
/// @param dx from the place to the middle of the box, in pixels to the right
/// @param dy the same, in pixels downwards
/// @param width in pixels
/// @param height in pixels
public record LabelBox(double x, double y, double dx, double dy, double width, double height) {
  /// Scales at which two boxes meet, in pixels the map is wide: from `from` to `to`; none where
  /// `to` is not above `from`.
  record Scales(double from, double to) {
    static final Scales NONE = new Scales(0, 0);

    boolean any() {
      return to > from;
    }

    private Scales and(Scales other) {
      return new Scales(Math.max(from, other.from), Math.min(to, other.to));
    }
  }

  /// A dot of this radius.
  static LabelBox dot(double x, double y, double radius) {
    return new LabelBox(x, y, 0, 0, 2 * radius, 2 * radius);
  }

  /// The scales at which this box and another meet. Both stand still on the map and in size, so
  /// that they are one stretch.
  Scales meeting(LabelBox other) {
    Scales across = meeting(x - other.x, dx - other.dx, (width + other.width) / 2);
    Scales down = meeting(other.y - y, dy - other.dy, (height + other.height) / 2);
    Scales both = across.and(down);
    return both.any() ? both : Scales.NONE;
  }

  /// The scale from which on this box stands apart from another for good, not below `least`.
  double clearance(LabelBox other, double least) {
    return isApartFrom(least, other) ? least : Math.max(least, meeting(other).to());
  }

  /// Whether this box and another stand apart from a scale on, and so do at all larger ones. Told
  /// without a division: of very many boxes nearly all stand apart.
  boolean isApartFrom(double scale, LabelBox other) {
    return goApart(other.y - y, dy - other.dy, (height + other.height) / 2, scale)
        || goApart(x - other.x, dx - other.dx, (width + other.width) / 2, scale);
  }

  private static boolean goApart(double apart, double offset, double room, double scale) {
    double gap = apart * scale + offset;
    return apart < 0 ? gap <= -room : gap >= room;
  }

  /// The scales s above 0 for which |apart × s + offset| is below `room`.
  private static Scales meeting(double apart, double offset, double room) {
    if (apart == 0) {
      return Math.abs(offset) < room ? new Scales(0, Double.POSITIVE_INFINITY) : Scales.NONE;
    }
    double one = (-room - offset) / apart;
    double two = (room - offset) / apart;
    return new Scales(Math.max(0, Math.min(one, two)), Math.max(0, Math.max(one, two)));
  }

  /// The middle on a map this many pixels wide, from its left edge to the right.
  public double centreX(double scale) {
    return x * scale + dx;
  }

  /// The middle, from the map's bottom upwards.
  public double centreY(double scale) {
    return y * scale - dy;
  }
}
