package org.papermap.map.internal.changes;

/// Moves the places of one map onto the frame of another: turned, mirrored if that fits better,
/// scaled and shifted so that shared papers come nearest to their places there. This is the
/// Procrustes problem in the plane (Schönemann, doi:10.1007/BF02289451). Fewer than two different
/// shared places leave everything where it is.
public final class Alignment {
  private final double cosine;
  private final double sine;
  private final double mirror;
  private final double fromX;
  private final double fromY;
  private final double toX;
  private final double toY;

  private Alignment(double cosine, double sine, double mirror, double[] from, double[] to) {
    this.cosine = cosine;
    this.sine = sine;
    this.mirror = mirror;
    this.fromX = from[0];
    this.fromY = from[1];
    this.toX = to[0];
    this.toY = to[1];
  }

  /// The best alignment of shared papers.
  ///
  /// @param from their places on the map that is moved, x and y in turn
  /// @param to their places on the other, in the same order
  public static Alignment of(double[] from, double[] to) {
    double[] center = center(from);
    double[] goal = center(to);
    double equal = 0;
    double crossed = 0;
    double equalMirrored = 0;
    double crossedMirrored = 0;
    double spread = 0;
    for (int i = 0; i < from.length; i += 2) {
      double x = from[i] - center[0];
      double y = from[i + 1] - center[1];
      double u = to[i] - goal[0];
      double v = to[i + 1] - goal[1];
      equal += x * u + y * v;
      crossed += x * v - y * u;
      equalMirrored += x * u - y * v;
      crossedMirrored += x * v + y * u;
      spread += x * x + y * y;
    }
    double turned = Math.sqrt(equal * equal + crossed * crossed);
    double flipped = Math.sqrt(equalMirrored * equalMirrored + crossedMirrored * crossedMirrored);
    if (!(spread > 0) || !(Math.max(turned, flipped) > 0)) {
      return new Alignment(1, 0, 1, new double[2], new double[2]);
    }
    return flipped > turned
        ? new Alignment(equalMirrored / spread, crossedMirrored / spread, -1, center, goal)
        : new Alignment(equal / spread, crossed / spread, 1, center, goal);
  }

  private static double[] center(double[] places) {
    double[] sum = new double[2];
    for (int i = 0; i < places.length; i++) {
      sum[i % 2] += places[i];
    }
    int count = Math.max(1, places.length / 2);
    return new double[] {sum[0] / count, sum[1] / count};
  }

  /// Where a place of the moved map comes to lie, to the right.
  public double x(double x, double y) {
    return toX + cosine * (x - fromX) - sine * mirror * (y - fromY);
  }

  /// The same, upwards.
  public double y(double x, double y) {
    return toY + sine * (x - fromX) + cosine * mirror * (y - fromY);
  }
}
