package org.papermap.cluster.internal.layout;

/// The membership strength that UMAP gives to two points on the plane at a distance *d*: 1 / (1 +
/// *a* *d*^(2*b*)) (McInnes, Healy and Melville, arXiv:1802.03426, section 4.3).
///
/// @param a above 0
/// @param b above 0
record DistanceCurve(double a, double b) {
  /// The curve is fitted at 300 distances up to 3, as in the authors' program.
  private static final int SAMPLES = 300;

  private static final double LONGEST = 3;

  /// Two smooth parameters settle to the last bits in about ten rounds.
  private static final int ROUNDS = 50;

  /// The least-squares fit to 1 up to `minDist` and an exponential fall from there. For a minDist
  /// of 0.1 the authors' program has a = 1.5769 and b = 0.8951.
  static DistanceCurve of(double minDist) {
    double a = 1;
    double b = 1;
    double damping = 1e-3;
    double error = new DistanceCurve(a, b).error(minDist);
    // The Levenberg–Marquardt method; the normal equations of two unknowns are solved directly.
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = new DistanceCurve(a, b).step(minDist, damping);
      double nextError =
          a + step[0] > 0 && b + step[1] > 0
              ? new DistanceCurve(a + step[0], b + step[1]).error(minDist)
              : Double.POSITIVE_INFINITY;
      if (nextError < error) {
        a += step[0];
        b += step[1];
        error = nextError;
        damping /= 10;
      } else {
        damping *= 10;
      }
    }
    return new DistanceCurve(a, b);
  }

  /// The attraction between points with an edge, over their distance.
  double attraction(double squared) {
    double raised = StrictMath.pow(squared, b);
    return 2 * a * b * raised / squared / (1 + a * raised);
  }

  /// The repulsion between points, over their distance.
  ///
  /// @param near keeps the repulsion of almost equal points finite
  double repulsion(double squared, double near) {
    return 2 * b / ((near + squared) * (1 + a * StrictMath.pow(squared, b)));
  }

  private double value(double distance) {
    return 1 / (1 + a * StrictMath.pow(distance, 2 * b));
  }

  private static double wanted(double distance, double minDist) {
    return distance <= minDist ? 1 : StrictMath.exp(minDist - distance);
  }

  private double error(double minDist) {
    double sum = 0;
    for (int i = 1; i < SAMPLES; i++) {
      double distance = i * LONGEST / (SAMPLES - 1);
      double residual = wanted(distance, minDist) - value(distance);
      sum += residual * residual;
    }
    return sum;
  }

  private double[] step(double minDist, double damping) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ar = 0;
    double br = 0;
    for (int i = 1; i < SAMPLES; i++) {
      double distance = i * LONGEST / (SAMPLES - 1);
      double value = value(distance);
      double power = StrictMath.pow(distance, 2 * b);
      double byA = -power * value * value;
      double byB = 2 * a * StrictMath.log(distance) * byA;
      double residual = wanted(distance, minDist) - value;
      aa += byA * byA;
      ab += byA * byB;
      bb += byB * byB;
      ar += byA * residual;
      br += byB * residual;
    }
    aa *= 1 + damping;
    bb *= 1 + damping;
    double determinant = aa * bb - ab * ab;
    return new double[] {(bb * ar - ab * br) / determinant, (aa * br - ab * ar) / determinant};
  }
}
