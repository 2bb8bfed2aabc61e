package org.papermap.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// The true answers: for each query the rows with the greatest products, summed in double, ties by
/// row.
final class LookupOracle {
  private final int[][] nearest;
  private final double[] firstCosines;
  private final double[] lastCosines;
  private final double meanCosine;

  private LookupOracle(int[][] nearest, double[] first, double[] last, double meanCosine) {
    this.nearest = nearest;
    this.firstCosines = first;
    this.lastCosines = last;
    this.meanCosine = meanCosine;
  }

  static LookupOracle of(EmbeddingMatrix vectors, EmbeddingMatrix queries, int k) {
    int[][] nearest = new int[queries.rows()][k];
    double[] first = new double[queries.rows()];
    double[] last = new double[queries.rows()];
    double[] means = new double[queries.rows()];
    IntStream.range(0, queries.rows())
        .parallel()
        .forEach(query -> {
          double[] cosines = cosines(vectors, queries.row(query));
          nearest[query] = TopK.of(cosines, k);
          first[query] = cosines[nearest[query][0]];
          last[query] = cosines[nearest[query][k - 1]];
          means[query] = Arrays.stream(cosines).average().orElse(Double.NaN);
        });
    return new LookupOracle(
        nearest, first, last, Arrays.stream(means).average().orElse(Double.NaN));
  }

  private static double[] cosines(EmbeddingMatrix vectors, float[] query) {
    double[] cosines = new double[vectors.rows()];
    Arrays.setAll(cosines, row -> vectors.dot(row, query));
    return cosines;
  }

  /// The share of the nearest of a query that are among these.
  double recall(int query, List<String> found) {
    Set<String> true10 = new HashSet<>();
    for (int row : nearest[query]) {
      true10.add(MadeUpPapers.id(row));
    }
    int expected = true10.size();
    true10.removeAll(new HashSet<>(found));
    return 1 - (double) true10.size() / expected;
  }

  double meanCosine() {
    return meanCosine;
  }

  /// Median over the queries of the cosine of the nearest.
  double firstCosine() {
    return Quantiles.of(firstCosines).median();
  }

  /// Median over the queries of the cosine of the last of the nearest.
  double lastCosine() {
    return Quantiles.of(lastCosines).median();
  }
}
