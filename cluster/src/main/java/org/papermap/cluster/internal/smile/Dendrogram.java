package org.papermap.cluster.internal.smile;

import smile.clustering.HierarchicalClustering;

/// Which groups were joined, in which order, until there was one. Immutable.
public final class Dendrogram {
  private final HierarchicalClustering joins;

  Dendrogram(HierarchicalClustering joins) {
    this.joins = joins;
  }

  /// The number of papers, or of whatever was joined.
  public int rows() {
    return joins.tree().length + 1;
  }

  /// The groups before the last `count` − 1 joins: a label from 0 to `count` − 1 for each paper.
  ///
  /// @param count from 1 to the number of papers
  public int[] cut(int count) {
    if (count < 1 || count > rows()) {
      throw new IllegalArgumentException(
          "groups: %d of %d papers. Give 1 to %d.".formatted(count, rows(), rows()));
    }
    return count == 1 ? new int[rows()] : joins.partition(count);
  }

  /// The height of a join, in the order they were made; for two papers their distance. By Ward's
  /// method it is the square root of twice what the join adds to the squared distances from the
  /// centroids, by average linkage the mean distance between papers of the two groups.
  ///
  /// @param join from 0 to the number of papers − 2
  public double height(int join) {
    return joins.height()[join];
  }
}
