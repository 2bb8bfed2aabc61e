package org.papermap.cluster.internal.kmeans;

import java.util.stream.IntStream;
import org.papermap.cluster.internal.Labels;
import org.papermap.vectors.EmbeddingMatrix;

/// Silhouettes (Rousseeuw, doi:10.1016/0377-0427(87)90125-7) with 1 − cosine as the distance. No
/// pair of papers is compared: the mean distance to a group is 1 minus the dot product with the
/// mean vector of the group.
public final class Silhouettes {
  private Silhouettes() {}

  /// The silhouette of each paper, in [-1, 1]; 0 alone in its group, or where there is one group.
  public static float[] of(EmbeddingMatrix vectors, int[] labels) {
    Centroids centroids = Centroids.of(vectors, labels, Labels.count(labels));
    float[] silhouettes = new float[labels.length];
    IntStream.range(0, labels.length)
        .parallel()
        .forEach(row -> silhouettes[row] = of(vectors, centroids, row, labels[row]));
    return silhouettes;
  }

  private static float of(EmbeddingMatrix vectors, Centroids centroids, int row, int own) {
    int others = centroids.size(own) - 1;
    if (others == 0 || centroids.count() < 2) {
      return 0;
    }
    // The cosine of the paper to itself is 1 and does not count.
    double within = 1 - (centroids.cosineSum(vectors, row, own) - 1) / others;
    double beside = Double.POSITIVE_INFINITY;
    for (int group = 0; group < centroids.count(); group++) {
      if (group != own) {
        double mean = 1 - centroids.cosineSum(vectors, row, group) / centroids.size(group);
        beside = Math.min(beside, mean);
      }
    }
    double larger = Math.max(within, beside);
    // Distances of equal papers are rounding.
    return larger > 1e-5 ? (float) ((beside - within) / larger) : 0;
  }

  /// The mean, 0 of none.
  public static double mean(float[] silhouettes) {
    double sum = 0;
    for (float silhouette : silhouettes) {
      sum += silhouette;
    }
    return silhouettes.length == 0 ? 0 : sum / silhouettes.length;
  }
}
