package org.papermap.pipeline;

import org.papermap.cluster.Clusterer;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.WordNeighbors;
import org.papermap.corpus.Corpus;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// How the papers of a map are grouped.
record Grouping(MapSettings settings) {
  /// The method asked for, or the default for so many papers.
  ClusteringMethod method(int papers) {
    return settings
        .clusters()
        .method(papers, settings.topics(), settings.seed(), settings.maximumNoise());
  }

  /// The method asked for, or the default for these papers.
  ClusteringMethod method(EmbeddingMatrix vectors, NeighborGraph graph) {
    return settings.clusters() == ClusteringMethod.Choice.AUTO
        ? Clusterer.choose(vectors, graph, settings.topics(), settings.seed())
        : method(vectors.rows());
  }

  /// Neighbors by words, which only communities are found from.
  static WordNeighbors words(Corpus corpus, ClusteringMethod method) {
    return method instanceof ClusteringMethod.Leiden
        ? WordNeighbors.of(corpus)
        : WordNeighbors.none(corpus.size());
  }
}
