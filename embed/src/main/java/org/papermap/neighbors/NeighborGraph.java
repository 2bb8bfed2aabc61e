package org.papermap.neighbors;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.nearest.NearTiles;
import org.papermap.embed.internal.nearest.PairSearch;
import org.papermap.math.TiledProduct;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// For each of *n* papers its *k* nearest others, nearest first, with their similarities (cosines).
/// A paper is not its own neighbor. Dot products summed in double decide; ties go to the lower row.
/// Above 50,000 papers a few of the nearest may be missed, see [#recall()]. Immutable.
public final class NeighborGraph {
  /// Papers up to which all pairs are compared. For 100,000 that takes 70 seconds of the processor,
  /// where near tiles take 27 and find .995 of the nearest.
  private static final int MOST_COMPARED = 50_000;

  /// Where more than one in so many papers has unknown neighbors, comparing all pairs is as fast.
  private static final int MOST_UNKNOWN = 2;

  /// Rows on which recall is measured; its standard error is below .002 with 15 neighbors.
  private static final int CHECKED = 256;

  private final int rows;
  private final int k;
  private final int[] neighbors;
  private final float[] cosines;
  private final double recall;

  private NeighborGraph(int rows, int k, int[] neighbors, float[] cosines, double recall) {
    this.rows = rows;
    this.k = k;
    this.neighbors = neighbors;
    this.cosines = cosines;
    this.recall = recall;
  }

  /// The exact graph of up to 50,000 papers, or an approximate one of more.
  ///
  /// @param k neighbors wanted, at least 1; fewer are given when there are fewer other papers
  public static NeighborGraph of(EmbeddingMatrix vectors, int k, ProgressListener progress) {
    return vectors.rows() <= MOST_COMPARED
        ? exact(vectors, k, progress)
        : approximate(vectors, k, progress);
  }

  /// An approximate graph, without comparing all pairs; the same bits for any number of threads.
  /// The time grows little faster than the number of papers.
  ///
  /// @param k neighbors wanted, at least 1; fewer are given when there are fewer other papers. From
  ///   256 on the graph is exact
  public static NeighborGraph approximate(
      EmbeddingMatrix vectors, int k, ProgressListener progress) {
    int width = width(vectors, k);
    if (width == 0 || width >= TiledProduct.TILE) {
      // There is nothing to find, or more neighbors are wanted than a tile has rows.
      return exact(vectors, k, progress);
    }
    int[][] found = NearTiles.search(vectors, width, progress);
    int[] neighbors = new int[vectors.rows() * width];
    float[] cosines = new float[neighbors.length];
    IntStream.range(0, vectors.rows())
        .parallel()
        .forEach(row -> {
          for (int rank = 0; rank < width; rank++) {
            neighbors[row * width + rank] = found[row][rank];
            cosines[row * width + rank] = (float) vectors.dot(row, found[row][rank]);
          }
        });
    return new NeighborGraph(
        vectors.rows(), width, neighbors, cosines, NearTiles.recall(vectors, found, CHECKED));
  }

  /// The exact graph, by comparing all pairs on all cores; the same bits for any number of threads.
  /// The time grows with the square of the papers.
  ///
  /// @param k neighbors wanted, at least 1; fewer are given when there are fewer other papers
  public static NeighborGraph exact(EmbeddingMatrix vectors, int k) {
    return exact(vectors, k, ProgressListener.NONE);
  }

  /// The same, reporting the progress of comparisons.
  public static NeighborGraph exact(EmbeddingMatrix vectors, int k, ProgressListener progress) {
    int width = width(vectors, k);
    PairSearch search = new PairSearch(vectors, width);
    if (width > 0) {
      search.compareAll(progress);
    }
    return of(vectors.rows(), width, search);
  }

  /// The exact graph where that of most papers is known: the same as [#exact], found faster.
  ///
  /// @param known for each paper its nearest among the papers that are not new, `k` or more, or
  ///   null where they are to be found
  /// @param isNew papers that are in nobody's known neighbors
  public static NeighborGraph grown(
      EmbeddingMatrix vectors,
      int k,
      int[] @Nullable [] known,
      boolean[] isNew,
      ProgressListener progress) {
    int width = width(vectors, k);
    long unknown = Arrays.stream(known).filter(Objects::isNull).count();
    if (width < k || MOST_UNKNOWN * unknown > known.length) {
      return of(vectors, k, progress);
    }
    PairSearch search = new PairSearch(vectors, width);
    search.compareWithKnown(known, isNew);
    return of(vectors.rows(), width, search);
  }

  private static int width(EmbeddingMatrix vectors, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k: " + k + ". Ask for one neighbor or more.");
    }
    return Math.max(0, Math.min(k, vectors.rows() - 1));
  }

  private static NeighborGraph of(int rows, int width, PairSearch search) {
    int[] neighbors = new int[rows * width];
    float[] cosines = new float[rows * width];
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> search.putNearest(row, neighbors, cosines, row * width));
    return new NeighborGraph(rows, width, neighbors, cosines, 1);
  }

  /// A graph from elsewhere, taken as exact.
  ///
  /// @param k neighbors a paper
  /// @param neighbors for each paper in turn the rows of its neighbors, nearest first; copied
  /// @param cosines to each of them; copied
  public static NeighborGraph of(int rows, int k, int[] neighbors, float[] cosines) {
    if (rows < 0 || k < 0 || neighbors.length != rows * k || cosines.length != rows * k) {
      throw new IllegalArgumentException(
          "%d neighbors and %d similarities for %d papers with %d each. Give one a neighbor."
              .formatted(neighbors.length, cosines.length, rows, k));
    }
    return new NeighborGraph(rows, k, neighbors.clone(), cosines.clone(), 1);
  }

  /// The number of papers, *n*.
  public int rows() {
    return rows;
  }

  /// Neighbors of each paper: as requested, or *n* − 1 where that is less.
  public int k() {
    return k;
  }

  /// The row of the `rank`-th nearest paper, rank 0 being the nearest.
  public int neighbor(int row, int rank) {
    return neighbors[index(row, rank)];
  }

  /// The similarity to the `rank`-th nearest paper.
  public float similarity(int row, int rank) {
    return cosines[index(row, rank)];
  }

  /// The share of the true nearest papers that the graph has, in [0, 1]: 1 where all pairs were
  /// compared, else measured on 256 papers, evenly spaced.
  public double recall() {
    return recall;
  }

  /// The edges of the undirected graph of the first `k` neighbors: each pair in which one paper has
  /// the other as a neighbor, in both directions, once each, as `from << 32 | to`, ascending.
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
