package org.papermap.cluster.internal.layout;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.DisjointSets;
import org.papermap.math.UnitLength;

/// Places to begin with: two eigenvectors of the graph's normalised Laplacian (Belkin and Niyogi,
/// doi:10.1162/089976603321780317), by orthogonal iteration (Golub and Van Loan, *Matrix
/// Computations*, section 8.2). All sums are in a fixed order.
final class SpectralInitialization {
  /// The first is known, two are wanted, and two more make the iteration converge faster.
  private static final int VECTORS = 5;

  /// The start of an optimisation need not be exact.
  private static final int ITERATIONS = 150;

  private static final long SEED = 1;

  private final FuzzyGraph graph;
  private final int rows;
  private final int[] starts;
  private final double[] scales;

  private SpectralInitialization(FuzzyGraph graph, int rows) {
    this.graph = graph;
    this.rows = rows;
    this.starts = new int[rows + 1];
    this.scales = new double[rows];
    for (int edge = 0; edge < graph.edges(); edge++) {
      starts[graph.from(edge) + 1] = edge + 1;
      scales[graph.from(edge)] += graph.weight(edge);
    }
    for (int row = 0; row < rows; row++) {
      scales[row] = 1 / Math.sqrt(scales[row]);
    }
  }

  /// Whether the graph is connected. If it is not, the eigenvectors tell its parts apart and
  /// nothing within them.
  static boolean isConnected(FuzzyGraph graph, int rows) {
    DisjointSets connected = new DisjointSets(rows);
    int parts = rows;
    for (int edge = 0; edge < graph.edges(); edge++) {
      parts -= connected.join(graph.from(edge), graph.to(edge)) ? 1 : 0;
    }
    return parts == 1;
  }

  /// x and y of each row in turn, in no particular unit.
  ///
  /// @param graph of `rows` papers, 3 or more, that is connected
  static double[] of(FuzzyGraph graph, int rows) {
    SpectralInitialization plane = new SpectralInitialization(graph, rows);
    double[][] vectors = plane.start();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      vectors = plane.smoothed(vectors);
      UnitLength.orthonormalize(vectors, 0);
    }
    double[] places = new double[2 * rows];
    for (int row = 0; row < rows; row++) {
      places[2 * row] = vectors[1][row];
      places[2 * row + 1] = vectors[2][row];
    }
    return places;
  }

  private double[][] start() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] vectors = new double[VECTORS][rows];
    for (int row = 0; row < rows; row++) {
      vectors[0][row] = 1 / scales[row];
      for (int vector = 1; vector < VECTORS; vector++) {
        vectors[vector][row] = random.nextDouble() - 0.5;
      }
    }
    UnitLength.orthonormalize(vectors, 0);
    return vectors;
  }

  /// Half of each vector plus half of its neighbors' mean, so that no eigenvalue is negative.
  private double[][] smoothed(double[][] vectors) {
    double[][] smoothed = new double[VECTORS][rows];
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          for (int edge = starts[row]; edge < starts[row + 1]; edge++) {
            int other = graph.to(edge);
            double share = graph.weight(edge) * scales[other];
            for (int vector = 0; vector < VECTORS; vector++) {
              smoothed[vector][row] += share * vectors[vector][other];
            }
          }
          for (int vector = 0; vector < VECTORS; vector++) {
            smoothed[vector][row] =
                (vectors[vector][row] + scales[row] * smoothed[vector][row]) / 2;
          }
        });
    return smoothed;
  }
}
