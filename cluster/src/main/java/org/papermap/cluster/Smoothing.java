package org.papermap.cluster;

import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.LinearCombination;
import org.papermap.search.NeighborGraph;

/// Vectors moved towards those of the neighbors, step by step: what two papers of one subject
/// happen to say differently evens out, and regions grow dense. Each step takes a paper to the mean
/// of itself and its neighbors, as heat spreads on the graph (Coifman and Lafon,
/// doi:10.1016/j.acha.2006.04.006).
final class Smoothing {
  private Smoothing() {}

  /// @param steps 0 or more
  static EmbeddingMatrix of(EmbeddingMatrix vectors, NeighborGraph graph, int steps) {
    EmbeddingMatrix smoothed = vectors;
    for (int step = 0; step < steps; step++) {
      smoothed = step(smoothed, graph);
    }
    return smoothed;
  }

  private static EmbeddingMatrix step(EmbeddingMatrix vectors, NeighborGraph graph) {
    int dimension = vectors.dimension();
    float[] means = new float[vectors.rows() * dimension];
    IntStream.range(0, vectors.rows())
        .parallel()
        .forEach(row -> {
          float[] sum = vectors.row(row);
          // Neighbors at a right angle or beyond are none, and could leave no direction.
          for (int rank = 0; rank < graph.k() && graph.cosine(row, rank) > 0; rank++) {
            LinearCombination.add(sum, vectors.row(graph.neighbor(row, rank)), 1);
          }
          System.arraycopy(sum, 0, means, row * dimension, dimension);
        });
    return EmbeddingMatrix.normalized(means, dimension);
  }
}
