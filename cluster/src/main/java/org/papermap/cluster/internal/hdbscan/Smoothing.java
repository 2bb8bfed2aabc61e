package org.papermap.cluster.internal.hdbscan;

import java.util.stream.IntStream;
import org.papermap.math.LinearCombination;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Moves each vector to the mean of itself and its neighbors, step by step, as heat spreads on the
/// graph (Coifman and Lafon, doi:10.1016/j.acha.2006.04.006). Random differences between papers of
/// one subject even out, and dense regions grow denser.
public final class Smoothing {
  private Smoothing() {}

  /// @param steps 0 or more
  public static EmbeddingMatrix of(EmbeddingMatrix vectors, NeighborGraph graph, int steps) {
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
          // A neighbor with a cosine of 0 or less is left out: the sum could be zero.
          for (int rank = 0; rank < graph.k() && graph.similarity(row, rank) > 0; rank++) {
            LinearCombination.add(sum, vectors.row(graph.neighbor(row, rank)), 1);
          }
          System.arraycopy(sum, 0, means, row * dimension, dimension);
        });
    return EmbeddingMatrix.normalized(means, dimension);
  }
}
