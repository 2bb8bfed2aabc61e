package org.papermap.search;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.papermap.embed.EmbeddingMatrix;

/// Dot products of rows with all rows of a tile, in floats and fast.
///
/// A tile is some hundred rows, transposed: an array a column, so that one value of a row
/// multiplies a run of values of the tile. Such loops have no chain of additions, and the compiler
/// makes vector instructions of them: 25 billion multiply-adds a second and core where the loop
/// over rows makes 6. It does so only as long as all arrays are read and written at the same plain
/// index, the value of the tile comes first in each product, and the body is this small.
final class DotProducts {
  /// Rows a tile. Vector loops have a slow beginning and end, which shorter runs would mostly
  /// consist of (64 rows: half as fast); 256 rows of 384 columns are 384 kB, which still stay in a
  /// second-level cache.
  static final int TILE = 256;

  private final int rows;
  private final int dimension;
  private final float[] values;
  private final float[][][] tiles;

  private DotProducts(int rows, int dimension, float[] values, float[][][] tiles) {
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
    float[][][] tiles = new float[Math.ceilDiv(rows, TILE)][vectors.dimension()][TILE];
    for (int row = 0; row < rows; row++) {
      float[][] tile = tiles[row / TILE];
      for (int j = 0; j < tile.length; j++) {
        tile[j][row % TILE] = values[row * tile.length + j];
      }
    }
    return new DotProducts(rows, vectors.dimension(), values, tiles);
  }

  /// The number of tiles.
  int tiles() {
    return tiles.length;
  }

  /// The first row of a tile.
  static int start(int tile) {
    return tile * TILE;
  }

  /// The row after the last of a tile.
  int end(int tile) {
    return Math.min(rows, (tile + 1) * TILE);
  }

  /// Writes, for each of the rows from `from` to `to`, its dot products with the rows of a tile
  /// into the array of its place in `products`. Beyond the last row of all stand zeros.
  ///
  /// @param products as many arrays of [#TILE] values as there are rows, or more
  void of(int from, int to, int tile, float[][] products) {
    for (int row = from; row < to; row += 2) {
      // The last of an odd number is paired with itself.
      int other = Math.min(row + 1, to - 1);
      addPair(row, other, tiles[tile], products[row - from], products[other - from]);
    }
  }

  /// The same for any rows.
  void of(int[] some, int tile, float[][] products) {
    for (int i = 0; i < some.length; i += 2) {
      int other = Math.min(i + 1, some.length - 1);
      addPair(some[i], some[other], tiles[tile], products[i], products[other]);
    }
  }

  private void addPair(int row, int other, float[][] tile, float[] sums, float[] otherSums) {
    float[] spare = sums == otherSums ? new float[TILE] : otherSums;
    Arrays.fill(sums, 0);
    Arrays.fill(spare, 0);
    int at = row * dimension;
    int otherAt = other * dimension;
    int j = 0;
    for (; j + 4 <= dimension; j += 4) {
      addFour(values, at + j, otherAt + j, tile, j, sums, spare);
    }
    for (; j < dimension; j++) {
      addOne(values[at + j], values[otherAt + j], tile[j], sums, spare);
    }
  }

  /// Two rows and four columns at a time, so that a value of the tile is loaded half as often, and
  /// a sum a quarter as often, as in the plain loop.
  private static void addFour(
      float[] values,
      int at,
      int otherAt,
      float[][] tile,
      int column,
      float[] sums,
      float[] otherSums) {
    float[] first = tile[column];
    float[] second = tile[column + 1];
    float[] third = tile[column + 2];
    float[] fourth = tile[column + 3];
    float a = values[at];
    float b = values[at + 1];
    float c = values[at + 2];
    float d = values[at + 3];
    float e = values[otherAt];
    float f = values[otherAt + 1];
    float g = values[otherAt + 2];
    float h = values[otherAt + 3];
    for (int i = 0; i < TILE; i++) {
      float w = first[i];
      float x = second[i];
      float y = third[i];
      float z = fourth[i];
      sums[i] = sums[i] + w * a + x * b + y * c + z * d;
      otherSums[i] = otherSums[i] + w * e + x * f + y * g + z * h;
    }
  }

  private static void addOne(float a, float b, float[] column, float[] sums, float[] otherSums) {
    for (int i = 0; i < TILE; i++) {
      float x = column[i];
      sums[i] = sums[i] + x * a;
      otherSums[i] = otherSums[i] + x * b;
    }
  }
}
