package org.papermap.layout;

import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// The first two principal components, by orthogonal iteration (Golub and Van Loan, *Matrix
/// Computations*, section 8.2) on the centred vectors, which are never multiplied out.
final class PrincipalPlane {
  /// Enough for directions to settle far below a pixel: components of abstracts differ by 10 % and
  /// more, so that an error shrinks at least as .8^iterations.
  private static final int ITERATIONS = 100;

  private PrincipalPlane() {}

  /// x and y of each row in turn. Each axis points to where its component's largest value lies, so
  /// that the picture is never mirrored by chance.
  static double[] of(EmbeddingMatrix vectors) {
    int dimension = vectors.dimension();
    double[] mean = mean(vectors);
    double[][] axes = new double[2][dimension];
    for (int j = 0; j < dimension; j++) {
      // Any start will do that is the same each time and has a share of every direction.
      axes[0][j] = Math.sin(1 + j);
      axes[1][j] = Math.cos(1 + 2.0 * j);
    }
    orthonormalize(axes);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] places = project(vectors, mean, axes);
      double[][] next = new double[2][dimension];
      for (int row = 0; row < vectors.rows(); row++) {
        float[] vector = vectors.row(row);
        for (int j = 0; j < dimension; j++) {
          double centred = vector[j] - mean[j];
          next[0][j] += places[2 * row] * centred;
          next[1][j] += places[2 * row + 1] * centred;
        }
      }
      orthonormalize(next);
      axes = next;
    }
    double[] places = project(vectors, mean, axes);
    orient(places, 0);
    orient(places, 1);
    return places;
  }

  private static double[] mean(EmbeddingMatrix vectors) {
    double[] mean = new double[vectors.dimension()];
    for (int row = 0; row < vectors.rows(); row++) {
      float[] vector = vectors.row(row);
      for (int j = 0; j < mean.length; j++) {
        mean[j] += vector[j] / vectors.rows();
      }
    }
    return mean;
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

  /// Gram–Schmidt; a direction that vanishes stays zero, as with papers that lie on a line.
  private static void orthonormalize(double[][] axes) {
    normalize(axes[0]);
    double along = 0;
    for (int j = 0; j < axes[0].length; j++) {
      along += axes[0][j] * axes[1][j];
    }
    for (int j = 0; j < axes[0].length; j++) {
      axes[1][j] -= along * axes[0][j];
    }
    normalize(axes[1]);
  }

  private static void normalize(double[] axis) {
    double squared = 0;
    for (double value : axis) {
      squared += value * value;
    }
    double length = Math.sqrt(squared);
    for (int j = 0; j < axis.length; j++) {
      axis[j] = length > 1e-12 ? axis[j] / length : 0;
    }
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
