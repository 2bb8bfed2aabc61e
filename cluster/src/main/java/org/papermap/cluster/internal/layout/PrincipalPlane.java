package org.papermap.cluster.internal.layout;

import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// The first two principal components, by orthogonal iteration (Golub and Van Loan, *Matrix
/// Computations*, section 8.2) on the covariance matrix. All sums are in a fixed order.
public final class PrincipalPlane {
  /// Enough for directions to settle far below a pixel: components of abstracts differ by 10 % and
  /// more, so that an error shrinks at least as .8^iterations.
  private static final int ITERATIONS = 200;

  /// Rows whose products are added up before they join the others: the number is fixed, so that
  /// sums do not depend on threads.
  private static final int BLOCK = 1024;

  private PrincipalPlane() {}

  /// x and y of each row in turn. Each axis points to where its component's largest value lies, so
  /// that the picture is never mirrored by chance.
  public static double[] of(EmbeddingMatrix vectors) {
    int dimension = vectors.dimension();
    double[] mean = mean(vectors);
    double[][] covariances = covariances(vectors, mean);
    double[][] axes = new double[2][dimension];
    for (int j = 0; j < dimension; j++) {
      // Any start will do that is the same each time and has a share of every direction.
      axes[0][j] = StrictMath.sin(1 + j);
      axes[1][j] = StrictMath.cos(1 + 2.0 * j);
    }
    orthonormalize(axes);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      axes = new double[][] {times(covariances, axes[0]), times(covariances, axes[1])};
      orthonormalize(axes);
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
        mean[j] += vector[j];
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= vectors.rows();
    }
    return mean;
  }

  /// The products of centred columns, summed over the rows: *n* times the covariances.
  private static double[][] covariances(EmbeddingMatrix vectors, double[] mean) {
    int dimension = mean.length;
    double[][] sums = new double[dimension][dimension];
    for (int from = 0; from < vectors.rows(); from += BLOCK) {
      float[][] block = centred(vectors, from, mean);
      IntStream.range(0, dimension)
          .parallel()
          .forEach(column -> {
            float[] products = new float[dimension];
            for (float[] row : block) {
              addMultiple(products, row, row[column]);
            }
            addAll(sums[column], products);
          });
    }
    return sums;
  }

  private static float[][] centred(EmbeddingMatrix vectors, int from, double[] mean) {
    float[][] block = new float[Math.min(BLOCK, vectors.rows() - from)][];
    IntStream.range(0, block.length)
        .parallel()
        .forEach(i -> {
          float[] vector = vectors.row(from + i);
          for (int j = 0; j < vector.length; j++) {
            vector[j] = (float) (vector[j] - mean[j]);
          }
          block[i] = vector;
        });
    return block;
  }

  private static void addMultiple(float[] sums, float[] values, float factor) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j] * factor;
    }
  }

  private static void addAll(double[] sums, float[] values) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j];
    }
  }

  /// The matrix is symmetric: sums along its rows are sums of its rows, which the compiler makes
  /// vector instructions of.
  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      addMultiple(product, matrix[i], vector[i]);
    }
    return product;
  }

  private static void addMultiple(double[] sums, double[] values, double factor) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j] * factor;
    }
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
    double largest = length(axes[0]);
    scale(axes[0], largest > 0 ? 1 / largest : 0);
    double along = 0;
    for (int j = 0; j < axes[0].length; j++) {
      along += axes[0][j] * axes[1][j];
    }
    for (int j = 0; j < axes[0].length; j++) {
      axes[1][j] -= along * axes[0][j];
    }
    double second = length(axes[1]);
    // What rounding leaves of nothing is not a direction.
    scale(axes[1], second > 1e-9 * largest ? 1 / second : 0);
  }

  private static double length(double[] axis) {
    double squared = 0;
    for (double value : axis) {
      squared += value * value;
    }
    return Math.sqrt(squared);
  }

  private static void scale(double[] axis, double factor) {
    for (int j = 0; j < axis.length; j++) {
      axis[j] *= factor;
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
