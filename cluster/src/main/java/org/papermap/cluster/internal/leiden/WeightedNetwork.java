package org.papermap.cluster.internal.leiden;

import java.util.Arrays;

/// An undirected network with weights, in flat arrays: of papers, or an aggregate network whose
/// nodes are parts of communities. The arrays are shared, and nobody writes to them.
///
/// @param starts for each node, and after the last, where its edges begin
/// @param neighbors the nodes at the other ends; each edge is there from both ends
/// @param edgeWeights the weight of each edge
/// @param nodeWeights the weight of all edges of the node's papers: its degree
public record WeightedNetwork(
    int[] starts, int[] neighbors, double[] edgeWeights, double[] nodeWeights) {
  static WeightedNetwork of(int[] starts, int[] neighbors, double[] edgeWeights) {
    double[] nodeWeights = new double[starts.length - 1];
    for (int node = 0; node < nodeWeights.length; node++) {
      for (int at = starts[node]; at < starts[node + 1]; at++) {
        nodeWeights[node] += edgeWeights[at];
      }
    }
    return new WeightedNetwork(starts, neighbors, edgeWeights, nodeWeights);
  }

  /// The same edges with other weights; what weighs within the nodes stays.
  WeightedNetwork weighed(double[] newEdgeWeights) {
    double[] newNodeWeights = new double[nodes()];
    for (int node = 0; node < newNodeWeights.length; node++) {
      double before = 0;
      double after = 0;
      for (int at = starts[node]; at < starts[node + 1]; at++) {
        before += edgeWeights[at];
        after += newEdgeWeights[at];
      }
      newNodeWeights[node] = nodeWeights[node] - before + after;
    }
    return new WeightedNetwork(starts, neighbors, newEdgeWeights, newNodeWeights);
  }

  int nodes() {
    return nodeWeights.length;
  }

  /// The factor of two nodes' weights that gives the weight of their edge expected by chance, times
  /// a resolution. Infinite where there are no edges, so that no two nodes come together.
  double modularityResolution(double resolution) {
    double all = 0;
    for (double degree : nodeWeights) {
      all += degree;
    }
    return all > 0 ? resolution / all : Double.POSITIVE_INFINITY;
  }

  /// The aggregate network, whose nodes are parts of this one. Edges within a part are left out:
  /// they count in its node weight alone.
  ///
  /// @param parts of the nodes, from 0, each used
  WeightedNetwork aggregate(int[] parts, int count) {
    int[] order = ordered(parts, count);
    int[] newStarts = new int[count + 1];
    int[] newNeighbors = new int[neighbors.length];
    double[] newEdgeWeights = new double[neighbors.length];
    double[] newNodeWeights = new double[count];
    WeightPerCluster sums = new WeightPerCluster(count);
    int used = 0;
    int at = 0;
    for (int part = 0; part < count; part++) {
      for (; at < order.length && parts[order[at]] == part; at++) {
        newNodeWeights[part] += nodeWeights[order[at]];
        sums.add(this, order[at], parts);
      }
      used = sums.take(part, newNeighbors, newEdgeWeights, used);
      newStarts[part + 1] = used;
    }
    return new WeightedNetwork(
        newStarts,
        Arrays.copyOf(newNeighbors, used),
        Arrays.copyOf(newEdgeWeights, used),
        newNodeWeights);
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
