package org.papermap.layout;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

/// How much of the neighborhoods of the embedding a layout keeps. Immutable.
public final class LayoutQuality {
  /// Papers whose ranks are counted; each takes a pass over all vectors.
  private static final int MOST_RANKED = 1000;

  private final double[] kept;
  private final double trustworthiness;

  private LayoutQuality(double[] kept, double trustworthiness) {
    this.kept = kept;
    this.trustworthiness = trustworthiness;
  }

  /// Compares a layout with the embedding it was made from. Neighborhoods have the size of the
  /// graph's, but no more than a third of the papers: larger ones say nothing of nearness.
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
    PlaneGrid grid = new PlaneGrid(layout);
    double[] kept = new double[rows];
    double[] penalties = new double[rows];
    int ranked = Math.min(rows, MOST_RANKED);
    boolean[] isRanked = new boolean[rows];
    for (int i = 0; i < ranked; i++) {
      isRanked[(int) ((long) i * rows / ranked)] = true;
    }
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          Set<Integer> near = neighbors(graph, row, k);
          int[] onMap = grid.nearest(row, k);
          int found = 0;
          for (int other : onMap) {
            found += near.contains(other) ? 1 : 0;
          }
          kept[row] = k == 0 ? 1 : (double) found / k;
          penalties[row] = isRanked[row] ? penalty(vectors, row, near, onMap) : 0;
        });
    return new LayoutQuality(kept, trustworthiness(penalties, ranked, k));
  }

  private static Set<Integer> neighbors(NeighborGraph graph, int row, int k) {
    Set<Integer> neighbors = new HashSet<>();
    for (int rank = 0; rank < k; rank++) {
      neighbors.add(graph.neighbor(row, rank));
    }
    return neighbors;
  }

  /// For each paper that is near on the map only: how far beyond the neighborhood it ranks.
  private static double penalty(EmbeddingMatrix vectors, int row, Set<Integer> near, int[] onMap) {
    int[] strangers = IntStream.of(onMap).filter(other -> !near.contains(other)).toArray();
    if (strangers.length == 0) {
      return 0;
    }
    double[] cosines = new double[vectors.rows()];
    for (int other = 0; other < cosines.length; other++) {
      cosines[other] = vectors.dot(row, other);
    }
    double penalty = 0;
    for (int stranger : strangers) {
      int rank = 1;
      for (int other = 0; other < cosines.length; other++) {
        boolean nearer =
            cosines[other] > cosines[stranger]
                || (cosines[other] == cosines[stranger] && other < stranger);
        rank += other != row && other != stranger && nearer ? 1 : 0;
      }
      penalty += rank - onMap.length;
    }
    return penalty;
  }

  private static double trustworthiness(double[] penalties, int ranked, int k) {
    double sum = 0;
    for (double penalty : penalties) {
      sum += penalty;
    }
    double rows = penalties.length;
    // The largest sum that places can give, as k is less than half of the papers.
    double most = k * (2 * rows - 3 * k - 1) / 2;
    return ranked == 0 || !(most > 0) ? 1 : 1 - sum / (ranked * most);
  }

  /// The number of papers.
  public int rows() {
    return kept.length;
  }

  /// The share of a paper's nearest neighbors that are also nearest to it on the map, in [0, 1].
  public double neighborsKept(int row) {
    return kept[row];
  }

  /// The mean over all papers; 1 when there are none.
  public double neighborsKept() {
    double sum = 0;
    for (double share : kept) {
      sum += share;
    }
    return kept.length == 0 ? 1 : sum / kept.length;
  }

  /// How far one can trust that papers near on the map are near in the embedding, in [0, 1] (Venna
  /// and Kaski, doi:10.1007/3-540-44668-0_68): 1 when each is, about 0.5 for random places. Over
  /// 1,000 papers it is estimated from 1,000 of them, evenly spaced; 1 when there are none.
  public double trustworthiness() {
    return trustworthiness;
  }
}
