package org.papermap.cluster.internal.kmeans;

/// A source of groups for [SphericalKMeans] to refine.
@FunctionalInterface
public interface InitialGroups {
  /// A label from 0 to `count` − 1 for each paper, each label used at least once.
  ///
  /// @param count from 1 to the number of papers
  int[] labels(int count);
}
