package org.papermap.cluster.internal.leiden;

/// An implementation of the Leiden algorithm.
@FunctionalInterface
public interface CommunityDetection {
  /// @param network of papers, or of parts that stay together
  /// @param resolution factor of the edges expected by chance: the larger, the more communities
  /// @param iterations of the whole algorithm, each from the communities that the last one found
  /// @return a label from 0 for each paper, each label used
  int[] communities(WeightedNetwork network, double resolution, int iterations, long seed);
}
