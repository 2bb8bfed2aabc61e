package org.papermap.math;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Dot products of rows with all rows of a tile, in floats and fast.
///
/// A tile is some hundred rows, transposed: an array a column, so that one value of a row
/// multiplies a run of values of the tile. Such loops have no chain of additions, and the compiler
/// makes vector instructions of them: 25 billion multiply-adds a second and core where the loop
/// over rows makes 6. It does so only as long as all arrays are read and written at the same plain
/// index, the value of the tile comes first in each product, and the body is this small.
///
/// Each product is one sum in floats, in the order of the columns, not fused: the same on every
/// processor, and off by [DotProduct#errorBound] at most. Immutable; safe to use from any thread.
public final class TiledProduct {
  /// Rows a tile. Vector loops have a slow beginning and end, which shorter runs would mostly
  /// consist of (64 rows: half as fast); 256 rows of 384 columns are 384 kB, which still stay in a
  /// second-level cache.
  public static final int TILE = 256;

  private final int rows;
  private final int dimension;
  private final float[] values;
  private final float[][][] tiles;

  private TiledProduct(int rows, int dimension, float[] values, float[][][] tiles) {
    this.rows = rows;
    this.dimension = dimension;
    this.values = values;
    this.tiles = tiles;
  }

  /// Of rows that follow one another; they are copied.
  public static TiledProduct of(FloatBuffer values, int dimension) {
    int rows = values.limit() / dimension;
    float[] copy = new float[rows * dimension];
    values.get(0, copy);
    float[][][] tiles = new float[Math.ceilDiv(rows, TILE)][][];
    for (int tile = 0; tile < tiles.length; tile++) {
      tiles[tile] = transposed(values, start(tile), Math.min(rows, start(tile + 1)), dimension);
    }
    return new TiledProduct(rows, dimension, copy, tiles);
  }

  private static float[][] transposed(FloatBuffer values, int from, int to, int dimension) {
    float[][] tile = new float[dimension][TILE];
    float[] row = new float[dimension];
    for (int i = from; i < to; i++) {
      values.get(i * dimension, row);
      for (int j = 0; j < dimension; j++) {
        tile[j][i - from] = row[j];
      }
    }
    return tile;
  }

  /// The products of some vectors with all rows: an array a vector, a value a row.
  ///
  /// @param values rows that follow one another, from the beginning to the limit
  public static float[][] of(float[][] vectors, FloatBuffer values, int dimension) {
    int rows = values.limit() / dimension;
    float[][] products = new float[vectors.length][rows];
    float[] sums = new float[TILE];
    float[] otherSums = new float[TILE];
    for (int from = 0; from < rows; from += TILE) {
      int to = Math.min(rows, from + TILE);
      float[][] tile = transposed(values, from, to, dimension);
      for (int i = 0; i < vectors.length; i += 2) {
        // The last of an odd number is paired with itself.
        int other = Math.min(i + 1, vectors.length - 1);
        addPair(vectors[i], 0, vectors[other], 0, tile, sums, otherSums);
        System.arraycopy(sums, 0, products[i], from, to - from);
        System.arraycopy(otherSums, 0, products[other], from, to - from);
      }
    }
    return products;
  }

  /// The number of tiles.
  public int tiles() {
    return tiles.length;
  }

  /// The first row of a tile.
  public static int start(int tile) {
    return tile * TILE;
  }

  /// The row after the last of a tile.
  public int end(int tile) {
    return Math.min(rows, (tile + 1) * TILE);
  }

  /// Writes, for each of some rows, its dot products with the rows of a tile into the array of its
  /// place in `products`. Beyond the last row of all stand zeros.
  ///
  /// @param products as many arrays of [#TILE] values as there are rows, or more
  public void of(int[] some, int tile, float[][] products) {
    for (int i = 0; i < some.length; i += 2) {
      // The last of an odd number is paired with itself.
      int other = Math.min(i + 1, some.length - 1);
      float[] otherSums = other == i ? new float[TILE] : products[other];
      addPair(some[i], some[other], tiles[tile], products[i], otherSums);
    }
  }

  /// The same for the rows from `from` to `to`.
  public void of(int from, int to, int tile, float[][] products) {
    of(IntStream.range(from, to).toArray(), tile, products);
  }

  private void addPair(int row, int other, float[][] tile, float[] sums, float[] otherSums) {
    addPair(values, row * dimension, values, other * dimension, tile, sums, otherSums);
  }

  private static void addPair(
      float[] row,
      int at,
      float[] other,
      int otherAt,
      float[][] tile,
      float[] sums,
      float[] otherSums) {
    Arrays.fill(sums, 0);
    Arrays.fill(otherSums, 0);
    int j = 0;
    for (; j + 4 <= tile.length; j += 4) {
      addFour(row, at + j, other, otherAt + j, tile, j, sums, otherSums);
    }
    for (; j < tile.length; j++) {
      addOne(row[at + j], other[otherAt + j], tile[j], sums, otherSums);
    }
  }

  /// Two rows and four columns at a time, so that a value of the tile is loaded half as often, and
  /// a sum a quarter as often, as in the plain loop.
  private static void addFour(
      float[] row,
      int at,
      float[] other,
      int otherAt,
      float[][] tile,
      int column,
      float[] sums,
      float[] otherSums) {
    float[] first = tile[column];
    float[] second = tile[column + 1];
    float[] third = tile[column + 2];
    float[] fourth = tile[column + 3];
    float a = row[at];
    float b = row[at + 1];
    float c = row[at + 2];
    float d = row[at + 3];
    float e = other[otherAt];
    float f = other[otherAt + 1];
    float g = other[otherAt + 2];
    float h = other[otherAt + 3];
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
