package org.papermap.cluster.internal.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.math.TiledProduct;
import org.papermap.vectors.EmbeddingMatrix;

/// Ranks of papers by nearness to a paper, among all papers. The quality of a layout is measured by
/// them.
public final class NeighborRanks {
  /// Rows compared with a tile while it is in the processor's cache.
  private static final int BLOCK = 16;

  private NeighborRanks() {}

  /// For each row of `rows`, the ranks of the rows in the array of its place in `others`: 1 for its
  /// nearest paper, *n* − 1 for its farthest, ties by row. Cosines are compared in floats, in which
  /// papers whose cosines differ by less than a millionth may change places; they are the same on
  /// every processor and at any number of threads.
  ///
  /// @param others rows other than the row itself, for each of `rows`
  public static int[][] of(EmbeddingMatrix vectors, int[] rows, int[][] others) {
    TiledProduct products = TiledProduct.of(vectors.values(), vectors.dimension());
    int[][] ranks = new int[rows.length][];
    IntStream.range(0, Math.ceilDiv(rows.length, BLOCK))
        .parallel()
        .forEach(block -> {
          int from = block * BLOCK;
          int to = Math.min(rows.length, from + BLOCK);
          double[][] distances =
              distances(products, Arrays.copyOfRange(rows, from, to), vectors.rows());
          for (int i = from; i < to; i++) {
            ranks[i] = among(distances[i - from], rows[i], others[i]);
          }
        });
    return ranks;
  }

  private static double[][] distances(TiledProduct products, int[] rows, int all) {
    double[][] distances = new double[rows.length][all];
    float[][] cosines = new float[rows.length][TiledProduct.TILE];
    for (int tile = 0; tile < products.tiles(); tile++) {
      products.of(rows, tile, cosines);
      int start = TiledProduct.start(tile);
      for (int i = 0; i < rows.length; i++) {
        for (int row = start; row < products.end(tile); row++) {
          distances[i][row] = -cosines[i][row - start];
        }
      }
    }
    return distances;
  }

  /// The ranks of some rows by distance from a row: 1 for the nearest, ties by row. One pass over
  /// all rows. Most are compared with the farthest of `others` only.
  ///
  /// @param distances of each row, in any measure that grows with the distance
  /// @param from the row that distances are measured from; it has no rank
  /// @param others rows other than `from`, in any order
  public static int[] among(double[] distances, int from, int[] others) {
    int[] sorted = sorted(others, distances);
    // The number of rows between each of `others` and the one before it, itself included for the
    // next.
    int[] before = new int[others.length + 1];
    for (int row = 0; row < distances.length; row++) {
      int place = others.length;
      while (place > 0 && isNearer(row, sorted[place - 1], distances)) {
        place--;
      }
      before[place] += row == from ? 0 : 1;
    }
    int[] ranks = new int[others.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = 1;
      for (int place = 0; place < sorted.length; place++) {
        ranks[i] += before[place];
        if (sorted[place] == others[i]) {
          break;
        }
      }
    }
    return ranks;
  }

  /// Insertion sort, as there are few.
  private static int[] sorted(int[] others, double[] distances) {
    int[] sorted = others.clone();
    for (int i = 1; i < sorted.length; i++) {
      int row = sorted[i];
      int place = i;
      while (place > 0 && isNearer(row, sorted[place - 1], distances)) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      sorted[place] = row;
    }
    return sorted;
  }

  private static boolean isNearer(int row, int other, double[] distances) {
    return distances[row] < distances[other] || (distances[row] == distances[other] && row < other);
  }
}
