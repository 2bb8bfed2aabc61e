package org.papermap.cluster.internal.layout;

import org.papermap.neighbors.NeighborGraph;

/// The affinities of t-SNE, in a flat array per paper. A paper has an equal affinity to each of its
/// first *k* neighbors, twice that to mutual neighbors; all add up to one. Such affinities serve as
/// well as those from distances (Böhm, Berens and Kobak, arXiv:2007.08902, section 5).
final class Affinities {
  private final int[] starts;
  private final int[] neighbors;
  private final double[] affinities;

  private Affinities(int[] starts, int[] neighbors, double[] affinities) {
    this.starts = starts;
    this.neighbors = neighbors;
    this.affinities = affinities;
  }

  static Affinities of(NeighborGraph graph, int k) {
    long[] pairs = graph.pairs(k);
    int[] starts = new int[graph.rows() + 1];
    int[] neighbors = new int[pairs.length];
    double[] affinities = new double[pairs.length];
    double once = 1 / (2.0 * graph.rows() * k);
    for (int edge = 0; edge < pairs.length; edge++) {
      int row = (int) (pairs[edge] >>> Integer.SIZE);
      int other = (int) pairs[edge];
      starts[row + 1] = edge + 1;
      neighbors[edge] = other;
      affinities[edge] = once * (count(graph, k, row, other) + count(graph, k, other, row));
    }
    return new Affinities(starts, neighbors, affinities);
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

  /// Writes the attraction of a paper: the sum of *pᵢⱼ* *w* (*y*ᵢ − *y*ⱼ) over its neighbors, where
  /// *p* is the affinity and *w* = 1 / (1 + *d*²).
  ///
  /// @param places x and y of each paper in turn
  /// @param attraction x and y of each paper in turn
  void putAttraction(int row, double[] places, double[] attraction) {
    double x = places[2 * row];
    double y = places[2 * row + 1];
    double alongX = 0;
    double alongY = 0;
    for (int edge = starts[row]; edge < starts[row + 1]; edge++) {
      double dx = x - places[2 * neighbors[edge]];
      double dy = y - places[2 * neighbors[edge] + 1];
      double force = affinities[edge] / (1 + dx * dx + dy * dy);
      alongX += force * dx;
      alongY += force * dy;
    }
    attraction[2 * row] = alongX;
    attraction[2 * row + 1] = alongY;
  }
}
