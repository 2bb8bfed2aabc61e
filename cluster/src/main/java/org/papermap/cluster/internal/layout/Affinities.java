package org.papermap.cluster.internal.layout;

import org.papermap.search.NeighborGraph;

/// How strongly t-SNE holds papers together: each paper holds its first *k* neighbors equally, a
/// pair that has each other twice as strongly, and all ties of all papers add up to one. Equal ties
/// do as well as those from distances (Böhm, Berens and Kobak, arXiv:2007.08902, section 5): on
/// 9,868 papers they keep .359 of 15 neighbors, where those of perplexity 5 keep .293.
final class Affinities {
  private final int[] starts;
  private final int[] others;
  private final double[] ties;

  private Affinities(int[] starts, int[] others, double[] ties) {
    this.starts = starts;
    this.others = others;
    this.ties = ties;
  }

  static Affinities of(NeighborGraph graph, int k) {
    long[] pairs = graph.pairs(k);
    int[] starts = new int[graph.rows() + 1];
    int[] others = new int[pairs.length];
    double[] ties = new double[pairs.length];
    double once = 1 / (2.0 * graph.rows() * k);
    for (int tie = 0; tie < pairs.length; tie++) {
      int row = (int) (pairs[tie] >>> Integer.SIZE);
      int other = (int) pairs[tie];
      starts[row + 1] = tie + 1;
      others[tie] = other;
      ties[tie] = once * (count(graph, k, row, other) + count(graph, k, other, row));
    }
    return new Affinities(starts, others, ties);
  }

  private static int count(NeighborGraph graph, int k, int row, int neighbor) {
    for (int rank = 0; rank < k; rank++) {
      if (graph.neighbor(row, rank) == neighbor) {
        return 1;
      }
    }
    return 0;
  }

  /// The number of papers.
  int rows() {
    return starts.length - 1;
  }

  /// Writes the sum of tie · *w* · (*y*ᵢ − *y*ⱼ) over all that a paper is tied to, where *w* = 1 /
  /// (1 + *d*²).
  ///
  /// @param places x and y of each paper in turn
  /// @param pulls the same of the sums
  void putPull(int row, double[] places, double[] pulls) {
    double x = places[2 * row];
    double y = places[2 * row + 1];
    double alongX = 0;
    double alongY = 0;
    for (int tie = starts[row]; tie < starts[row + 1]; tie++) {
      double dx = x - places[2 * others[tie]];
      double dy = y - places[2 * others[tie] + 1];
      double strength = ties[tie] / (1 + dx * dx + dy * dy);
      alongX += strength * dx;
      alongY += strength * dy;
    }
    pulls[2 * row] = alongX;
    pulls[2 * row + 1] = alongY;
  }
}
