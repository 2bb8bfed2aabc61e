package org.papermap.cluster.internal.kmeans;

import java.util.stream.IntStream;
import org.papermap.cluster.internal.Labels;
import org.papermap.embed.EmbeddingMatrix;

/// Silhouettes (Rousseeuw, doi:10.1016/0377-0427(87)90125-7) with 1 − cosine as the distance. A sum
/// of vectors stands for all papers of a group, so that no pair is compared: the mean of 1 − cosine
/// to a group is 1 minus the dot product with its mean.
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
    // The paper's cosine to itself is one and does not count.
    double within = 1 - (centroids.cosineSum(vectors, row, own) - 1) / others;
    double beside = Double.POSITIVE_INFINITY;
    for (int group = 0; group < centroids.count(); group++) {
      if (group != own) {
        double mean = 1 - centroids.cosineSum(vectors, row, group) / centroids.size(group);
        beside = Math.min(beside, mean);
      }
    }
    double larger = Math.max(within, beside);
    // Equal papers are at distance zero up to rounding, which must not decide anything.
    return larger > 1e-5 ? (float) ((beside - within) / larger) : 0;
  }

  public static double mean(float[] silhouettes) {
    double sum = 0;
    for (float silhouette : silhouettes) {
      sum += silhouette;
    }
    return silhouettes.length == 0 ? 0 : sum / silhouettes.length;
  }
}
