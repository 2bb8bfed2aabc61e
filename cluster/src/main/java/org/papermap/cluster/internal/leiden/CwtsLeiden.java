package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// The Leiden algorithm as its authors have it (CWTS networkanalysis): the reference for
/// [LeidenAlgorithm], and the only class that knows their library.
public final class CwtsLeiden {
  private CwtsLeiden() {}

  /// As [LeidenAlgorithm] finds them.
  ///
  /// @param papers the network, of papers or of parts that stay together
  public static int[] communities(
      WeightedNetwork papers, double resolution, int rounds, long seed) {
    Network network =
        new Network(
            papers.nodeWeights(),
            Arrays.stream(papers.starts()).asLongStream().toArray(),
            new LargeIntArray(papers.neighbors()),
            new LargeDoubleArray(papers.edgeWeights()),
            false);
    return new LeidenAlgorithm(
            papers.modularityResolution(resolution),
            rounds,
            LeidenAlgorithm.DEFAULT_RANDOMNESS,
            new Random(seed))
        .findClustering(network)
        .getClusters();
  }
}
