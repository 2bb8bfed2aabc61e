package org.papermap.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// For each of *n* papers its *k* nearest others, nearest first, with their cosines. A paper is
/// never its own neighbor. Nearer is decided by the dot product summed in double; ties go to the
/// lower row. Immutable.
public final class NeighborGraph {
  /// Rows that are compared with a tile of the matrix while it is in the processor's cache.
  private static final int BLOCK = 16;

  private final int rows;
  private final int k;
  private final int[] neighbors;
  private final float[] cosines;

  private NeighborGraph(int rows, int k, int[] neighbors, float[] cosines) {
    this.rows = rows;
    this.k = k;
    this.neighbors = neighbors;
    this.cosines = cosines;
  }

  /// The exact graph, by comparing all pairs on all cores; the same bits for any number of threads.
  /// For 10,000 papers of 384 dimensions this takes seconds; the time grows with the square.
  ///
  /// @param k neighbors wanted, at least 1; fewer are given when there are fewer other papers
  public static NeighborGraph exact(EmbeddingMatrix vectors, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k: " + k + ". Ask for one neighbor or more.");
    }
    int rows = vectors.rows();
    int width = Math.max(0, Math.min(k, rows - 1));
    int[] neighbors = new int[rows * width];
    float[] cosines = new float[rows * width];
    if (width == 0) {
      return new NeighborGraph(rows, width, neighbors, cosines);
    }
    DotProducts products = DotProducts.of(vectors);
    IntStream.range(0, Math.ceilDiv(rows, BLOCK))
        .parallel()
        .forEach(block -> fill(vectors, products, block * BLOCK, width, neighbors, cosines));
    return new NeighborGraph(rows, width, neighbors, cosines);
  }

  private static void fill(
      EmbeddingMatrix vectors,
      DotProducts products,
      int from,
      int width,
      int[] neighbors,
      float[] cosines) {
    int to = Math.min(vectors.rows(), from + BLOCK);
    float[][] rough = new float[to - from][vectors.rows()];
    products.of(from, to, rough);
    for (int row = from; row < to; row++) {
      int self = row;
      rough[row - from][self] = Float.NEGATIVE_INFINITY;
      List<NearestRows.Near> nearest =
          NearestRows.choose(
              rough[row - from], width, vectors.dimension(), other -> vectors.dot(self, other));
      for (int rank = 0; rank < width; rank++) {
        neighbors[row * width + rank] = nearest.get(rank).row();
        cosines[row * width + rank] = (float) nearest.get(rank).cosine();
      }
    }
  }

  /// The number of papers, *n*.
  public int rows() {
    return rows;
  }

  /// Neighbors a paper: what was asked for, or *n* − 1 where that is less.
  public int k() {
    return k;
  }

  /// The row of the `rank`-th nearest paper, rank 0 being the nearest.
  public int neighbor(int row, int rank) {
    return neighbors[index(row, rank)];
  }

  /// The cosine to the `rank`-th nearest paper.
  public float cosine(int row, int rank) {
    return cosines[index(row, rank)];
  }

  /// Each pair of papers of which one has the other among its first `k` neighbors, in both
  /// directions, once each, as `from << 32 | to`, ascending: what an undirected graph of these
  /// neighbors is made of.
  public long[] pairs(int k) {
    long[] pairs = new long[2 * rows * k];
    int place = 0;
    for (int row = 0; row < rows; row++) {
      for (int rank = 0; rank < k; rank++) {
        int neighbor = neighbor(row, rank);
        pairs[place++] = (long) row << Integer.SIZE | neighbor;
        pairs[place++] = (long) neighbor << Integer.SIZE | row;
      }
    }
    return Arrays.stream(pairs).sorted().distinct().toArray();
  }

  private int index(int row, int rank) {
    if (row < 0 || row >= rows || rank < 0 || rank >= k) {
      throw new IndexOutOfBoundsException(
          "row %d, rank %d of %d × %d".formatted(row, rank, rows, k));
    }
    return row * k + rank;
  }
}
