package org.papermap.math;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.apache.lucene.util.Constants;

/// Dot products of rows with all rows of a tile, in floats and fast.
///
/// A tile is some hundred rows, transposed: an array a column, so that one value of a row
/// multiplies a run of values of the tile. Such loops have no chain of additions, and the compiler
/// makes vector instructions of them: 25 billion multiply-adds a second and core where the loop
/// over rows makes 6, and 38 where the processor multiplies and adds in one step. It does so only
/// as long as all arrays are read and written at the same plain index, the value of the tile comes
/// first in each product, and the body is this small.
///
/// Each product is one sum in floats, in the order of the columns; it is off by
/// [DotProduct#errorBound] at most, fused or not. Immutable and safe to use from any thread.
public final class TiledProduct {
  /// Rows a tile. Vector loops have a slow beginning and end, which shorter runs would mostly
  /// consist of (64 rows: half as fast); 256 rows of 384 columns are 384 kB, which still stay in a
  /// second-level cache.
  public static final int TILE = 256;

  /// Tiles from which on fused products save more than the question takes.
  private static final int WORTH_ASKING = 8;

  private final int rows;
  private final int dimension;
  private final float[] values;
  private final float[][][] tiles;

  /// Whether the processor multiplies and adds in one step, which Java makes up for in software, a
  /// thousand times as slowly. To ask takes as long as all products of a few tiles.
  private final boolean fused;

  private TiledProduct(int rows, int dimension, float[] values, float[][][] tiles) {
    this.rows = rows;
    this.fused = tiles.length >= WORTH_ASKING && Constants.HAS_FAST_VECTOR_FMA;
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

  /// The products of some vectors with all rows: an array a vector, a value a row. They are not
  /// fused, and so the same on every processor.
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

  /// Writes, for each of the rows from `from` to `to`, its dot products with the rows of a tile
  /// into the array of its place in `products`. Beyond the last row of all stand zeros. How the
  /// products are rounded depends on the processor, so they may not decide what is nearer.
  ///
  /// @param products as many arrays of [#TILE] values as there are rows, or more, and a multiple of
  ///   four
  public void rough(int from, int to, int tile, float[][] products) {
    for (int row = from; row < to; row += fused ? 4 : 2) {
      // What is beyond the last row is that row once more.
      int last = to - 1;
      int second = Math.min(row + 1, last);
      int place = row - from;
      if (fused) {
        fuseFourRows(
            new int[] {row, second, Math.min(row + 2, last), Math.min(row + 3, last)},
            tiles[tile],
            Arrays.copyOfRange(products, place, place + 4));
      } else {
        addPair(row, second, tiles[tile], products[place], products[place + 1]);
      }
    }
  }

  /// The same for any rows, not fused, and so rounded in the same way on every processor.
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

  private void fuseFourRows(int[] four, float[][] tile, float[][] sums) {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    int a = four[0] * dimension;
    int b = four[1] * dimension;
    int c = four[2] * dimension;
    int d = four[3] * dimension;
    int j = 0;
    for (; j + 4 <= dimension; j += 4) {
      fuseFour(values, a + j, b + j, c + j, d + j, tile, j, sums[0], sums[1], sums[2], sums[3]);
    }
    for (; j < dimension; j++) {
      addOne(values[a + j], values[b + j], tile[j], sums[0], sums[1]);
      addOne(values[c + j], values[d + j], tile[j], sums[2], sums[3]);
    }
  }

  /// Four rows and four columns at a time, so that half a value is loaded for each product.
  private static void fuseFour(
      float[] values,
      int a,
      int b,
      int c,
      int d,
      float[][] tile,
      int column,
      float[] aSums,
      float[] bSums,
      float[] cSums,
      float[] dSums) {
    float[] first = tile[column];
    float[] second = tile[column + 1];
    float[] third = tile[column + 2];
    float[] fourth = tile[column + 3];
    float a0 = values[a];
    float a1 = values[a + 1];
    float a2 = values[a + 2];
    float a3 = values[a + 3];
    float b0 = values[b];
    float b1 = values[b + 1];
    float b2 = values[b + 2];
    float b3 = values[b + 3];
    float c0 = values[c];
    float c1 = values[c + 1];
    float c2 = values[c + 2];
    float c3 = values[c + 3];
    float d0 = values[d];
    float d1 = values[d + 1];
    float d2 = values[d + 2];
    float d3 = values[d + 3];
    for (int i = 0; i < TILE; i++) {
      float w = first[i];
      float x = second[i];
      float y = third[i];
      float z = fourth[i];
      aSums[i] = Math.fma(z, a3, Math.fma(y, a2, Math.fma(x, a1, Math.fma(w, a0, aSums[i]))));
      bSums[i] = Math.fma(z, b3, Math.fma(y, b2, Math.fma(x, b1, Math.fma(w, b0, bSums[i]))));
      cSums[i] = Math.fma(z, c3, Math.fma(y, c2, Math.fma(x, c1, Math.fma(w, c0, cSums[i]))));
      dSums[i] = Math.fma(z, d3, Math.fma(y, d2, Math.fma(x, d1, Math.fma(w, d0, dSums[i]))));
    }
  }
}
