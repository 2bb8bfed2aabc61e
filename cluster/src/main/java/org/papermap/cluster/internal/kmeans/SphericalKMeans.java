package org.papermap.cluster.internal.kmeans;

import org.papermap.cluster.internal.Labels;
import org.papermap.vectors.EmbeddingMatrix;

/// Spherical *k*-means (Dhillon and Modha, doi:10.1023/A:1007612920971) from given groups: papers
/// move to the group with the nearest centroid until none moves. After Ward's method this is known
/// as consolidation.
public final class SphericalKMeans {
  /// Abstracts take 5 to 15 iterations; the bound guards against a cycle.
  private static final int MAX_ITERATIONS = 100;

  private SphericalKMeans() {}

  /// As many groups as given, none of them empty.
  ///
  /// @param labels from 0 to the number of groups − 1, each used
  public static int[] refine(EmbeddingMatrix vectors, int[] labels) {
    int count = Labels.count(labels);
    int[] refined = labels.clone();
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      Centroids centroids = Centroids.of(vectors, refined, count);
      int[] sizes = Labels.sizes(refined);
      int[] nearest = centroids.nearest(vectors);
      boolean moved = false;
      for (int row = 0; row < refined.length; row++) {
        int from = refined[row];
        boolean nearer =
            centroids.similarity(vectors, row, nearest[row])
                > centroids.similarity(vectors, row, from);
        if (nearer && sizes[from] > 1) {
          refined[row] = nearest[row];
          sizes[from]--;
          sizes[nearest[row]]++;
          moved = true;
        }
      }
      if (!moved) {
        break;
      }
    }
    return refined;
  }

  /// The same, but groups of fewer than `minimum` papers are dissolved, smallest first, and their
  /// papers go to the nearest other group. One group is left at least.
  public static int[] refine(EmbeddingMatrix vectors, int[] labels, int minimum) {
    int[] refined = refine(vectors, labels);
    while (true) {
      int count = Labels.count(refined);
      int[] sizes = Labels.sizes(refined);
      int smallest = Labels.smallest(sizes);
      if (count == 1 || sizes[smallest] >= minimum) {
        return refined;
      }
      int[] elsewhere = Centroids.of(vectors, refined, count).nearest(vectors, smallest);
      int[] merged = new int[refined.length];
      for (int row = 0; row < merged.length; row++) {
        int label = refined[row] == smallest ? elsewhere[row] : refined[row];
        merged[row] = label > smallest ? label - 1 : label;
      }
      refined = refine(vectors, merged);
    }
  }
}
