package org.papermap.cluster;

import java.util.stream.IntStream;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.kmeans.Silhouettes;
import org.papermap.cluster.internal.kmeans.TopicCountRule;
import org.papermap.cluster.internal.leiden.CommunityDetection;
import org.papermap.cluster.internal.leiden.CwtsLeiden;
import org.papermap.cluster.internal.leiden.LeidenAlgorithm;
import org.papermap.cluster.internal.leiden.NeighborNetwork;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

/// Topics as communities of the neighbor graph. How their number is found is told at [Clusterer].
final class Communities {
  /// Over 24 labelled sets of 100 to 6,250 papers in 5 to 25 categories the mean AMI is .695 at a
  /// resolution of 1, .703 at 1.25, .700 at 1.5 and .695 at 2; over the three largest it is .640,
  /// .652, .656 and .659. Less favors few subjects, more favors many.
  static final double RESOLUTION = 1.5;

  /// Within one topic plain modularity is enough to tell its parts.
  private static final double RESOLUTION_WITHIN = 1;

  /// Searches of which the topics are what most agree on; the figures are at [Clusterer].
  private static final int RUNS = 10;

  /// Where searches leave a smaller share of the ties together, by weight, there is nothing to
  /// find; the figures are at [Clusterer].
  private static final double LEAST_AGREED = 0.4;

  /// A topic has at least one in so many of all papers.
  private static final int LEAST_SHARE = 1000;

  private static final double ROUNDING = 1e-5;

  /// Steps of the search for a resolution, each of which runs the algorithm once.
  private static final int BISECTIONS = 12;

  /// Beyond any resolution at which papers still hold together.
  private static final double HIGHEST_RESOLUTION = 1e9;

  private Communities() {}

  /// Labels from 0, each used.
  static int[] divide(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod.Leiden method) {
    NeighborNetwork network = network(graph, method);
    return switch (method.topics()) {
      case TopicCount.Auto _ -> divide(vectors, network, method.seed());
      case TopicCount.Fixed(int number) -> exactly(network, number, method.seed());
    };
  }

  private static int[] divide(EmbeddingMatrix vectors, NeighborNetwork network, long seed) {
    int[] whole = new int[vectors.rows()];
    if (vectors.rows() < TopicCountRule.FEWEST_TO_DIVIDE || allEqual(vectors)) {
      return whole;
    }
    NeighborNetwork agreed = network.agreed(RESOLUTION, RUNS, seed);
    if (agreed.weight() < LEAST_AGREED * network.weight()) {
      return whole;
    }
    int least = Math.max(TopicCountRule.MINIMUM_SIZE, vectors.rows() / LEAST_SHARE);
    return network.absorb(agreed.communities(RESOLUTION, seed), vectors.rows(), least);
  }

  /// Whether the first paper is as near to all others as to itself, up to rounding.
  private static boolean allEqual(EmbeddingMatrix vectors) {
    return IntStream.range(1, vectors.rows())
        .allMatch(row -> vectors.cosine(0, row) > 1 - ROUNDING);
  }

  /// The parts of one topic, or zeros where it has none that are apart.
  static int[] within(EmbeddingMatrix vectors, int most, LeidenProgram program, long seed) {
    int[] whole = new int[vectors.rows()];
    if (vectors.rows() < TopicCountRule.FEWEST_TO_DIVIDE) {
      return whole;
    }
    NeighborGraph graph = NeighborGraph.exact(vectors, NeighborNetwork.NEIGHBORS);
    NeighborNetwork network = NeighborNetwork.of(graph, detection(program));
    int[] found =
        network.absorb(
            network.communities(RESOLUTION_WITHIN, seed), most, TopicCountRule.MINIMUM_SIZE);
    return Silhouettes.mean(Silhouettes.of(vectors, found)) > 0 ? found : whole;
  }

  /// The network in which the method looks for communities.
  static NeighborNetwork network(NeighborGraph graph, ClusteringMethod.Leiden method) {
    return NeighborNetwork.of(graph, detection(method.program()));
  }

  private static CommunityDetection detection(LeidenProgram program) {
    return switch (program) {
      case PAPERMAP -> LeidenAlgorithm::communities;
      case CWTS -> CwtsLeiden::communities;
    };
  }

  /// The communities of the lowest resolution found that gives enough of them; the smallest of
  /// those too many are dissolved.
  private static int[] exactly(NeighborNetwork network, int number, long seed) {
    if (network.papers() < 2) {
      return new int[network.papers()];
    }
    NeighborNetwork agreed = network.agreed(RESOLUTION, RUNS, seed);
    int[] enough = agreed.communities(resolution(agreed, number, seed), seed);
    return network.absorb(enough, number, 1);
  }

  /// The resolution at which the network has the topics that the method finds.
  static double resolution(NeighborNetwork network, ClusteringMethod.Leiden method) {
    return switch (method.topics()) {
      case TopicCount.Auto _ -> RESOLUTION;
      case TopicCount.Fixed(int number) -> resolution(network, number, method.seed());
    };
  }

  /// The lowest resolution found that gives so many communities or more.
  private static double resolution(NeighborNetwork network, int number, long seed) {
    double low = 0;
    double high = RESOLUTION;
    int found = Labels.count(network.communities(high, seed));
    while (found < number && high < HIGHEST_RESOLUTION) {
      low = high;
      high *= 2;
      found = Labels.count(network.communities(high, seed));
    }
    for (int i = 0; i < BISECTIONS && found > number; i++) {
      double middle = (low + high) / 2;
      int there = Labels.count(network.communities(middle, seed));
      if (there < number) {
        low = middle;
      } else {
        high = middle;
        found = there;
      }
    }
    return high;
  }
}
