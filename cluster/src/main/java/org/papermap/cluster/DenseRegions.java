package org.papermap.cluster;

import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

/// HDBSCAN\* (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14; McInnes and Healy,
/// arXiv:1705.07321): regions that stay dense over the widest range of densities. The distance of
/// two papers is that of their unit vectors, √(2 − 2 cosine).
final class DenseRegions {
  /// Up to here all pairs are compared. Of more papers only near neighbors are, and parts that
  /// those do not join count as infinitely far from each other.
  static final int ALL_PAIRS = 1000;

  /// Nearer papers count as equal: cosines are floats, and their rounding must decide nothing.
  private static final double LEAST_DISTANCE = 1e-3;

  private DenseRegions() {}

  /// The regions, with all other papers as noise; one topic of all where there are no two regions.
  static Clustering of(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod.Hdbscan method) {
    int rows = vectors.rows();
    if (rows >= 2 * method.minimumSize()) {
      NeighborGraph near = rows <= ALL_PAIRS ? NeighborGraph.exact(vectors, rows - 1) : graph;
      Clustering regions =
          CondensedTree.of(linkage(near, method.neighbors()), method.minimumSize()).clustering();
      if (regions.count() > 0) {
        return regions;
      }
    }
    return Clustering.of(new int[rows]);
  }

  /// Single linkage of mutual reachability distances: two papers are no nearer than either is to
  /// the last of its neighborhood.
  private static LinkageTree linkage(NeighborGraph graph, int neighbors) {
    int rows = graph.rows();
    int k = graph.k();
    int last = Math.min(k, neighbors - 1) - 1;
    int[] from = new int[rows * k];
    int[] to = new int[rows * k];
    float[] lengths = new float[rows * k];
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          for (int rank = 0; rank < k; rank++) {
            int at = row * k + rank;
            from[at] = row;
            to[at] = graph.neighbor(row, rank);
            float reached = Math.max(distance(graph, row, last), distance(graph, to[at], last));
            lengths[at] = Math.max(reached, distance(graph, row, rank));
          }
        });
    return LinkageTree.of(rows, from, to, lengths);
  }

  private static float distance(NeighborGraph graph, int row, int rank) {
    double squared = 2 - 2 * (double) graph.cosine(row, rank);
    return (float) Math.max(LEAST_DISTANCE, Math.sqrt(Math.max(0, squared)));
  }
}
