package org.papermap.cluster;

import org.papermap.cluster.internal.words.WordGraph;
import org.papermap.corpus.Corpus;

/// For each paper the papers that share most telling words with it. Groups of the neighbor graph,
/// which is by meaning, are clearer with these beside it. Immutable.
///
/// Found in time that grows little faster than the number of papers, and the same for any number of
/// threads. Figures: `cluster/docs/clustering.md`.
public final class WordNeighbors {
  private final WordGraph graph;

  WordNeighbors(WordGraph graph) {
    this.graph = graph;
  }

  /// Reads the titles and abstracts of all papers.
  public static WordNeighbors of(Corpus corpus) {
    return new WordNeighbors(WordGraph.of(corpus));
  }

  /// None, for `rows` papers: they are grouped by meaning alone.
  public static WordNeighbors none(int rows) {
    return new WordNeighbors(new WordGraph(new int[rows][0], new float[rows][0]));
  }

  /// The number of papers.
  public int rows() {
    return graph.rows();
  }

  WordGraph graph() {
    return graph;
  }
}
