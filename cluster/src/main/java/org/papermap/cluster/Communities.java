package org.papermap.cluster;

import java.util.stream.IntStream;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.kmeans.Silhouettes;
import org.papermap.cluster.internal.kmeans.TopicCountRule;
import org.papermap.cluster.internal.leiden.CommunityDetection;
import org.papermap.cluster.internal.leiden.CwtsLeiden;
import org.papermap.cluster.internal.leiden.HubCorrection;
import org.papermap.cluster.internal.leiden.LeidenAlgorithm;
import org.papermap.cluster.internal.leiden.NeighborNetwork;
import org.papermap.cluster.internal.words.WordGraph;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Topics as communities of the neighbor graph (figures: `cluster/docs/clustering.md`).
final class Communities {
  /// Chosen among 1 to 2 on 24 labelled sets of papers. A lower one favors few subjects, a higher
  /// one many.
  static final double RESOLUTION = 1.5;

  /// Within a topic, plain modularity finds its parts, in tenths. Where these are too many, a lower
  /// resolution finds fewer: to merge the smallest into others would mix their subjects.
  private static final int TENTHS_WITHIN = 10;

  private static final int FEWEST_TENTHS_WITHIN = 5;

  /// Up to so many papers, from [ClusteringMethod#LEIDEN_FROM] on, the neighbors are found without
  /// hubs, and more of them. Of fewer or more that gains nothing.
  private static final int FEW_PAPERS = 2000;

  private static final int CORRECTED_NEIGHBORS = 20;

  /// The number of searches that make the consensus network.
  private static final int RUNS = 10;

  /// Of more than few papers, those that the searches put together at this resolution stay
  /// together, and so many more searches are among these parts, which takes little time and
  /// steadies topics and areas (figures: `cluster/docs/clustering.md`).
  private static final double RESOLUTION_OF_PARTS = 1.8;

  private static final int RUNS_AMONG_PARTS = 40;

  /// Where the searches leave a smaller share of the edge weight within communities, papers have no
  /// groups and are one topic.
  private static final double LEAST_CONSENSUS = 0.4;

  /// From this share on communities are clear (figures: `cluster/docs/clustering.md`).
  private static final double CLEAR_CONSENSUS = 0.58;

  /// A topic has at least one in so many of all papers.
  private static final int LEAST_SHARE = 1000;

  private static final double ROUNDING = 1e-5;

  /// Steps of bisection in the search for a resolution; each runs the algorithm once.
  private static final int BISECTIONS = 12;

  /// At this resolution no two papers are in one community.
  private static final double HIGHEST_RESOLUTION = 1e9;

  /// The number of searches when a map grows (figures: `viz/docs/growth.md`).
  private static final int GROWING_RUNS = 10;

  /// Of more papers half as many do as well, and take half of the time.
  private static final int MANY_PAPERS = 3000;

  private static final int GROWING_RUNS_OF_MANY = 5;

  /// The earlier topics' vote weighs as much as all searches among so many papers, and less among
  /// more by their root: searches agree the better the more papers there are.
  private static final double EVEN_VOICE = 2800;

  private static final double LOUDEST_VOICE = 2;

  private Communities() {}

  /// Whether searches agree well where communities are, whatever the seed.
  static boolean areClear(DistinctPapers papers) {
    NeighborNetwork network =
        NeighborNetwork.of(
            papers.graph(),
            NeighborNetwork.NEIGHBORS,
            papers.words(),
            detection(LeidenProgram.PAPERMAP));
    return network.consensus(RESOLUTION, RUNS, 0).weight() >= CLEAR_CONSENSUS * network.weight();
  }

  /// Labels from 0, each used.
  static int[] divide(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      WordGraph words,
      ClusteringMethod.Leiden method) {
    NeighborNetwork network = network(vectors, graph, words, method);
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
    boolean few = vectors.rows() <= FEW_PAPERS;
    int[] parts =
        few
            ? IntStream.range(0, vectors.rows()).toArray()
            : network.parts(RESOLUTION_OF_PARTS, RUNS, seed);
    NeighborNetwork consensus =
        few
            ? network.consensus(RESOLUTION, RUNS, seed)
            : network.among(parts).consensus(RESOLUTION, RUNS_AMONG_PARTS, seed);
    if (consensus.weight() < LEAST_CONSENSUS * network.weight()) {
      return whole;
    }
    int[] topics = consensus.quickCommunities(RESOLUTION, seed);
    int[] found = IntStream.of(parts).map(part -> topics[part]).toArray();
    int least = Math.max(TopicCountRule.MINIMUM_SIZE, vectors.rows() / LEAST_SHARE);
    return network.dissolveSmall(found, vectors.rows(), least);
  }

