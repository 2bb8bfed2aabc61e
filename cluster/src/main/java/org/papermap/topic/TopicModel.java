package org.papermap.topic;

import org.papermap.cluster.ClusterTree;
import org.papermap.corpus.Corpus;
import org.papermap.embed.EmbeddingMatrix;

/// Names groups of papers by what their titles and abstracts say.
///
/// @param keyphrases phrases a topic at most, 1 or more
/// @param exemplars central papers a topic at most, 1 or more
public record TopicModel(int keyphrases, int exemplars) {
  public TopicModel {
    if (keyphrases < 1 || exemplars < 1) {
      throw new IllegalArgumentException(
          "keyphrases %d, exemplars %d. Give 1 or more of each.".formatted(keyphrases, exemplars));
    }
  }

  /// Eight keyphrases and five exemplars.
  public static TopicModel defaults() {
    return new TopicModel(8, 5);
  }

  /// The topics of the tree, each with its sub-topics where it is divided, and the areas above them
  /// where the tree has such. Papers that are noise are in no topic.
  public TopicTree fit(Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    if (corpus.size() != vectors.rows() || corpus.size() != tree.topics().rows()) {
      throw new IllegalArgumentException(
          "%d papers, %d vectors, a tree of %d. Give those of the same papers."
              .formatted(corpus.size(), vectors.rows(), tree.topics().rows()));
    }
    return new TopicFinder(this, corpus, vectors, tree).topics();
  }
}
