package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;

/// Fast local moving: nodes wait in a drawn order, each goes to the community that it is tied to
/// most beyond chance, or to none, and those of its neighbors that are elsewhere wait again.
final class LocalMoving {
  private final WeightedNetwork level;
  private final double chance;
  private final int[] labels;

  /// Degrees and numbers of the nodes of each community.
  private final double[] degrees;

  private final int[] sizes;

  /// Communities without a node, the last one first.
  private final int[] empty;

  private int emptyCount;

  private final WeightPerCluster ties;

  private LocalMoving(WeightedNetwork level, int[] labels, double chance) {
    this.level = level;
    this.chance = chance;
    this.labels = labels.clone();
    this.degrees = new double[labels.length];
    this.sizes = new int[labels.length];
    this.empty = new int[labels.length];
    this.ties = new WeightPerCluster(labels.length);
    for (int node = 0; node < labels.length; node++) {
      degrees[labels[node]] += level.degrees()[node];
      sizes[labels[node]]++;
    }
    for (int group = labels.length - 1; group >= 0; group--) {
      if (sizes[group] == 0) {
        empty[emptyCount++] = group;
      }
    }
  }

  /// Communities that no node gains by leaving.
  ///
  /// @param labels to begin with, from 0 to the number of nodes − 1
  /// @return labels from 0, each used
  static int[] settle(WeightedNetwork level, int[] labels, double chance, SplittableRandom random) {
    LocalMoving moves = new LocalMoving(level, labels, chance);
    moves.settle(LeidenAlgorithm.shuffled(level.nodes(), random));
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
        int end = level.starts()[node + 1];
        for (int at = level.starts()[node]; at < end; at++) {
          int other = level.others()[at];
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
    ties.add(level, node, labels);
    int to = best(level.degrees()[node], from);
    ties.clear();
    join(node, to);
    return to != from;
  }

  private void leave(int node, int group) {
    degrees[group] -= level.degrees()[node];
    if (--sizes[group] == 0) {
      degrees[group] = 0;
      empty[emptyCount++] = group;
    }
  }

  private void join(int node, int group) {
    if (sizes[group]++ == 0) {
      emptyCount--;
    }
    degrees[group] += level.degrees()[node];
    labels[node] = group;
  }

  /// The community with the greatest gain: that of the node itself if no other has a greater one,
  /// an empty one if the node is tied to all by less than chance.
  private int best(double degree, int from) {
    int best = from;
    double most = ties.sum(from) - chance * degree * degrees[from];
    for (int i = 0; i < ties.count(); i++) {
      int group = ties.group(i);
      double gain = ties.sum(group) - chance * degree * degrees[group];
      if (gain > most) {
        most = gain;
        best = group;
      }
    }
    // What the node left empty is the last of the empty ones, so that it is none to move to.
    return most < 0 && emptyCount > 0 ? empty[emptyCount - 1] : best;
  }
}
