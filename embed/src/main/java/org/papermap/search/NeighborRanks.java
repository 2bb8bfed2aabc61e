package org.papermap.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// How near papers are to some papers, counted among all: what tells by how much a map misleads.
public final class NeighborRanks {
  /// Rows that are compared with a tile while it is in the processor's cache.
  private static final int BLOCK = 16;

  private NeighborRanks() {}

  /// For each row of `rows`, the ranks of the rows in the array of its place in `others`: 1 for its
  /// nearest paper, *n* − 1 for its farthest, ties by row. Cosines are compared in floats, in which
  /// papers whose cosines differ by less than a millionth may change places; they are the same on
  /// every processor and at any number of threads.
  ///
  /// @param others rows other than the row itself, for each of `rows`
  public static int[][] of(EmbeddingMatrix vectors, int[] rows, int[][] others) {
    DotProducts products = DotProducts.of(vectors);
    int[][] ranks = new int[rows.length][];
    IntStream.range(0, Math.ceilDiv(rows.length, BLOCK))
        .parallel()
        .forEach(block -> {
          int from = block * BLOCK;
          int to = Math.min(rows.length, from + BLOCK);
          float[][] cosines = cosines(products, Arrays.copyOfRange(rows, from, to), vectors.rows());
          for (int i = from; i < to; i++) {
            ranks[i] = ranks(cosines[i - from], rows[i], others[i]);
          }
        });
    return ranks;
  }

  private static float[][] cosines(DotProducts products, int[] rows, int all) {
    float[][] cosines = new float[rows.length][all];
    float[][] part = new float[rows.length][DotProducts.TILE];
    for (int tile = 0; tile < products.tiles(); tile++) {
      products.of(rows, tile, part);
      int start = DotProducts.start(tile);
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(part[i], 0, cosines[i], start, products.end(tile) - start);
      }
    }
    return cosines;
  }

  private static int[] ranks(float[] cosines, int row, int[] others) {
    int[] ranks = new int[others.length];
    for (int i = 0; i < others.length; i++) {
      int other = others[i];
      float cosine = cosines[other];
      int rank = 1;
      for (int rival = 0; rival < cosines.length; rival++) {
        boolean nearer = cosines[rival] > cosine || (cosines[rival] == cosine && rival < other);
        rank += nearer && rival != row && rival != other ? 1 : 0;
      }
      ranks[i] = rank;
    }
    return ranks;
  }
}
