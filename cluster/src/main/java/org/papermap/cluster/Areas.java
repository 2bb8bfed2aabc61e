package org.papermap.cluster;

import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.DotProduct;
import org.papermap.smile.Dendrogram;
import org.papermap.smile.Smile;

/// Which topics lie close together and make up one area. How many areas there are, and how well
/// they do, is told at [Clusterer].
final class Areas {
  /// Fewer topics are taken in at a glance.
  static final int FEWEST_TOPICS = 6;

  private Areas() {}

  /// One more than the square root of the number of topics.
  static int count(int topics) {
    return (int) Math.round(Math.sqrt(topics)) + 1;
  }

  /// The area of each topic, a large topic counting no more than a small one.
  ///
  /// @param topics found by the method, 2 or more
  /// @param areas from 1 to the number of topics
  static int[] of(EmbeddingMatrix vectors, Clustering topics, ClusteringMethod method, int areas) {
    double[][] directions = Centroids.of(vectors, topics.labels(), topics.count()).directions();
    return tree(directions, method).cut(areas);
  }

  /// Topics that the vectors' own distances made are joined by these. Communities are papers with
  /// more ties than chance would give them; so they are joined by what their directions have in
  /// common beyond what all have.
  private static Dendrogram tree(double[][] directions, ClusteringMethod method) {
    int topics = directions.length;
    return switch (method) {
      case ClusteringMethod.Ward _, ClusteringMethod.KMeans _ ->
          Smile.ward(topics, (a, b) -> distance(directions[a], directions[b]));
      case ClusteringMethod.Leiden _, ClusteringMethod.Hdbscan _ -> {
        centre(directions);
        yield Smile.averageLinkage(topics, (a, b) -> 1 - cosine(directions[a], directions[b]));
      }
    };
  }

  private static void centre(double[][] directions) {
    for (int j = 0; j < directions[0].length; j++) {
      double sum = 0;
      for (double[] direction : directions) {
        sum += direction[j];
      }
      for (double[] direction : directions) {
        direction[j] -= sum / directions.length;
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(sum);
  }

  /// From −1 to 1; 0 where one of them is no direction.
  private static double cosine(double[] a, double[] b) {
    double lengths = Math.sqrt(DotProduct.of(a, a) * DotProduct.of(b, b));
    return lengths > 0 ? Math.clamp(DotProduct.of(a, b) / lengths, -1, 1) : 0;
  }
}
