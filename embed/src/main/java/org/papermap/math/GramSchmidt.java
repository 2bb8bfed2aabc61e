package org.papermap.math;

import java.util.Arrays;

/// Makes vectors orthogonal and of unit length, in place, one after another: its projections on
/// those before it are subtracted, then it is scaled (modified Gram–Schmidt; Golub and Van Loan,
/// *Matrix Computations*, section 5.2.8). A vector that is left with no direction becomes zero, and
/// so does one with a NaN.
///
/// Dot products are those of [DotProduct], summed in double; a vector is multiplied with the
/// reciprocal of its length.
public final class GramSchmidt {
  private GramSchmidt() {}

  /// In double throughout.
  ///
  /// @param least a vector has no direction unless what is left of it is longer than the first one
  ///   was, times this, 0 or more: what rounding leaves of nothing is no direction
  public static void orthonormalize(double[][] vectors, double least) {
    double shortest = vectors.length == 0 ? 0 : least * length(vectors[0]);
    for (int i = 0; i < vectors.length; i++) {
      double[] vector = vectors[i];
      for (int j = 0; j < i; j++) {
        LinearCombination.add(vector, vectors[j], -DotProduct.of(vector, vectors[j]));
      }
      double length = length(vector);
      if (length > shortest) {
        double factor = 1 / length;
        for (int k = 0; k < vector.length; k++) {
          vector[k] *= factor;
        }
      } else {
        Arrays.fill(vector, 0);
      }
    }
  }

  /// The same with vectors in floats, whose multiples are subtracted in floats.
  ///
  /// @param least as above
  public static void orthonormalize(float[][] vectors, double least) {
    double shortest = vectors.length == 0 ? 0 : least * length(vectors[0]);
    for (int i = 0; i < vectors.length; i++) {
      float[] vector = vectors[i];
      for (int j = 0; j < i; j++) {
        LinearCombination.add(vector, vectors[j], (float) -DotProduct.of(vector, vectors[j]));
      }
      double length = length(vector);
      if (length > shortest) {
        double factor = 1 / length;
        for (int k = 0; k < vector.length; k++) {
          vector[k] = (float) (vector[k] * factor);
        }
      } else {
        Arrays.fill(vector, 0);
      }
    }
  }

  private static double length(double[] vector) {
    return Math.sqrt(DotProduct.of(vector, vector));
  }

  private static double length(float[] vector) {
    return Math.sqrt(DotProduct.of(vector, vector));
  }
}
