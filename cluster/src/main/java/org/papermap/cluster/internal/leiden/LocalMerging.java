package org.papermap.cluster.internal.leiden;

import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;

/// The refinement of communities, the second step of the Leiden algorithm. Each community is built
/// anew from single nodes: a node joins a part of its community if both are well connected to the
/// rest of it. The part is drawn at random, those with greater gains more often.
final class LocalMerging {
  /// The unit of gains, as in the authors' program: a part whose gain is greater by this is *e*
  /// times as likely.
  private static final double RANDOMNESS = 0.01;

  /// The exponent below which a part has no chance to be drawn.
  private static final double LEAST_CHANCE = -40;

  private final WeightedNetwork network;
  private final int[] labels;
  private final double resolution;
  private final SplittableRandom random;

  /// The node weight of each community.
  private final double[] communityWeights;

  /// The part of each node, named by the node it began with.
  private final int[] parts;

  /// The node weight of each part, and the weight of its edges to the rest of its community.
  private final double[] partWeights;

  private final double[] cutWeights;

  /// Whether another node has joined a part; its first node then stays.
  private final boolean[] joined;

  private final WeightPerCluster edges;
  private final double[] gains;

  private LocalMerging(
      WeightedNetwork network, int[] labels, double resolution, SplittableRandom random) {
    this.network = network;
    this.labels = labels;
    this.resolution = resolution;
    this.random = random;
    this.communityWeights = new double[network.nodes()];
    this.parts = LeidenAlgorithm.identity(network.nodes());
    this.partWeights = network.nodeWeights().clone();
    this.cutWeights = new double[network.nodes()];
    this.joined = new boolean[network.nodes()];
    this.edges = new WeightPerCluster(network.nodes());
    this.gains = new double[network.nodes()];
    for (int node = 0; node < labels.length; node++) {
      communityWeights[labels[node]] += partWeights[node];
      cutWeights[node] = inward(node);
    }
  }

  /// The parts of the communities, from 0, each used.
  static int[] parts(
      WeightedNetwork network, int[] labels, double resolution, SplittableRandom random) {
    LocalMerging merging = new LocalMerging(network, labels, resolution, random);
    for (int node : LeidenAlgorithm.shuffled(network.nodes(), random)) {
      if (!merging.joined[node] && merging.isWellConnected(node)) {
        merging.merge(node);
      }
    }
    return Labels.renumbered(merging.parts);
  }

  /// The weight of a node's edges to the rest of its community.
  private double inward(int node) {
    double sum = 0;
    int label = labels[node];
    int end = network.starts()[node + 1];
    for (int at = network.starts()[node]; at < end; at++) {
      sum += labels[network.neighbors()[at]] == label ? network.edgeWeights()[at] : 0;
    }
    return sum;
  }

  /// Whether a part has no fewer edges to the rest of its community than expected by chance.
  private boolean isWellConnected(int part) {
    double whole = communityWeights[labels[part]];
    return cutWeights[part] >= resolution * partWeights[part] * (whole - partWeights[part]);
  }

  private void merge(int node) {
    int label = labels[node];
    int end = network.starts()[node + 1];
    for (int at = network.starts()[node]; at < end; at++) {
      int other = network.neighbors()[at];
      if (labels[other] == label) {
        edges.add(parts[other], network.edgeWeights()[at]);
      }
    }
    int part = drawn(node);
    edges.clear();
    if (part != node) {
      join(node, part);
    }
  }

  /// A part to join, or the node's own.
  private int drawn(int node) {
    double most = 0;
    for (int i = 0; i < edges.count(); i++) {
      int part = edges.cluster(i);
      gains[i] =
          isWellConnected(part)
              ? edges.sum(part) - resolution * partWeights[node] * partWeights[part]
              : Double.NaN;
      if (gains[i] > most) {
        most = gains[i];
      }
    }
    double all = likelihood(0, most);
    for (int i = 0; i < edges.count(); i++) {
      gains[i] = gains[i] >= 0 ? likelihood(gains[i], most) : 0;
      all += gains[i];
    }
    double left = random.nextDouble() * all;
    for (int i = 0; i < edges.count(); i++) {
      left -= gains[i];
      if (left < 0) {
        return edges.cluster(i);
      }
    }
    return node;
  }

  /// How likely a gain is to be drawn; the greatest has 1.
  private static double likelihood(double gain, double most) {
    double exponent = (gain - most) / RANDOMNESS;
    return exponent > LEAST_CHANCE ? StrictMath.exp(exponent) : 0;
  }

  private void join(int node, int part) {
    int end = network.starts()[node + 1];
    double within = 0;
    for (int at = network.starts()[node]; at < end; at++) {
      within += parts[network.neighbors()[at]] == part ? network.edgeWeights()[at] : 0;
    }
    cutWeights[part] += cutWeights[node] - 2 * within;
    partWeights[part] += partWeights[node];
    parts[node] = part;
    joined[part] = true;
  }
}
