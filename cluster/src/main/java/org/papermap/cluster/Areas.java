package org.papermap.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.kmeans.Centroids;
import org.papermap.cluster.internal.smile.Dendrogram;
import org.papermap.cluster.internal.smile.Smile;
import org.papermap.math.DotProduct;
import org.papermap.vectors.EmbeddingMatrix;

/// Joins topics that lie close together to areas (figures: `cluster/docs/clustering.md`).
final class Areas {
  /// Fewer topics have no areas above them.
  static final int FEWEST_TOPICS = 6;

  /// An area of several communities that holds a greater share of the papers is divided.
  private static final double LARGEST = 0.35;

  private static final double AREAS_A_ROOT = 1.6;

  private Areas() {}

  /// One more than the square root of the number of topics; of communities and dense regions 1.6
  /// times the root. With more areas, those of two seeds agree better.
  static int count(int topics, ClusteringMethod method) {
    double root = Math.sqrt(topics);
    return (int) Math.round(isByCentroids(method) ? root + 1 : AREAS_A_ROOT * root);
  }

  /// The area of each topic. A large topic counts no more than a small one where topics are joined;
  /// but an area of several topics with more than 35 % of the papers is divided again, so that
  /// there may be more areas than asked for.
  ///
  /// @param topics found by the method, 2 or more
  /// @param areas from 1 to the number of topics
  static int[] of(EmbeddingMatrix vectors, Clustering topics, ClusteringMethod method, int areas) {
    double[][] directions = Centroids.of(vectors, topics.labels(), topics.count()).directions();
    Dendrogram tree = tree(directions, method);
    int[] area = tree.cut(areas);
    if (isByCentroids(method)) {
      return area;
    }
    for (int count = areas + 1; count <= topics.count(); count++) {
      divide(area, isTooLarge(area, topics), tree.cut(count));
    }
    return area;
  }

  private static boolean isByCentroids(ClusteringMethod method) {
    return switch (method) {
      case ClusteringMethod.Ward _, ClusteringMethod.KMeans _ -> true;
      case ClusteringMethod.Leiden _, ClusteringMethod.Hdbscan _ -> false;
    };
  }

  /// For each area whether it holds too many papers.
  private static boolean[] isTooLarge(int[] area, Clustering topics) {
    int[] papers = new int[Labels.count(area)];
    for (int topic = 0; topic < area.length; topic++) {
      papers[area[topic]] += topics.members(topic).size();
    }
    int all = IntStream.of(papers).sum();
    boolean[] large = new boolean[papers.length];
    for (int i = 0; i < large.length; i++) {
      large[i] = papers[i] > LARGEST * all;
    }
    return large;
  }

  /// Gives the topics of each large area the areas that a finer cut of the tree has for them. The
  /// first of these keeps the area's number, the others get new ones.
  private static void divide(int[] area, boolean[] large, int[] finer) {
    int next = large.length;
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    boolean[] kept = new boolean[large.length];
    for (int topic = 0; topic < area.length; topic++) {
      int old = area[topic];
      if (!large[old]) {
        continue;
      }
      List<Integer> part = List.of(old, finer[topic]);
      Integer number = numbers.get(part);
      if (number == null) {
        number = kept[old] ? next++ : old;
        kept[old] = true;
        numbers.put(part, number);
      }
      area[topic] = number;
    }
  }

  /// Topics of Ward and *k*-means are joined by the distances of their centroids, which made them.
  /// Communities and dense regions are joined by the cosines of their centroids after the mean of
  /// all centroids is taken off.
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

  /// From −1 to 1; 0 where one of them has length 0.
  private static double cosine(double[] a, double[] b) {
    double lengths = Math.sqrt(DotProduct.of(a, a) * DotProduct.of(b, b));
    return lengths > 0 ? Math.clamp(DotProduct.of(a, b) / lengths, -1, 1) : 0;
  }
}
