package org.papermap.topic;

import java.util.ArrayList;
import java.util.List;
import org.papermap.cluster.internal.NearDuplicate;
import org.papermap.math.LinearCombination;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the papers that a group is best shown by.
final class Exemplars {
  /// So many times the papers wanted are looked at first.
  private static final int SPARE = 4;

  private Exemplars() {}

  /// The rows nearest to the centroid, nearest first, ties by row; of near duplicates the nearest
  /// alone, so that there may be fewer than wanted.
  ///
  /// @param most 1 or more
  static List<Integer> of(EmbeddingMatrix vectors, List<Integer> rows, int most) {
    float[] sum = new float[vectors.dimension()];
    for (int row : rows) {
      LinearCombination.add(sum, vectors.row(row), 1);
    }
    for (int looked = SPARE * most; ; looked *= SPARE) {
      TopK nearest = new TopK(Math.min(looked, rows.size()));
      for (int row : rows) {
        nearest.offer(row, vectors.similarity(row, sum));
      }
      List<Integer> exemplars = distinct(vectors, nearest.rows(), most);
      if (exemplars.size() == most || looked >= rows.size()) {
        return exemplars;
      }
    }
  }

  private static List<Integer> distinct(EmbeddingMatrix vectors, int[] rows, int most) {
    List<Integer> distinct = new ArrayList<>();
    for (int row : rows) {
      if (distinct.size() < most
          && distinct.stream()
              .noneMatch(it -> vectors.similarity(it, row) >= NearDuplicate.LEAST_SIMILARITY)) {
        distinct.add(row);
      }
    }
    return distinct;
  }
}
