package org.papermap.layout;

import java.util.Arrays;
import org.papermap.cluster.internal.layout.BoundingBox;

/// Places of papers on a plane: *n* points (x right, y up). The larger side of their bounding box
/// is [0, 1], the smaller is centred in it. Coordinates are multiples of 1/65536, far below a
/// pixel, so that the last bits of an optimiser do not reach a file. Immutable.
public final class Layout {
  private static final double STEPS = 65536;

  private final float[] xy;

  private Layout(float[] xy) {
    this.xy = xy;
  }

  /// The layout of these points, moved and scaled into the unit square. Points that are all equal
  /// lie in its middle.
  ///
  /// @param coordinates x and y in turn, 2 *n* finite values in any unit
  /// @throws IllegalArgumentException if a value is NaN or infinite
  public static Layout of(double[] coordinates) {
    if (coordinates.length % 2 != 0) {
      throw new IllegalArgumentException(
          coordinates.length + " coordinates. Give x and y of each paper.");
    }
    for (int i = 0; i < coordinates.length; i++) {
      if (!Double.isFinite(coordinates[i])) {
        throw new IllegalArgumentException(
            "paper %d: coordinate %s. Give finite places.".formatted(i / 2, coordinates[i]));
      }
    }
    BoundingBox box = BoundingBox.of(coordinates);
    double side = box.side();
    double[] middle = {(box.left() + box.right()) / 2, (box.bottom() + box.top()) / 2};
    float[] xy = new float[coordinates.length];
    for (int i = 0; i < xy.length; i++) {
      double unit = side > 0 ? (coordinates[i] - middle[i % 2]) / side + 0.5 : 0.5;
      // Adding zero turns −0 into 0, which prints without a sign.
      xy[i] = (float) (Math.rint(unit * STEPS) / STEPS + 0.0);
    }
    return new Layout(xy);
  }

  /// These points as they are, so that those of an earlier map keep their places exactly.
  ///
  /// @param places x and y in turn, in the unit square
  /// @throws IllegalArgumentException if one lies outside
  public static Layout within(double[] places) {
    float[] xy = new float[places.length];
    for (int i = 0; i < xy.length; i++) {
      if (!(places[i] >= 0 && places[i] <= 1)) {
        throw new IllegalArgumentException(
            "paper %d: coordinate %s. Give places in the unit square.".formatted(i / 2, places[i]));
      }
      xy[i] = (float) (Math.rint(places[i] * STEPS) / STEPS);
    }
    return new Layout(xy);
  }

  /// The number of papers.
  public int rows() {
    return xy.length / 2;
  }

  /// From left (0) to right (1).
  public float x(int row) {
    return xy[2 * row];
  }

  /// From bottom (0) to top (1).
  public float y(int row) {
    return xy[2 * row + 1];
  }

  double squaredDistance(int row, int other) {
    double dx = (double) x(row) - x(other);
    double dy = (double) y(row) - y(other);
    return dx * dx + dy * dy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout that && Arrays.equals(xy, that.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return "Layout[" + rows() + " papers]";
  }
}
