package org.papermap.distill;

import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// The axes along which a cloud of vectors is widest, found by orthogonal iteration on its
/// covariance (Golub and Van Loan, *Matrix Computations*, 8.2.4).
final class PrincipalAxes {
  /// The space that the axes span is what counts, not each axis; it settles long before they do.
  private static final int ROUNDS = 12;

  /// More vectors than that tell no more about the axes.
  private static final int MOST_VECTORS = 4000;

  private final double[] mean;
  private final int count;

  /// For each number of a vector, what it gives to each axis.
  private final float[][] shares;

  private PrincipalAxes(double[] mean, double[][] axes) {
    this.mean = mean;
    count = axes.length;
    shares = new float[mean.length][count];
    for (int j = 0; j < mean.length; j++) {
      for (int i = 0; i < count; i++) {
        shares[j][i] = (float) axes[i][j];
      }
    }
  }

  /// @param count how many axes, at most the dimension of the vectors
  static PrincipalAxes of(EmbeddingMatrix all, int count) {
    EmbeddingMatrix vectors = spread(all);
    double[] mean = mean(vectors);
    double[][] covariance = covariance(vectors, mean);
    double[][] axes = new double[count][];
    for (int i = 0; i < count; i++) {
      axes[i] = covariance[i].clone();
    }
    orthonormalize(axes);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        axes[i] = product(covariance, axes[i]);
      }
      orthonormalize(axes);
    }
    return new PrincipalAxes(mean, axes);
  }

  private static EmbeddingMatrix spread(EmbeddingMatrix all) {
    int step = Math.max(1, all.rows() / MOST_VECTORS);
    return all.select(IntStream.iterate(0, row -> row < all.rows(), row -> row + step).toArray());
  }

  private static double[] mean(EmbeddingMatrix vectors) {
    double[] mean = new double[vectors.dimension()];
    for (int row = 0; row < vectors.rows(); row++) {
      float[] vector = vectors.row(row);
      for (int j = 0; j < mean.length; j++) {
        mean[j] += vector[j] / (double) vectors.rows();
      }
    }
    return mean;
  }

  /// Of the vectors four at a time, and of the two equal halves one.
  private static double[][] covariance(EmbeddingMatrix vectors, double[] mean) {
    int dimension = mean.length;
    double[][] covariance = new double[dimension][dimension];
    int row = 0;
    for (; row + 4 <= vectors.rows(); row += 4) {
      double[] a = centered(vectors.row(row), mean);
      double[] b = centered(vectors.row(row + 1), mean);
      double[] c = centered(vectors.row(row + 2), mean);
      double[] d = centered(vectors.row(row + 3), mean);
      for (int i = 0; i < dimension; i++) {
        addFour(covariance[i], a, b, c, d, i, i + 1);
      }
    }
    for (; row < vectors.rows(); row++) {
      double[] centered = centered(vectors.row(row), mean);
      for (int i = 0; i < dimension; i++) {
        add(covariance[i], centered, centered[i]);
      }
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = i + 1; j < dimension; j++) {
        covariance[i][j] = covariance[j][i];
      }
    }
    return covariance;
  }

  private static double[] centered(float[] vector, double[] mean) {
    double[] centered = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      centered[j] = vector[j] - mean[j];
    }
    return centered;
  }

  /// Four rows, each times its own value at `i`.
  private static void addFour(
      double[] to, double[] a, double[] b, double[] c, double[] d, int i, int end) {
    double w = a[i];
    double x = b[i];
    double y = c[i];
    double z = d[i];
    for (int j = 0; j < end; j++) {
      to[j] = to[j] + a[j] * w + b[j] * x + c[j] * y + d[j] * z;
    }
  }

  private static double[] product(double[][] symmetric, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      add(product, symmetric[i], vector[i]);
    }
    return product;
  }

  private static void orthonormalize(double[][] axes) {
    for (int i = 0; i < axes.length; i++) {
      for (int j = 0; j < i; j++) {
        add(axes[i], axes[j], -dot(axes[i], axes[j]));
      }
      double length = Math.sqrt(dot(axes[i], axes[i]));
      for (int j = 0; j < axes[i].length; j++) {
        axes[i][j] = length > 0 ? axes[i][j] / length : 0;
      }
    }
  }

  private static void add(double[] to, double[] from, double times) {
    for (int j = 0; j < to.length; j++) {
      to[j] += times * from[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  int count() {
    return count;
  }

  /// Where the vectors lie along the axes, from the mean: a row of [#count()] for each.
  float[] project(EmbeddingMatrix vectors) {
    float[] projected = new float[vectors.rows() * count];
    IntStream.range(0, vectors.rows())
        .parallel()
        .forEach(row -> project(vectors.row(row), projected, row * count));
    return projected;
  }

  private void project(float[] vector, float[] into, int at) {
    float[] sums = new float[count];
    int j = 0;
    for (; j + 4 <= vector.length; j += 4) {
      addFour(
          sums,
          shares,
          j,
          centered(vector, j),
          centered(vector, j + 1),
          centered(vector, j + 2),
          centered(vector, j + 3));
    }
    for (; j < vector.length; j++) {
      add(sums, shares[j], centered(vector, j));
    }
    System.arraycopy(sums, 0, into, at, count);
  }

  private float centered(float[] vector, int j) {
    return (float) (vector[j] - mean[j]);
  }

  /// Small, and with one plain index, so that the compiler makes vector instructions of it.
  private static void addFour(
      float[] sums, float[][] shares, int from, float w, float x, float y, float z) {
    float[] a = shares[from];
    float[] b = shares[from + 1];
    float[] c = shares[from + 2];
    float[] d = shares[from + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + a[i] * w + b[i] * x + c[i] * y + d[i] * z;
    }
  }

  private static void add(float[] sums, float[] shares, float times) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * shares[i];
    }
  }

  /// The dot product of a vector with the mean: how much it is like all of them.
  float typicality(float[] vector) {
    return (float) dot(vector, mean);
  }

  private static double dot(float[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < b.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
