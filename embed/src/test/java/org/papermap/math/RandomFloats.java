package org.papermap.math;

import java.util.SplittableRandom;

/// Floats between −1 and 1, the same for the same seed.
final class RandomFloats {
  private RandomFloats() {}

  static float[] of(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  static float[][] rows(int rows, int columns, long seed) {
    float[][] values = new float[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = of(columns, seed + i);
    }
    return values;
  }
}