  /// The communities that earlier ones become among these papers.
  ///
  /// @param earlier of each paper its earlier community, or a negative number where it had none
  static int[] grown(EmbeddingMatrix vectors, NeighborNetwork network, int[] earlier, long seed) {
    if (vectors.rows() < TopicCountRule.FEWEST_TO_DIVIDE || allEqual(vectors)) {
      return new int[vectors.rows()];
    }
    int[] start = earlier.clone();
    int next = Labels.count(earlier);
    for (int row = 0; row < start.length; row++) {
      start[row] = start[row] < 0 ? next++ : start[row];
    }
    int runs = vectors.rows() > MANY_PAPERS ? GROWING_RUNS_OF_MANY : GROWING_RUNS;
    double voice = Math.min(LOUDEST_VOICE, Math.sqrt(EVEN_VOICE / vectors.rows()));
    NeighborNetwork consensus = network.consensus(RESOLUTION, runs, seed, earlier, voice * runs);
    int least = Math.max(TopicCountRule.MINIMUM_SIZE, vectors.rows() / LEAST_SHARE);
    return network.dissolveSmall(
        consensus.improved(Labels.renumbered(start), RESOLUTION, seed), vectors.rows(), least);
  }

  /// Whether all vectors are equal, up to rounding.
  private static boolean allEqual(EmbeddingMatrix vectors) {
    return IntStream.range(1, vectors.rows())
        .allMatch(row -> vectors.similarity(0, row) > 1 - ROUNDING);
  }

  /// The parts of one topic, or all zeros where no parts are apart.
  static int[] within(EmbeddingMatrix vectors, int most, LeidenProgram program, long seed) {
    int[] whole = new int[vectors.rows()];
    if (vectors.rows() < TopicCountRule.FEWEST_TO_DIVIDE) {
      return whole;
    }
    NeighborGraph graph = NeighborGraph.exact(vectors, NeighborNetwork.NEIGHBORS);
    WordGraph words = new WordGraph(new int[vectors.rows()][0], new float[vectors.rows()][0]);
    NeighborNetwork network = NeighborNetwork.of(graph, graph.k(), words, detection(program));
    int least = TopicCountRule.MINIMUM_SIZE;
    int[] found = whole;
    for (int tenths = TENTHS_WITHIN; tenths >= FEWEST_TENTHS_WITHIN; tenths--) {
      int[] parts = network.quickCommunities(tenths / 10.0, seed);
      found = network.dissolveSmall(parts, parts.length, least);
      if (Labels.count(found) <= most) {
        break;
      }
    }
    found = network.dissolveSmall(found, most, least);
    return Silhouettes.mean(Silhouettes.of(vectors, found)) > 0 ? found : whole;
  }

  /// The network in which the method looks for communities.
  static NeighborNetwork network(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      WordGraph words,
      ClusteringMethod.Leiden method) {
    boolean corrected =
        vectors.rows() >= ClusteringMethod.LEIDEN_FROM && vectors.rows() <= FEW_PAPERS;
    int most = corrected ? CORRECTED_NEIGHBORS : NeighborNetwork.NEIGHBORS;
    NeighborGraph near = corrected ? HubCorrection.graph(vectors, most) : graph;
    return NeighborNetwork.of(near, most, words, detection(method.program()));
  }

  private static CommunityDetection detection(LeidenProgram program) {
    return switch (program) {
      case PAPERMAP -> LeidenAlgorithm::communities;
      case CWTS -> CwtsLeiden::communities;
    };
  }

  /// Exactly so many communities: those of the lowest resolution that gives enough, with the
  /// smallest dissolved.
  private static int[] exactly(NeighborNetwork network, int number, long seed) {
    if (network.papers() < 2) {
      return new int[network.papers()];
    }
    NeighborNetwork consensus = network.consensus(RESOLUTION, RUNS, seed);
    int[] enough = consensus.communities(resolution(consensus, number, seed), seed);
    return network.dissolveSmall(enough, number, 1);
  }

  /// The resolution at which the network has as many communities as the method gives topics.
  static double resolution(NeighborNetwork network, ClusteringMethod.Leiden method) {
    return switch (method.topics()) {
      case TopicCount.Auto _ -> RESOLUTION;
      case TopicCount.Fixed(int number) -> resolution(network, number, method.seed());
    };
  }

  /// The lowest resolution found with so many communities or more.
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
