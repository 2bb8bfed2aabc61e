package org.papermap.embed.internal.engine;

import org.papermap.math.UnitLength;
import org.papermap.model.ModelSpec.Pooling;

/// Makes one vector of a text's token vectors.
final class TokenPooling {
  private TokenPooling() {}

  /// Pools the `tokens × dimension` floats at `from` and writes the vector, scaled to unit length,
  /// at `to` of `vectors`. Sums in double, in order.
  static void pool(
      Pooling pooling,
      float[] tokenVectors,
      int from,
      int tokens,
      int dimension,
      float[] vectors,
      int to) {
    int pooled =
        switch (pooling) {
          case MEAN -> tokens;
          case CLS -> 1;
        };
    double[] sum = new double[dimension];
    for (int token = 0; token < pooled; token++) {
      int start = from + token * dimension;
      for (int j = 0; j < dimension; j++) {
        sum[j] += tokenVectors[start + j];
      }
    }
    // Scaling makes the sum equal to the mean.
    UnitLength.put(sum, vectors, to);
  }
}
