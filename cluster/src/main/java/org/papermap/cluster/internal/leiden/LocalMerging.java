package org.papermap.cluster.internal.leiden;

import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;

/// The refinement of communities: each is put together anew from single nodes, which join parts
/// that they and the rest of the community are well tied to. Where several would gain by it, chance
/// prefers those that gain most, so that no part is closed too early.
final class LocalMerging {
  /// What a gain is measured by, as in the authors' program: of two parts the one that gains more
  /// by this is 2.7 times as likely.
  private static final double RANDOMNESS = 0.01;

  /// Gains that are smaller than the greatest by more are as good as impossible.
  private static final double LEAST_CHANCE = -40;

  private final WeightedNetwork level;
  private final int[] labels;
  private final double chance;
  private final SplittableRandom random;

  /// Degrees of the communities.
  private final double[] wholes;

  /// The part of each node, named by the node it began with.
  private final int[] parts;

  /// Degrees of the parts, and what ties them to the rest of their community.
  private final double[] degrees;

  private final double[] outward;

  /// Whether another node has joined a part: its first one stays, then.
  private final boolean[] joined;

  private final WeightPerCluster ties;
  private final double[] gains;

  private LocalMerging(
      WeightedNetwork level, int[] labels, double chance, SplittableRandom random) {
    this.level = level;
    this.labels = labels;
    this.chance = chance;
    this.random = random;
    this.wholes = new double[level.nodes()];
    this.parts = LeidenAlgorithm.identity(level.nodes());
    this.degrees = level.degrees().clone();
    this.outward = new double[level.nodes()];
    this.joined = new boolean[level.nodes()];
    this.ties = new WeightPerCluster(level.nodes());
    this.gains = new double[level.nodes()];
    for (int node = 0; node < labels.length; node++) {
      wholes[labels[node]] += degrees[node];
      outward[node] = inward(node);
    }
  }

  /// The parts of the communities, from 0, each used.
  static int[] parts(WeightedNetwork level, int[] labels, double chance, SplittableRandom random) {
    LocalMerging merges = new LocalMerging(level, labels, chance, random);
    for (int node : LeidenAlgorithm.shuffled(level.nodes(), random)) {
      if (!merges.joined[node] && merges.wellTied(node)) {
        merges.merge(node);
      }
    }
    return Labels.renumbered(merges.parts);
  }

  /// What ties a node to the rest of its community.
  private double inward(int node) {
    double sum = 0;
    int label = labels[node];
    int end = level.starts()[node + 1];
    for (int at = level.starts()[node]; at < end; at++) {
      sum += labels[level.others()[at]] == label ? level.weights()[at] : 0;
    }
    return sum;
  }

  /// Whether a part is tied to the rest of its community by no less than chance.
  private boolean wellTied(int part) {
    double whole = wholes[labels[part]];
    return outward[part] >= chance * degrees[part] * (whole - degrees[part]);
  }

  private void merge(int node) {
    int label = labels[node];
    int end = level.starts()[node + 1];
    for (int at = level.starts()[node]; at < end; at++) {
      int other = level.others()[at];
      if (labels[other] == label) {
        ties.add(parts[other], level.weights()[at]);
      }
    }
    int part = drawn(node);
    ties.clear();
    if (part != node) {
      join(node, part);
    }
  }

  /// A part to join, or the node's own.
  private int drawn(int node) {
    double most = 0;
    for (int i = 0; i < ties.count(); i++) {
      int part = ties.group(i);
      gains[i] =
          wellTied(part) ? ties.sum(part) - chance * degrees[node] * degrees[part] : Double.NaN;
      if (gains[i] > most) {
        most = gains[i];
      }
    }
    double all = likelihood(0, most);
    for (int i = 0; i < ties.count(); i++) {
      gains[i] = gains[i] >= 0 ? likelihood(gains[i], most) : 0;
      all += gains[i];
    }
    double left = random.nextDouble() * all;
    for (int i = 0; i < ties.count(); i++) {
      left -= gains[i];
      if (left < 0) {
        return ties.group(i);
      }
    }
    return node;
  }

  /// Of a gain, beside that of the greatest.
  private static double likelihood(double gain, double most) {
    double exponent = (gain - most) / RANDOMNESS;
    return exponent > LEAST_CHANCE ? StrictMath.exp(exponent) : 0;
  }

  private void join(int node, int part) {
    int end = level.starts()[node + 1];
    double within = 0;
    for (int at = level.starts()[node]; at < end; at++) {
      within += parts[level.others()[at]] == part ? level.weights()[at] : 0;
    }
    outward[part] += outward[node] - 2 * within;
    degrees[part] += degrees[node];
    parts[node] = part;
    joined[part] = true;
  }
}
