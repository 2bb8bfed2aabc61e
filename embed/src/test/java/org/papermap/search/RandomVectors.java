package org.papermap.search;

import java.util.Random;
import org.papermap.embed.EmbeddingMatrix;

/// Directions spread evenly over the sphere.
final class RandomVectors {
  private RandomVectors() {}

  static EmbeddingMatrix of(int rows, int dimension, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * dimension];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }
}
