package org.papermap.cluster.internal.leiden;

import java.util.Arrays;

/// Collects the edges of a network. An edge that is added twice weighs the sum.
final class Edges {
  private final int nodes;
  private int[] ends = new int[1 << 12];
  private double[] weights = new double[1 << 11];
  private int size;

  Edges(int nodes) {
    this.nodes = nodes;
  }

  /// Adds an edge, which is there from both ends.
  void add(int from, int to, double weight) {
    if (size == weights.length) {
      ends = Arrays.copyOf(ends, 4 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    ends[2 * size] = from;
    ends[2 * size + 1] = to;
    weights[size++] = weight;
  }

  WeightedNetwork network() {
    // At both ends the edges stand in the order in which they were added, so that sums are equal.
    int[] next = new int[nodes + 1];
    for (int at = 0; at < 2 * size; at++) {
      next[ends[at] + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] starts = next.clone();
    long[] sorted = new long[2 * size];
    for (int at = 0; at < 2 * size; at++) {
      sorted[next[ends[at]]++] = (long) ends[at ^ 1] << Integer.SIZE | at >> 1;
    }
    int[] newStarts = new int[nodes + 1];
    int[] neighbors = new int[2 * size];
    double[] newWeights = new double[2 * size];
    int used = 0;
    for (int node = 0; node < nodes; node++) {
      Arrays.sort(sorted, starts[node], starts[node + 1]);
      for (int at = starts[node]; at < starts[node + 1]; at++) {
        int neighbor = (int) (sorted[at] >>> Integer.SIZE);
        if (used == newStarts[node] || neighbors[used - 1] != neighbor) {
          neighbors[used++] = neighbor;
        }
        newWeights[used - 1] += weights[(int) sorted[at]];
      }
      newStarts[node + 1] = used;
    }
    return WeightedNetwork.of(
        newStarts, Arrays.copyOf(neighbors, used), Arrays.copyOf(newWeights, used));
  }
}
