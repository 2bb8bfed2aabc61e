package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// The program of Leiden's authors, which is known here alone.
public final class CwtsLeiden {
  private CwtsLeiden() {}

  /// As [LeidenAlgorithm#communities] finds them.
  ///
  /// @param ties of single papers
  public static int[] communities(WeightedNetwork ties, double resolution, int rounds, long seed) {
    Network network =
        new Network(
            ties.nodes(),
            true,
            Arrays.stream(ties.starts()).asLongStream().toArray(),
            new LargeIntArray(ties.others()),
            new LargeDoubleArray(ties.weights()),
            false);
    return new LeidenAlgorithm(
            ties.chance(resolution), rounds, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed))
        .findClustering(network)
        .getClusters();
  }
}
