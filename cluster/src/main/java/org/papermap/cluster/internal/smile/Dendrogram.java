package org.papermap.cluster.internal.smile;

import smile.clustering.HierarchicalClustering;

/// The joins of an agglomerative clustering, from single points to one group. Immutable.
public final class Dendrogram {
  private final HierarchicalClustering joins;

  Dendrogram(HierarchicalClustering joins) {
    this.joins = joins;
  }

  /// The number of points that were joined.
  public int rows() {
    return joins.tree().length + 1;
  }

  /// The groups before the last `count` − 1 joins: a label from 0 to `count` − 1 for each point.
  ///
  /// @param count from 1 to the number of points
  public int[] cut(int count) {
    if (count < 1 || count > rows()) {
      throw new IllegalArgumentException(
          "groups: %d of %d papers. Give 1 to %d.".formatted(count, rows(), rows()));
    }
    return count == 1 ? new int[rows()] : joins.partition(count);
  }

  /// The height of a join, in order. By Ward's method it is the square root of twice the increase
  /// in squared distances from the centroids, by average linkage the mean distance between points
  /// of the two groups.
  ///
  /// @param join from 0 to the number of points − 2
  double height(int join) {
    return joins.height()[join];
  }
}
