package org.papermap.search;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.apache.lucene.util.Constants;
import org.papermap.embed.EmbeddingMatrix;

/// Dot products of rows with all rows of a tile, in floats and fast.
///
/// A tile is some hundred rows, transposed: an array a column, so that one value of a row
/// multiplies a run of values of the tile. Such loops have no chain of additions, and the compiler
/// makes vector instructions of them: 25 billion multiply-adds a second and core where the loop
/// over rows makes 6, and 38 where the processor multiplies and adds in one step. It does so only
/// as long as all arrays are read and written at the same plain index, the value of the tile comes
/// first in each product, and the body is this small.
final class DotProducts {
  /// Rows a tile. Vector loops have a slow beginning and end, which shorter runs would mostly
  /// consist of (64 rows: half as fast); 256 rows of 384 columns are 384 kB, which still stay in a
  /// second-level cache.
  static final int TILE = 256;

  /// Tiles from which on fused products save more than the question takes.
  private static final int WORTH_ASKING = 8;

  private final int rows;
  private final int dimension;
  private final float[] values;
  private final float[][][] tiles;

  /// Whether the processor multiplies and adds in one step, which Java makes up for in software, a
  /// thousand times as slowly. To ask takes as long as all products of a few tiles.
  private final boolean fused;

  private DotProducts(int rows, int dimension, float[] values, float[][][] tiles) {
    this.rows = rows;
    this.fused = tiles.length >= WORTH_ASKING && Constants.HAS_FAST_VECTOR_FMA;
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
  /// into the array of its place in `products`. Beyond the last row of all stand zeros. How the
  /// products are rounded depends on the processor, so they may not decide what is nearer.
  ///
  /// @param products as many arrays of [#TILE] values as there are rows, or more, and a multiple of
  ///   four
  void rough(int from, int to, int tile, float[][] products) {
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

  /// The same for any rows, and rounded in the same way on every processor.
  ///
  /// @param products as many arrays of [#TILE] values as there are rows, or more
  void of(int[] some, int tile, float[][] products) {
    for (int i = 0; i < some.length; i += 2) {
      // The last of an odd number is paired with itself.
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
