package org.papermap.cluster.internal.leiden;

import org.papermap.math.TopK;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Neighbors without hubs, which are papers that lie near to many and so join unlike groups.
public final class HubCorrection {
  /// Of the mean cosine of a neighbor with its own nearest, so much is taken off.
  private static final double SHARE = 0.5;

  private HubCorrection() {}

  /// For each paper the `k` of its 2 `k` nearest whose cosine, less half of the neighbor's mean
  /// cosine with its own `k` nearest, is greatest; these first, ties by rank (after cross-domain
  /// similarity local scaling, arXiv:1710.04087). The similarities stay cosines.
  ///
  /// @param k below half of the number of papers
  public static NeighborGraph graph(EmbeddingMatrix vectors, int k) {
    NeighborGraph wide = NeighborGraph.exact(vectors, 2 * k);
    double[] means = new double[wide.rows()];
    for (int row = 0; row < means.length; row++) {
      for (int rank = 0; rank < k; rank++) {
        means[row] += wide.similarity(row, rank) / k;
      }
    }
    int[] neighbors = new int[means.length * k];
    float[] cosines = new float[neighbors.length];
    double[] corrected = new double[2 * k];
    for (int row = 0, at = 0; row < means.length; row++) {
      for (int rank = 0; rank < corrected.length; rank++) {
        corrected[rank] = wide.similarity(row, rank) - SHARE * means[wide.neighbor(row, rank)];
      }
      for (int rank : TopK.of(corrected, k)) {
        neighbors[at] = wide.neighbor(row, rank);
        cosines[at++] = wide.similarity(row, rank);
      }
    }
    return NeighborGraph.of(means.length, k, neighbors, cosines);
  }
}
