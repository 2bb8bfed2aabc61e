package org.papermap.cluster.internal.kmeans;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.papermap.math.LinearCombination;
import org.papermap.math.UnitLength;
import org.papermap.vectors.EmbeddingMatrix;

/// The sum of the vectors of each group of papers, and its direction. The dot product with the sum
/// is the sum of a paper's cosines to all papers of the group.
public final class Centroids {
  private final int[] sizes;
  private final float[][] sums;
  private final float[][] directions;

  private Centroids(int[] sizes, float[][] sums, float[][] directions) {
    this.sizes = sizes;
    this.sums = sums;
    this.directions = directions;
  }

  /// @param labels from 0 to `count` − 1, or noise, for each row
  public static Centroids of(EmbeddingMatrix vectors, int[] labels, int count) {
    int[] sizes = new int[count];
    double[][] totals = new double[count][vectors.dimension()];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0) {
        continue;
      }
      sizes[labels[row]]++;
      LinearCombination.add(totals[labels[row]], vectors.row(row));
    }
    float[][] sums = new float[count][vectors.dimension()];
    float[][] directions = new float[count][vectors.dimension()];
    for (int group = 0; group < count; group++) {
      for (int j = 0; j < sums[group].length; j++) {
        sums[group][j] = (float) totals[group][j];
      }
      UnitLength.put(totals[group], directions[group], 0);
    }
    return new Centroids(sizes, sums, directions);
  }

  int count() {
    return sizes.length;
  }

  /// A copy of the unit vector of each group; zeros for a group whose vectors add up to zero.
  public double[][] directions() {
    return Arrays.stream(directions)
        .map(direction -> IntStream.range(0, direction.length).mapToDouble(j -> direction[j]))
        .map(DoubleStream::toArray)
        .toArray(double[][]::new);
  }

  int size(int group) {
    return sizes[group];
  }

  /// The cosine of a row to a group's centroid.
  float similarity(EmbeddingMatrix vectors, int row, int group) {
    return vectors.similarity(row, directions[group]);
  }

  /// The sum of a row's cosines to all papers of a group.
  float cosineSum(EmbeddingMatrix vectors, int row, int group) {
    return vectors.similarity(row, sums[group]);
  }

  /// For each row the group whose centroid is nearest, ties to the lower number.
  int[] nearest(EmbeddingMatrix vectors) {
    return nearest(vectors, -1);
  }

  /// The same, with one group left out; −1 leaves out none.
  int[] nearest(EmbeddingMatrix vectors, int without) {
    int[] nearest = new int[vectors.rows()];
    Arrays.setAll(nearest, row -> row);
    return IntStream.of(nearest).parallel().map(row -> nearest(vectors, row, without)).toArray();
  }

  /// The group whose centroid is nearest to a row, ties to the lower number.
  public int nearestTo(EmbeddingMatrix vectors, int row) {
    return nearest(vectors, row, -1);
  }

  private int nearest(EmbeddingMatrix vectors, int row, int without) {
    int best = -1;
    float bestCosine = Float.NEGATIVE_INFINITY;
    for (int group = 0; group < count(); group++) {
      if (group == without) {
        continue;
      }
      float cosine = similarity(vectors, row, group);
      if (cosine > bestCosine) {
        best = group;
        bestCosine = cosine;
      }
    }
    return best;
  }
}
