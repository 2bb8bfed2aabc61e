package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

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

  /// The area of each topic, from 0: joined by Ward's criterion on the directions of the centroids,
  /// where a large topic counts no more than a small one. Ties go to the lower topic.
  ///
  /// @param areas from 1 to the number of topics
  static int[] of(EmbeddingMatrix vectors, Clustering topics, int areas) {
    double[][] means = Centroids.of(vectors, topics.labels(), topics.count()).directions();
    int[] sizes = new int[means.length];
    Arrays.fill(sizes, 1);
    int[] area = IntStream.range(0, means.length).toArray();
    for (int left = means.length; left > areas; left--) {
      join(means, sizes, area);
    }
    int[] found = Arrays.stream(area).distinct().sorted().toArray();
    return Arrays.stream(area).map(label -> Arrays.binarySearch(found, label)).toArray();
  }

  /// Joins the two areas whose union adds least to the squared distances from the means. A size of
  /// 0 marks an area that has gone into another.
  private static void join(double[][] means, int[] sizes, int[] area) {
    int first = -1;
    int second = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        if (sizes[a] == 0 || sizes[b] == 0) {
          continue;
        }
        double adds =
            squaredDistance(means[a], means[b]) * sizes[a] * sizes[b] / (sizes[a] + sizes[b]);
        if (adds < least) {
          least = adds;
          first = a;
          second = b;
        }
      }
    }
    int all = sizes[first] + sizes[second];
    for (int j = 0; j < means[first].length; j++) {
      means[first][j] = (means[first][j] * sizes[first] + means[second][j] * sizes[second]) / all;
    }
    sizes[first] = all;
    sizes[second] = 0;
    for (int topic = 0; topic < area.length; topic++) {
      area[topic] = area[topic] == second ? first : area[topic];
    }
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
