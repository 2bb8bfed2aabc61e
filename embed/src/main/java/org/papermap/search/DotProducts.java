package org.papermap.search;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.papermap.embed.EmbeddingMatrix;

/// Dot products of each row with all rows, in floats and fast.
///
/// The matrix is kept in tiles of some dozen rows, transposed, so that one value of a row
/// multiplies a run of values of the tile. Such loops have no chain of additions and the compiler
/// makes vector instructions of them; one sum still adds in order of the columns.
final class DotProducts {
  /// Rows a tile. A tile of 384 columns is then 96 kB and stays in the second-level cache, its sums
  /// in the first; larger tiles were measured to be slower.
  private static final int TILE = 64;

  private final int rows;
  private final int dimension;
  private final float[] values;
  private final float[][] tiles;

  private DotProducts(int rows, int dimension, float[] values, float[][] tiles) {
    this.rows = rows;
    this.dimension = dimension;
    this.values = values;
    this.tiles = tiles;
  }

  static DotProducts of(EmbeddingMatrix vectors) {
    FloatBuffer buffer = vectors.values();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    int rows = vectors.rows();
    int dimension = vectors.dimension();
    float[][] tiles = new float[Math.ceilDiv(rows, TILE)][];
    for (int tile = 0; tile < tiles.length; tile++) {
      tiles[tile] = transposed(values, tile * TILE, Math.min(rows, (tile + 1) * TILE), dimension);
    }
    return new DotProducts(rows, dimension, values, tiles);
  }

  private static float[] transposed(float[] values, int from, int to, int dimension) {
    float[] tile = new float[TILE * dimension];
    for (int row = from; row < to; row++) {
      for (int j = 0; j < dimension; j++) {
        tile[j * TILE + row - from] = values[row * dimension + j];
      }
    }
    return tile;
  }

  /// Writes, for each of the rows from `from` to `to`, its dot products with all rows into the
  /// array of its place in `products`. A tile is used for all these rows while it is in cache.
  void of(int from, int to, float[][] products) {
    float[] sums = new float[TILE];
    float[] otherSums = new float[TILE];
    for (int tile = 0; tile < tiles.length; tile++) {
      int start = tile * TILE;
      int length = Math.min(TILE, rows - start);
      for (int row = from; row < to; row += 2) {
        // The last of an odd number is paired with itself.
        int other = Math.min(row + 1, to - 1);
        addPair(row, other, tiles[tile], sums, otherSums);
        System.arraycopy(sums, 0, products[row - from], start, length);
        System.arraycopy(otherSums, 0, products[other - from], start, length);
      }
    }
  }

  /// Two rows and four columns at a time, so that a value of the tile is loaded half as often, and
  /// a sum a quarter as often, as in the plain loop.
  private void addPair(int row, int other, float[] tile, float[] sums, float[] otherSums) {
    Arrays.fill(sums, 0);
    Arrays.fill(otherSums, 0);
    int at = row * dimension;
    int otherAt = other * dimension;
    int j = 0;
    for (; j + 4 <= dimension; j += 4) {
      addFour(values, at + j, otherAt + j, tile, j * TILE, sums, otherSums);
    }
    for (; j < dimension; j++) {
      for (int i = 0; i < TILE; i++) {
        sums[i] += values[at + j] * tile[j * TILE + i];
        otherSums[i] += values[otherAt + j] * tile[j * TILE + i];
      }
    }
  }

  private static void addFour(
      float[] values,
      int at,
      int otherAt,
      float[] tile,
      int column,
      float[] sums,
      float[] otherSums) {
    float a = values[at];
    float b = values[at + 1];
    float c = values[at + 2];
    float d = values[at + 3];
    float e = values[otherAt];
    float f = values[otherAt + 1];
    float g = values[otherAt + 2];
    float h = values[otherAt + 3];
    for (int i = 0; i < TILE; i++) {
      float w = tile[column + i];
      float x = tile[column + TILE + i];
      float y = tile[column + 2 * TILE + i];
      float z = tile[column + 3 * TILE + i];
      sums[i] = sums[i] + a * w + b * x + c * y + d * z;
      otherSums[i] = otherSums[i] + e * w + f * x + g * y + h * z;
    }
  }
}
