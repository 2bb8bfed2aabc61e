package org.papermap.cluster.internal.layout;

/// The places to which springs hold the papers of an earlier map.
///
/// @param homes x and y of each paper in turn, around the origin, in units of the earlier map's
///   side; for a new paper the place where it begins
/// @param held for each paper whether it was on the earlier map
public record Anchors(double[] homes, boolean[] held) {
  /// The same anchors in other units.
  ///
  /// @param side of the earlier map in these units
  Anchors scaled(double side) {
    double[] scaled = new double[homes.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = side * homes[i];
    }
    return new Anchors(scaled, held);
  }

  /// The distance of a coordinate from its home; 0 for a new paper.
  ///
  /// @param i twice the paper's row, one more for y
  double displacement(int i, double coordinate) {
    return held[i / 2] ? coordinate - homes[i] : 0;
  }
}
