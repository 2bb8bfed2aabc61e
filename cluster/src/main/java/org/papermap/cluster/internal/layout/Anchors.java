package org.papermap.cluster.internal.layout;

/// Where papers of an earlier map are held: each by a spring to the place that it had.
///
/// @param homes x and y of each paper in turn, around the origin, in units of the earlier map's
///   side; of new papers a place to begin
/// @param held of each paper whether the earlier map had it
public record Anchors(double[] homes, boolean[] held) {
  /// The same in other units.
  ///
  /// @param side of the earlier map in these units
  Anchors scaled(double side) {
    double[] scaled = new double[homes.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = side * homes[i];
    }
    return new Anchors(scaled, held);
  }

  /// How far a coordinate is from home; 0 for a new paper's.
  ///
  /// @param i twice the paper's row, one more for y
  double strain(int i, double coordinate) {
    return held[i / 2] ? coordinate - homes[i] : 0;
  }
}
