package org.papermap.neighbors;

import java.util.Random;
import org.papermap.vectors.EmbeddingMatrix;

/// Directions spread evenly over the sphere.
public final class RandomVectors {
  private RandomVectors() {}

  public static EmbeddingMatrix of(int rows, int dimension, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * dimension];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }
}
