package org.papermap.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.layout.NeighborRanks;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// How well a layout keeps the neighborhoods of the embedding. Immutable.
public final class LayoutQuality {
  /// The number of papers whose neighbors are ranked; each takes a pass over all vectors.
  private static final int MOST_RANKED = 1000;

  private final double[] kept;
  private final double trustworthiness;
  private final double continuity;

  private LayoutQuality(double[] kept, double trustworthiness, double continuity) {
    this.kept = kept;
    this.trustworthiness = trustworthiness;
    this.continuity = continuity;
  }

  /// Compares a layout with the embedding that it was made from. Neighborhoods have the size of the
  /// graph's, a third of the papers at most.
  ///
  /// @param graph the nearest neighbors of the same vectors
  public static LayoutQuality of(EmbeddingMatrix vectors, NeighborGraph graph, Layout layout) {
    if (vectors.rows() != layout.rows() || graph.rows() != layout.rows()) {
      throw new IllegalArgumentException(
          "%d vectors, neighbors of %d papers, places of %d. Give those of the same papers."
              .formatted(vectors.rows(), graph.rows(), layout.rows()));
    }
    int rows = layout.rows();
    int k = Math.min(graph.k(), Math.max(1, rows / 3));
    int[][] near = new int[rows][];
    int[][] onMap = new int[rows][];
    double[] kept = new double[rows];
    PlaneGrid grid = new PlaneGrid(layout);
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          near[row] = IntStream.range(0, k).map(rank -> graph.neighbor(row, rank)).toArray();
          onMap[row] = grid.nearest(row, k);
          int lost = without(near[row], onMap[row]).length;
          kept[row] = k == 0 ? 1 : 1 - (double) lost / k;
        });
    int[] sample = sample(rows);
    int[][] strangers = differences(sample, onMap, near);
    int[][] missing = differences(sample, near, onMap);
    return new LayoutQuality(
        kept,
        faithfulness(NeighborRanks.of(vectors, sample, strangers), rows, k),
        faithfulness(ranksOnMap(layout, sample, missing), rows, k));
  }

  /// Rows evenly spaced, or all of them where there are few.
  private static int[] sample(int rows) {
    int size = Math.min(rows, MOST_RANKED);
    return IntStream.range(0, size).map(i -> (int) ((long) i * rows / size)).toArray();
  }

  private static int[][] differences(int[] sample, int[][] some, int[][] others) {
    return IntStream.of(sample)
        .mapToObj(row -> without(some[row], others[row]))
        .toArray(int[][]::new);
  }

  private static int[] without(int[] rows, int[] others) {
    int[] left = new int[rows.length];
    int size = 0;
    for (int row : rows) {
      boolean among = false;
      for (int other : others) {
        among |= other == row;
      }
      if (!among) {
        left[size++] = row;
      }
    }
    return Arrays.copyOf(left, size);
  }

  private static int[][] ranksOnMap(Layout layout, int[] sample, int[][] others) {
    int[][] ranks = new int[sample.length][];
    IntStream.range(0, sample.length)
        .parallel()
        .forEach(i -> ranks[i] = ranksOnMap(layout, sample[i], others[i]));
    return ranks;
  }

  private static int[] ranksOnMap(Layout layout, int from, int[] others) {
    double[] distances = new double[layout.rows()];
    for (int row = 0; row < distances.length; row++) {
      distances[row] = layout.squaredDistance(from, row);
    }
    return NeighborRanks.among(distances, from, others);
  }

  /// One minus the sum of the ranks beyond the neighborhood, as a share of the largest possible
  /// sum.
  private static double faithfulness(int[][] ranks, int rows, int k) {
    double beyond = 0;
    for (int[] ofPaper : ranks) {
      for (int rank : ofPaper) {
        beyond += rank - k;
      }
    }
    // The largest sum, as k is less than half of the papers.
    double most = k * (2.0 * rows - 3 * k - 1) / 2;
    return ranks.length == 0 || !(most > 0) ? 1 : 1 - beyond / (ranks.length * most);
  }

  /// The number of papers.
  public int rows() {
    return kept.length;
  }

  /// The share of a paper's neighbors that are also among its nearest on the map, in [0, 1].
  public double neighborsKept(int row) {
    return kept[row];
  }

  /// The mean over all papers; 1 when there are none.
  public double neighborsKept() {
    return Arrays.stream(kept).average().orElse(1);
  }

  /// The trustworthiness (Venna and Kaski, doi:10.1007/3-540-44668-0_68), in [0, 1]: 1 if papers
  /// near on the map are near in the embedding, about 0.5 for random places. Of more than 1,000
  /// papers 1,000 evenly spaced ones are measured; 1 when there are none.
  public double trustworthiness() {
    return trustworthiness;
  }

  /// The continuity, in [0, 1]: trustworthiness with map and embedding exchanged (Venna and Kaski,
  /// doi:10.1007/3-540-44668-0_68). It is low where the map tears neighborhoods apart.
  public double continuity() {
    return continuity;
  }
}
