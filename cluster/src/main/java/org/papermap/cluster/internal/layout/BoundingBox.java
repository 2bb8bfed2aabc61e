package org.papermap.cluster.internal.layout;

/// The bounding box of places. Without places its sides are −∞.
///
/// @param left least x
/// @param bottom least y
/// @param right greatest x
/// @param top greatest y
public record BoundingBox(double left, double bottom, double right, double top) {
  /// @param places x and y in turn
  public static BoundingBox of(double[] places) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < places.length; i++) {
      low[i % 2] = Math.min(low[i % 2], places[i]);
      high[i % 2] = Math.max(high[i % 2], places[i]);
    }
    return new BoundingBox(low[0], low[1], high[0], high[1]);
  }

  /// The box that also holds a square around the origin.
  ///
  /// @param edge half of the square's side; 0 adds nothing
  BoundingBox reaching(double edge) {
    return edge > 0
        ? new BoundingBox(
            Math.min(left, -edge),
            Math.min(bottom, -edge),
            Math.max(right, edge),
            Math.max(top, edge))
        : this;
  }

  /// The larger side.
  public double side() {
    return Math.max(right - left, top - bottom);
  }
}
