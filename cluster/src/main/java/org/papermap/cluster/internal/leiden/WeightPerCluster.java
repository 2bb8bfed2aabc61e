package org.papermap.cluster.internal.leiden;

/// The sums of edge weights from a node, or several, to each cluster, and the list of the clusters
/// that have one. Made once and cleared after each use, so that a use costs no more than its edges.
final class WeightPerCluster {
  private final double[] sums;
  private final boolean[] seen;
  private final int[] clusters;
  private int count;

  WeightPerCluster(int clusters) {
    this.sums = new double[clusters];
    this.seen = new boolean[clusters];
    this.clusters = new int[clusters];
  }

  /// Adds the edges of a node.
  ///
  /// @param labels the cluster of each node
  void add(WeightedNetwork network, int node, int[] labels) {
    int[] neighbors = network.neighbors();
    double[] weights = network.edgeWeights();
    int end = network.starts()[node + 1];
    for (int at = network.starts()[node]; at < end; at++) {
      add(labels[neighbors[at]], weights[at]);
    }
  }

  void add(int cluster, double weight) {
    if (!seen[cluster]) {
      seen[cluster] = true;
      clusters[count++] = cluster;
    }
    sums[cluster] += weight;
  }

  /// How many clusters there are edges to.
  int count() {
    return count;
  }

  /// The i-th cluster that an edge was added to.
  int cluster(int i) {
    return clusters[i];
  }

  double sum(int cluster) {
    return sums[cluster];
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      sums[clusters[i]] = 0;
      seen[clusters[i]] = false;
    }
    count = 0;
  }

  /// Appends the clusters but one and their sums to two arrays, and clears them here.
  ///
  /// @param there how many entries of the arrays are taken
  /// @return how many are taken afterwards
  int take(int except, int[] neighbors, double[] weights, int there) {
    int end = there;
    for (int i = 0; i < count; i++) {
      if (clusters[i] != except) {
        neighbors[end] = clusters[i];
        weights[end++] = sums[clusters[i]];
      }
    }
    clear();
    return end;
  }
}
