package org.papermap.cluster.internal.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.neighbors.NeighborGraph;

/// The weighted graph that UMAP lays out (McInnes, Healy and Melville, arXiv:1802.03426, section
/// 3.1): a paper's edge to a neighbor weighs the more the nearer it is on the scale of the paper's
/// own neighborhood. The fuzzy union *a* + *b* − *ab* joins the two edges of a pair. Each pair is
/// there in both directions, ordered by rows.
///
/// Exponentials are those of [StrictMath], which are the same on every processor.
final class FuzzyGraph {
  /// Rounds of bisection; 64 exhaust a double.
  private static final int BISECTIONS = 64;

  private static final double TOLERANCE = 1e-5;

  /// The least scale of a neighborhood, as a share of its mean distance, as in the authors'
  /// program: copies of a paper would have a scale of 0.
  private static final double LEAST_SCALE = 1e-3;

  private final int[] from;
  private final int[] to;
  private final double[] weights;

  private FuzzyGraph(int[] from, int[] to, double[] weights) {
    this.from = from;
    this.to = to;
    this.weights = weights;
  }

  /// The graph of the first `k` neighbors of each paper, with 1 − cosine as the distance.
  static FuzzyGraph of(NeighborGraph graph, int k) {
    double[] strengths = new double[graph.rows() * k];
    IntStream.range(0, graph.rows())
        .parallel()
        .forEach(row -> putStrengths(graph, row, k, strengths));
    long[] pairs = graph.pairs(k);
    int[] from = new int[pairs.length];
    int[] to = new int[pairs.length];
    double[] weights = new double[pairs.length];
    for (int edge = 0; edge < pairs.length; edge++) {
      from[edge] = (int) (pairs[edge] >>> Integer.SIZE);
      to[edge] = (int) pairs[edge];
      double there = strength(graph, k, strengths, from[edge], to[edge]);
      double back = strength(graph, k, strengths, to[edge], from[edge]);
      weights[edge] = there + back - there * back;
    }
    return new FuzzyGraph(from, to, weights);
  }

  /// The number of edges, both directions counted.
  int edges() {
    return from.length;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  /// The weight of an edge, above 0 and at most 1.
  double weight(int edge) {
    return weights[edge];
  }

  /// Strength falls exponentially from the nearest neighbor on, which has 1. The scale is the one
  /// at which the strengths of the others add up to log₂ k, as in Smile; in the authors' program
  /// those of all do.
  private static void putStrengths(NeighborGraph graph, int row, int k, double[] strengths) {
    double[] distances = new double[k];
    double nearest = 0;
    for (int rank = 0; rank < k; rank++) {
      distances[rank] = Math.max(0, 1 - graph.similarity(row, rank));
      if (nearest == 0) {
        nearest = distances[rank];
      }
    }
    double scale = scale(distances, nearest);
    for (int rank = 0; rank < k; rank++) {
      strengths[row * k + rank] = strength(distances[rank] - nearest, scale);
    }
  }

  private static double scale(double[] distances, double nearest) {
    double target = 1 + StrictMath.log(distances.length) / StrictMath.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double scale = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double sum = 0;
      for (double distance : distances) {
        sum += strength(distance - nearest, scale);
      }
      if (Math.abs(sum - target) < TOLERANCE) {
        break;
      }
      if (sum > target) {
        high = scale;
      } else {
        low = scale;
      }
      scale = high == Double.POSITIVE_INFINITY ? 2 * scale : (low + high) / 2;
    }
    return Math.max(scale, LEAST_SCALE * Arrays.stream(distances).average().orElse(0));
  }

  private static double strength(double beyondNearest, double scale) {
    return beyondNearest > 0 ? StrictMath.exp(-beyondNearest / scale) : 1;
  }

  private static double strength(
      NeighborGraph graph, int k, double[] strengths, int row, int neighbor) {
    for (int rank = 0; rank < k; rank++) {
      if (graph.neighbor(row, rank) == neighbor) {
        return strengths[row * k + rank];
      }
    }
    return 0;
  }
}
