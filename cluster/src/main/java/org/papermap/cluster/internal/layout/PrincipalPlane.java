package org.papermap.cluster.internal.layout;

import java.util.stream.IntStream;
import org.papermap.math.PrincipalAxes;
import org.papermap.math.UnitLength;
import org.papermap.vectors.EmbeddingMatrix;

/// The first two principal components of vectors. All sums are in a fixed order.
public final class PrincipalPlane {
  /// Enough for directions to settle far below a pixel: components of abstracts differ by 10 % and
  /// more, so that an error shrinks at least as .8^iterations.
  private static final int ITERATIONS = 200;

  /// Rows whose products are added up in floats before they join the others.
  private static final int RUN = 1024;

  /// An axis with less of the papers' spread than this share of the first one's is what rounding
  /// leaves, as with papers that lie on a line.
  private static final double LEAST_WIDTH = 1e-9;

  private PrincipalPlane() {}

  /// x and y of each row in turn. Each axis points to where its component's largest value lies, so
  /// that the picture is never mirrored by chance.
  public static double[] of(EmbeddingMatrix vectors) {
    int dimension = vectors.dimension();
    double[] mean = PrincipalAxes.mean(vectors.rows(), dimension, vectors::row);
    double[][] scatter = PrincipalAxes.scatter(vectors.rows(), mean, vectors::row, RUN);
    double[][] axes = new double[2][dimension];
    for (int j = 0; j < dimension; j++) {
      // Any start will do that is the same each time and has a share of every direction.
      axes[0][j] = StrictMath.sin(1 + j);
      axes[1][j] = StrictMath.cos(1 + 2.0 * j);
    }
    UnitLength.orthonormalize(axes, LEAST_WIDTH);
    PrincipalAxes.iterate(scatter, axes, ITERATIONS, LEAST_WIDTH);
    double[] places = project(vectors, mean, axes);
    orient(places, 0);
    orient(places, 1);
    return places;
  }

  private static double[] project(EmbeddingMatrix vectors, double[] mean, double[][] axes) {
    double[] places = new double[2 * vectors.rows()];
    IntStream.range(0, vectors.rows())
        .parallel()
        .forEach(row -> {
          float[] vector = vectors.row(row);
          double x = 0;
          double y = 0;
          for (int j = 0; j < vector.length; j++) {
            double centred = vector[j] - mean[j];
            x += centred * axes[0][j];
            y += centred * axes[1][j];
          }
          places[2 * row] = x;
          places[2 * row + 1] = y;
        });
    return places;
  }

  private static void orient(double[] places, int axis) {
    double largest = 0;
    for (int i = axis; i < places.length; i += 2) {
      if (Math.abs(places[i]) > Math.abs(largest)) {
        largest = places[i];
      }
    }
    if (largest < 0) {
      for (int i = axis; i < places.length; i += 2) {
        places[i] = -places[i];
      }
    }
  }
}
