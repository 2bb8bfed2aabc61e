package org.papermap.cluster.internal.kmeans;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.papermap.vectors.EmbeddingMatrix;

/// Groups around *k*-means++ seeds (Arthur and Vassilvitskii, 2007): each next seed is a paper
/// drawn with a probability proportional to its squared distance from the nearest seed so far.
public record KMeansPlusPlus(EmbeddingMatrix vectors, long seed) implements InitialGroups {
  @Override
  public int[] labels(int count) {
    int rows = vectors.rows();
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = new int[rows];
    double[] distances = new double[rows];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int chosen = random.nextInt(rows);
    for (int label = 0; label < count; label++) {
      for (int row = 0; row < rows; row++) {
        // Half the squared distance of two unit vectors.
        double distance = row == chosen ? 0 : Math.max(0, 1 - vectors.similarity(row, chosen));
        if (row == chosen || distance < distances[row]) {
          distances[row] = distance;
          labels[row] = label;
        }
      }
      // A seed keeps its own label even where another seed has an equal vector.
      distances[chosen] = -1;
      chosen = draw(distances, random);
    }
    return labels;
  }

  /// Draws a row that is no seed yet, by the distances; the first such row where all are zero.
  private static int draw(double[] distances, SplittableRandom random) {
    double sum = 0;
    for (double distance : distances) {
      sum += Math.max(0, distance);
    }
    double target = random.nextDouble() * sum;
    int last = 0;
    for (int row = distances.length - 1; row >= 0; row--) {
      if (distances[row] >= 0) {
        last = row;
      }
    }
    double passed = 0;
    for (int row = 0; row < distances.length; row++) {
      if (distances[row] > 0) {
        last = row;
        passed += distances[row];
        if (passed > target) {
          break;
        }
      }
    }
    return last;
  }
}
