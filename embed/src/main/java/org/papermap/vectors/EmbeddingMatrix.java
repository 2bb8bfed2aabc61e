package org.papermap.vectors;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.papermap.math.DotProduct;
import org.papermap.math.UnitLength;

/// Vectors of texts: *n* rows of *d* floats, each of unit length, so that the dot product of two
/// rows is their cosine. Immutable and safe to read from any thread.
///
/// All arithmetic is in a fixed order, so that equal rows give equal bits on every machine.
public final class EmbeddingMatrix {
  /// How far a row's squared length may be from one.
  private static final double UNIT_TOLERANCE = 1e-3;

  private final float[] values;
  private final int rows;
  private final int dimension;

  private EmbeddingMatrix(float[] values, int rows, int dimension) {
    this.values = values;
    this.rows = rows;
    this.dimension = dimension;
  }

  /// The matrix over `values`, row after row. The matrix keeps the array: do not write to it again.
  ///
  /// @param values `rows × dimension` floats, each row of unit length within 0.001
  /// @throws IllegalArgumentException if the length is no multiple of the dimension, or a row has a
  ///   NaN, an infinity, or another length than one
  public static EmbeddingMatrix of(float[] values, int dimension) {
    if (dimension < 1 || values.length % dimension != 0) {
      throw new IllegalArgumentException(
          "%d values do not make rows of %d. Give whole rows.".formatted(values.length, dimension));
    }
    EmbeddingMatrix matrix = new EmbeddingMatrix(values, values.length / dimension, dimension);
    for (int row = 0; row < matrix.rows; row++) {
      double squared = matrix.squaredLength(row);
      if (!(Math.abs(squared - 1) < UNIT_TOLERANCE)) {
        throw new IllegalArgumentException(
            "row %d: length %s. Normalise the rows first.".formatted(row, Math.sqrt(squared)));
      }
    }
    return matrix;
  }

  /// The matrix of these rows, scaled to unit length. The array is copied.
  ///
  /// @throws IllegalArgumentException if a row is zero or not finite, and so has no direction
  public static EmbeddingMatrix normalized(float[] values, int dimension) {
    float[] scaled = values.clone();
    for (int from = 0; from + dimension <= scaled.length; from += dimension) {
      double squared = DotProduct.of(scaled, from, scaled, from, dimension);
      if (!(squared > 0) || Double.isInfinite(squared)) {
        throw new IllegalArgumentException(
            "row %d: length %s. Leave out rows without a direction."
                .formatted(from / dimension, Math.sqrt(squared)));
      }
      UnitLength.scale(scaled, from, dimension);
    }
    return of(scaled, dimension);
  }

  /// The number of rows, *n*.
  public int rows() {
    return rows;
  }

  /// The number of columns, *d*.
  public int dimension() {
    return dimension;
  }

  /// A copy of one row.
  public float[] row(int row) {
    checkRow(row);
    return Arrays.copyOfRange(values, row * dimension, (row + 1) * dimension);
  }

  /// All values, row after row, as a read-only view.
  public FloatBuffer values() {
    return FloatBuffer.wrap(values).asReadOnlyBuffer();
  }

  /// The cosine of two rows, in [-1, 1] up to rounding.
  public float similarity(int row, int other) {
    checkRow(row);
    checkRow(other);
    return DotProduct.rough(values, row * dimension, values, other * dimension, dimension);
  }

  /// The dot product of a row with a vector of the same dimension; the cosine when it has unit
  /// length.
  public float similarity(int row, float[] vector) {
    checkRow(row);
    requireDimension(vector);
    return DotProduct.rough(values, row * dimension, vector, 0, dimension);
  }

  /// The dot product of two rows, summed in double. It decides which row is nearer.
  public double dot(int row, int other) {
    checkRow(row);
    checkRow(other);
    return DotProduct.of(values, row * dimension, values, other * dimension, dimension);
  }

  /// The dot product of a row with a vector of the same dimension, summed in double.
  public double dot(int row, float[] vector) {
    checkRow(row);
    requireDimension(vector);
    return DotProduct.of(values, row * dimension, vector, 0, dimension);
  }

  /// The dot products of a vector of the same dimension with some rows, each as [#dot(int,
  /// float[])] gives it.
  public double[] dots(float[] vector, int... some) {
    for (int row : some) {
      checkRow(row);
    }
    requireDimension(vector);
    return DotProduct.ofRows(vector, values, some);
  }

  /// The matrix of the given rows, in the given order.
  public EmbeddingMatrix select(int... selected) {
    float[] picked = new float[selected.length * dimension];
    for (int i = 0; i < selected.length; i++) {
      checkRow(selected[i]);
      System.arraycopy(values, selected[i] * dimension, picked, i * dimension, dimension);
    }
    return new EmbeddingMatrix(picked, selected.length, dimension);
  }

  private void checkRow(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row " + row + " of " + rows);
    }
  }

  private void requireDimension(float[] vector) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "a vector of %d beside rows of %d. Embed both with one model."
              .formatted(vector.length, dimension));
    }
  }

  private double squaredLength(int row) {
    return DotProduct.of(values, row * dimension, values, row * dimension, dimension);
  }
}
