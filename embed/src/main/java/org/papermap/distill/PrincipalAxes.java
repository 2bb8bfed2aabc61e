package org.papermap.distill;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// The axes along which a cloud of vectors is widest, found by orthogonal iteration on its
/// covariance (Golub and Van Loan, *Matrix Computations*, 8.2.4).
final class PrincipalAxes {
  /// The space that the axes span is what counts, not each axis; it settles long before they do.
  private static final int ROUNDS = 12;

  /// More vectors than that tell no more about the axes.
  private static final int MOST_VECTORS = 4000;

  /// An axis along which the covariance has so much less than along the first one is made of
  /// rounding errors: there are fewer vectors than axes, say.
  private static final double LEAST_WIDTH = 1e-5;

  private final float[] mean;
  private final int count;

  /// For each number of a vector, what it gives to each axis.
  private final float[][] shares;

  /// Where the vector of zeros lies, from the mean.
  private final float[] origin;

  private PrincipalAxes(float[] mean, float[][] axes) {
    this.mean = mean;
    count = axes.length;
    shares = new float[mean.length][count];
    for (int j = 0; j < mean.length; j++) {
      for (int i = 0; i < count; i++) {
        shares[j][i] = axes[i][j];
      }
    }
    origin = new float[count];
    for (int i = 0; i < count; i++) {
      origin[i] = (float) -dot(axes[i], mean);
    }
  }

  /// @param count how many axes, at most the dimension of the vectors
  static PrincipalAxes of(EmbeddingMatrix all, int count) {
    EmbeddingMatrix vectors = spread(all);
    float[] mean = mean(vectors);
    float[][] covariance = covariance(vectors, mean);
    float[][] axes = new float[count][];
    for (int i = 0; i < count; i++) {
      axes[i] = covariance[i].clone();
    }
    orthonormalize(axes, 0);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        float[] product = new float[mean.length];
        Sums.add(product, covariance, axes[i]);
        axes[i] = product;
      }
      orthonormalize(axes, LEAST_WIDTH);
    }
    return new PrincipalAxes(mean, axes);
  }

  private static EmbeddingMatrix spread(EmbeddingMatrix all) {
    int step = Math.max(1, all.rows() / MOST_VECTORS);
    return all.select(IntStream.iterate(0, row -> row < all.rows(), row -> row + step).toArray());
  }

  private static float[] mean(EmbeddingMatrix vectors) {
    double[] sum = new double[vectors.dimension()];
    for (int row = 0; row < vectors.rows(); row++) {
      float[] vector = vectors.row(row);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += vector[j];
      }
    }
    float[] mean = new float[sum.length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = (float) (sum[j] / vectors.rows());
    }
    return mean;
  }

  private static float[][] covariance(EmbeddingMatrix vectors, float[] mean) {
    int dimension = mean.length;
    float[][] covariance = new float[dimension][dimension];
    for (int from = 0; from < vectors.rows(); from += Columns.RUN) {
      float[][] rows = new float[Math.min(Columns.RUN, vectors.rows() - from)][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = centered(vectors.row(from + i), mean);
      }
      float[][] columns = Columns.of(rows, dimension);
      for (int i = 0; i < dimension; i++) {
        Sums.add(covariance[i], rows, columns[i]);
      }
    }
    return covariance;
  }

  private static float[] centered(float[] vector, float[] mean) {
    float[] centered = new float[mean.length];
    for (int j = 0; j < mean.length; j++) {
      centered[j] = vector[j] - mean[j];
    }
    return centered;
  }

  /// @param least an axis that is not so much as long as the first one becomes zero
  private static void orthonormalize(float[][] axes, double least) {
    double shortest = least * Math.sqrt(dot(axes[0], axes[0]));
    for (int i = 0; i < axes.length; i++) {
      for (int j = 0; j < i; j++) {
        Sums.add(axes[i], axes[j], (float) -dot(axes[i], axes[j]));
      }
      double length = Math.sqrt(dot(axes[i], axes[i]));
      for (int j = 0; j < axes[i].length; j++) {
        axes[i][j] = length > shortest ? (float) (axes[i][j] / length) : 0;
      }
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }

  int count() {
    return count;
  }

  /// Where the vectors lie along the axes, from the mean: a row of [#count()] for each.
  float[] project(EmbeddingMatrix vectors) {
    FloatBuffer values = vectors.values();
    float[] vector = new float[mean.length];
    float[] place = new float[count];
    float[] projected = new float[vectors.rows() * count];
    for (int row = 0; row < vectors.rows(); row++) {
      values.get(row * vector.length, vector);
      System.arraycopy(origin, 0, place, 0, count);
      Sums.add(place, shares, vector);
      System.arraycopy(place, 0, projected, row * count, count);
    }
    return projected;
  }

  /// The dot product of a vector with the mean: how much it is like all of them.
  float typicality(float[] vector) {
    return (float) dot(vector, mean);
  }
}
