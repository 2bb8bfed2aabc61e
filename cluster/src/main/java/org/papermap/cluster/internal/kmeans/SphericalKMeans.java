package org.papermap.cluster.internal.kmeans;

import org.papermap.cluster.internal.Labels;
import org.papermap.embed.EmbeddingMatrix;

/// Spherical *k*-means from given groups: papers move to the nearest centroid until none moves.
/// After Ward's method this is known as consolidation; it mends joins made too early.
public final class SphericalKMeans {
  /// Lloyd's iterations settle in 5 to 15 here; the bound only guards against a cycle.
  private static final int MAX_ITERATIONS = 100;

  private SphericalKMeans() {}

  /// As many groups as given, none of them empty.
  ///
  /// @param labels from 0 to the number of groups − 1, each used
  public static int[] settle(EmbeddingMatrix vectors, int[] labels) {
    int count = Labels.count(labels);
    int[] settled = labels.clone();
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      Centroids centroids = Centroids.of(vectors, settled, count);
      int[] sizes = Labels.sizes(settled);
      int[] nearest = centroids.nearest(vectors);
      boolean moved = false;
      for (int row = 0; row < settled.length; row++) {
        int from = settled[row];
        boolean nearer =
            centroids.cosine(vectors, row, nearest[row]) > centroids.cosine(vectors, row, from);
        if (nearer && sizes[from] > 1) {
          settled[row] = nearest[row];
          sizes[from]--;
          sizes[nearest[row]]++;
          moved = true;
        }
      }
      if (!moved) {
        break;
      }
    }
    return settled;
  }

  /// The same, but groups of fewer than `minimum` papers are dissolved, smallest first, and their
  /// papers go to the nearest other group. One group is left at least.
  public static int[] settle(EmbeddingMatrix vectors, int[] labels, int minimum) {
    int[] settled = settle(vectors, labels);
    while (true) {
      int count = Labels.count(settled);
      int[] sizes = Labels.sizes(settled);
      int smallest = Labels.smallest(sizes);
      if (count == 1 || sizes[smallest] >= minimum) {
        return settled;
      }
      int[] elsewhere = Centroids.of(vectors, settled, count).nearest(vectors, smallest);
      int[] merged = new int[settled.length];
      for (int row = 0; row < merged.length; row++) {
        int label = settled[row] == smallest ? elsewhere[row] : settled[row];
        merged[row] = label > smallest ? label - 1 : label;
      }
      settled = settle(vectors, merged);
    }
  }
}
