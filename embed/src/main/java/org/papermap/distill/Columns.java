package org.papermap.distill;

import java.nio.FloatBuffer;

/// Runs of rows as columns: an array for each column, with the numbers of all rows of the run.
final class Columns {
  /// Rows of a run: enough that the vector loops of [Sums] are worth their beginning and end, and
  /// few enough that 384 columns of them stay in a second-level cache.
  static final int RUN = 256;

  private Columns() {}

  /// The columns of these rows.
  static float[][] of(float[][] rows, int width) {
    float[][] columns = new float[width][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  /// The dot products of some vectors with all rows: an array for each vector.
  static float[][] products(float[][] vectors, FloatBuffer rows, int width) {
    int size = rows.limit() / width;
    float[][] products = new float[vectors.length][size];
    for (int from = 0; from < size; from += RUN) {
      float[][] run = new float[Math.min(RUN, size - from)][width];
      for (int i = 0; i < run.length; i++) {
        rows.get((from + i) * width, run[i]);
      }
      float[][] tile = of(run, width);
      for (int i = 0; i < vectors.length; i++) {
        float[] sums = new float[run.length];
        Sums.add(sums, tile, vectors[i]);
        System.arraycopy(sums, 0, products[i], from, sums.length);
      }
    }
    return products;
  }
}
