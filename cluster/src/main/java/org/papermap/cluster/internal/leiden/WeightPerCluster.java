package org.papermap.cluster.internal.leiden;

/// Adds up what ties a node, or several, to each group, and remembers which groups these are. Made
/// once and emptied after each use, so that no use costs more than the ties it sees.
final class WeightPerCluster {
  private final double[] sums;
  private final boolean[] seen;
  private final int[] groups;
  private int count;

  WeightPerCluster(int groups) {
    this.sums = new double[groups];
    this.seen = new boolean[groups];
    this.groups = new int[groups];
  }

  /// Adds the ties of a node.
  ///
  /// @param labels the group of each node
  void add(WeightedNetwork level, int node, int[] labels) {
    int[] others = level.others();
    double[] weights = level.weights();
    int end = level.starts()[node + 1];
    for (int at = level.starts()[node]; at < end; at++) {
      add(labels[others[at]], weights[at]);
    }
  }

  void add(int group, double weight) {
    if (!seen[group]) {
      seen[group] = true;
      groups[count++] = group;
    }
    sums[group] += weight;
  }

  /// How many groups there are ties to.
  int count() {
    return count;
  }

  /// The i-th group that a tie was added to.
  int group(int i) {
    return groups[i];
  }

  double sum(int group) {
    return sums[group];
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      sums[groups[i]] = 0;
      seen[groups[i]] = false;
    }
    count = 0;
  }

  /// Writes the groups but one and the sums of their ties behind those that are there, and forgets
  /// them.
  ///
  /// @return how many are there now
  int take(int except, int[] others, double[] weights, int there) {
    int end = there;
    for (int i = 0; i < count; i++) {
      if (groups[i] != except) {
        others[end] = groups[i];
        weights[end++] = sums[groups[i]];
      }
    }
    clear();
    return end;
  }
}
