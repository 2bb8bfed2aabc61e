package org.papermap.cluster.internal.leiden;

import java.util.Arrays;

/// A network at one level of the Leiden algorithm: papers and their ties, or parts of communities
/// and what ties them to one another. The arrays are shared, and nobody writes to them.
///
/// @param starts for each node, and after the last, where its ties begin
/// @param others the nodes at their other ends; each tie is there from both ends
/// @param weights of the ties
/// @param degrees what chance ties each node by: the weight of all ties of its papers
public record WeightedNetwork(int[] starts, int[] others, double[] weights, double[] degrees) {
  static WeightedNetwork of(int[] starts, int[] others, double[] weights) {
    double[] degrees = new double[starts.length - 1];
    for (int node = 0; node < degrees.length; node++) {
      for (int at = starts[node]; at < starts[node + 1]; at++) {
        degrees[node] += weights[at];
      }
    }
    return new WeightedNetwork(starts, others, weights, degrees);
  }

  int nodes() {
    return degrees.length;
  }

  /// What two nodes of degree 1 are tied by for the sake of chance: their product over the sum of
  /// all degrees. Where there are no ties at all, so much that nothing comes together.
  double chance(double resolution) {
    double all = 0;
    for (double degree : degrees) {
      all += degree;
    }
    return all > 0 ? resolution / all : Double.POSITIVE_INFINITY;
  }

  /// The network whose nodes are parts of this one. Ties within a part are left out: only its
  /// degree tells of them.
  ///
  /// @param parts of the nodes, from 0, each used
  WeightedNetwork joined(int[] parts, int count) {
    int[] order = ordered(parts, count);
    int[] newStarts = new int[count + 1];
    int[] newOthers = new int[others.length];
    double[] newWeights = new double[others.length];
    double[] newDegrees = new double[count];
    WeightPerCluster ties = new WeightPerCluster(count);
    int used = 0;
    int at = 0;
    for (int part = 0; part < count; part++) {
      for (; at < order.length && parts[order[at]] == part; at++) {
        newDegrees[part] += degrees[order[at]];
        ties.add(this, order[at], parts);
      }
      used = ties.take(part, newOthers, newWeights, used);
      newStarts[part + 1] = used;
    }
    return new WeightedNetwork(
        newStarts, Arrays.copyOf(newOthers, used), Arrays.copyOf(newWeights, used), newDegrees);
  }

  /// The nodes in the order of their parts, and within a part by number.
  private static int[] ordered(int[] parts, int count) {
    int[] next = new int[count + 1];
    for (int part : parts) {
      next[part + 1]++;
    }
    for (int part = 0; part < count; part++) {
      next[part + 1] += next[part];
    }
    int[] order = new int[parts.length];
    for (int node = 0; node < parts.length; node++) {
      order[next[parts[node]]++] = node;
    }
    return order;
  }
}
