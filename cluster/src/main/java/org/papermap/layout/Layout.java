package org.papermap.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
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

  /// How far papers lie from their places on an earlier map, in shares of the map's side: 0 in
  /// place, about 0.5 for random places.
  ///
  /// @param papers the number of papers on both maps
  /// @param median of their distances; 0 where there are none
  /// @param ninetieth percentile of their distances; 0 where there are none
  public record Movement(int papers, double median, double ninetieth) {
    /// The movement from one map to another.
    ///
    /// @param earlierRows the row of each paper on the earlier map, or −1 for a new paper
    public static Movement of(Layout earlier, int[] earlierRows, Layout layout) {
      if (earlierRows.length != layout.rows()) {
        throw new IllegalArgumentException(
            "earlier rows of %d papers beside %d places. Give those of the same papers."
                .formatted(earlierRows.length, layout.rows()));
      }
      double[] moved =
          IntStream.range(0, earlierRows.length)
              .filter(row -> earlierRows[row] >= 0)
              .mapToDouble(row -> distance(earlier, earlierRows[row], layout, row))
              .sorted()
              .toArray();
      return new Movement(moved.length, quantile(moved, 0.5), quantile(moved, 0.9));
    }

    private static double distance(Layout earlier, int from, Layout layout, int to) {
      double dx = (double) layout.x(to) - earlier.x(from);
      double dy = (double) layout.y(to) - earlier.y(from);
      return Math.sqrt(dx * dx + dy * dy);
    }

    private static double quantile(double[] sorted, double share) {
      return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
  }
}
