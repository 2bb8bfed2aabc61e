package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;

/// Fast local moving, the first step of the Leiden algorithm. Nodes wait in a random order; each
/// moves to the community that gains most by it, or to an empty one, and then its neighbors outside
/// of that community wait again.
final class LocalMoving {
  private final WeightedNetwork network;
  private final double resolution;
  private final int[] labels;

  /// The node weight and the number of nodes of each community.
  private final double[] weights;

  private final int[] sizes;

  /// Communities without a node; the last of them is taken first.
  private final int[] empty;

  private int emptyCount;

  private final WeightPerCluster edges;

  private LocalMoving(WeightedNetwork network, int[] labels, double resolution) {
    this.network = network;
    this.resolution = resolution;
    this.labels = labels.clone();
    this.weights = new double[labels.length];
    this.sizes = new int[labels.length];
    this.empty = new int[labels.length];
    this.edges = new WeightPerCluster(labels.length);
    for (int node = 0; node < labels.length; node++) {
      weights[labels[node]] += network.nodeWeights()[node];
      sizes[labels[node]]++;
    }
    for (int cluster = labels.length - 1; cluster >= 0; cluster--) {
      if (sizes[cluster] == 0) {
        empty[emptyCount++] = cluster;
      }
    }
  }

  /// Communities that no node would leave for a gain.
  ///
  /// @param labels to begin with, from 0 to the number of nodes − 1
  /// @return labels from 0, each used
  static int[] settle(
      WeightedNetwork network, int[] labels, double resolution, SplittableRandom random) {
    LocalMoving moves = new LocalMoving(network, labels, resolution);
    moves.settle(LeidenAlgorithm.shuffled(network.nodes(), random));
    return Labels.renumbered(moves.labels);
  }

  /// @param queue all nodes; used as a ring of those that wait
  private void settle(int[] queue) {
    boolean[] waits = new boolean[queue.length];
    Arrays.fill(waits, true);
    int first = 0;
    int waiting = queue.length;
    while (waiting > 0) {
      int node = queue[first];
      first = first + 1 == queue.length ? 0 : first + 1;
      waiting--;
      waits[node] = false;
      if (move(node)) {
        int end = network.starts()[node + 1];
        for (int at = network.starts()[node]; at < end; at++) {
          int other = network.neighbors()[at];
          if (!waits[other] && labels[other] != labels[node]) {
            int place = first + waiting;
            queue[place < queue.length ? place : place - queue.length] = other;
            waits[other] = true;
            waiting++;
          }
        }
      }
    }
  }

  /// True where the node is in another community now.
  private boolean move(int node) {
    int from = labels[node];
    leave(node, from);
    edges.add(network, node, labels);
    int to = best(network.nodeWeights()[node], from);
    edges.clear();
    join(node, to);
    return to != from;
  }

  private void leave(int node, int cluster) {
    weights[cluster] -= network.nodeWeights()[node];
    if (--sizes[cluster] == 0) {
      weights[cluster] = 0;
      empty[emptyCount++] = cluster;
    }
  }

  private void join(int node, int cluster) {
    if (sizes[cluster]++ == 0) {
      emptyCount--;
    }
    weights[cluster] += network.nodeWeights()[node];
    labels[node] = cluster;
  }

  /// The community with the greatest gain: the node's own if no other has a greater gain, an empty
  /// one if all gains are negative.
  private int best(double nodeWeight, int from) {
    int best = from;
    double most = edges.sum(from) - resolution * nodeWeight * weights[from];
    for (int i = 0; i < edges.count(); i++) {
      int cluster = edges.cluster(i);
      double gain = edges.sum(cluster) - resolution * nodeWeight * weights[cluster];
      if (gain > most) {
        most = gain;
        best = cluster;
      }
    }
    // A community that this node left empty is the last of the empty ones: the node stays there.
    return most < 0 && emptyCount > 0 ? empty[emptyCount - 1] : best;
  }
}
