package org.papermap.wordsearch;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.papermap.math.DotProduct;
import org.papermap.math.LinearCombination;
import org.papermap.math.PrincipalAxes;
import org.papermap.math.UnitLength;
import org.papermap.vectors.EmbeddingMatrix;

/// Coordinates of vectors along their principal axes.
final class AxisProjection {
  /// The space that the axes span settles long before the single axes do, and it alone counts.
  private static final int ROUNDS = 12;

  /// More vectors than that tell no more about the axes.
  private static final int MOST_VECTORS = 4000;

  /// The least variance of an axis, as a share of that of the first: what is below is rounding
  /// errors, as with fewer vectors than axes.
  private static final double LEAST_WIDTH = 1e-5;

  private final float[] mean;
  private final int count;

  /// The axes, transposed: a row for each dimension of a vector.
  private final float[][] shares;

  /// The coordinates of the vector of zeros.
  private final float[] origin;

  private AxisProjection(float[] mean, float[][] axes) {
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
      origin[i] = (float) -DotProduct.of(axes[i], mean);
    }
  }

  /// @param count how many axes, at most the dimension of the vectors
  static AxisProjection of(EmbeddingMatrix all, int count) {
    EmbeddingMatrix vectors = spread(all);
    float[] mean = floats(PrincipalAxes.mean(vectors.rows(), vectors.dimension(), vectors::row));
    float[][] scatter = new float[mean.length][];
    double[][] sums =
        PrincipalAxes.scatter(vectors.rows(), doubles(mean), vectors::row, vectors.rows());
    float[][] axes = new float[count][];
    for (int j = 0; j < scatter.length; j++) {
      scatter[j] = floats(sums[j]);
    }
    for (int i = 0; i < count; i++) {
      axes[i] = scatter[i].clone();
    }
    UnitLength.orthonormalize(axes, 0);
    PrincipalAxes.iterate(scatter, axes, ROUNDS, LEAST_WIDTH);
    return new AxisProjection(mean, axes);
  }

  private static EmbeddingMatrix spread(EmbeddingMatrix all) {
    int step = Math.max(1, all.rows() / MOST_VECTORS);
    return all.select(IntStream.iterate(0, row -> row < all.rows(), row -> row + step).toArray());
  }

  private static float[] floats(double[] values) {
    float[] rounded = new float[values.length];
    for (int j = 0; j < rounded.length; j++) {
      rounded[j] = (float) values[j];
    }
    return rounded;
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(j -> values[j]).toArray();
  }

  int count() {
    return count;
  }

  /// The coordinates of vectors, counted from the mean: a row of [#count()] each.
  float[] project(EmbeddingMatrix vectors) {
    FloatBuffer values = vectors.values();
    float[] vector = new float[mean.length];
    float[] place = new float[count];
    float[] projected = new float[vectors.rows() * count];
    for (int row = 0; row < vectors.rows(); row++) {
      values.get(row * vector.length, vector);
      System.arraycopy(origin, 0, place, 0, count);
      LinearCombination.add(place, shares, vector);
      System.arraycopy(place, 0, projected, row * count, count);
    }
    return projected;
  }

  /// The similarity of a vector to the mean.
  float typicality(float[] vector) {
    return (float) DotProduct.of(vector, mean);
  }
}
