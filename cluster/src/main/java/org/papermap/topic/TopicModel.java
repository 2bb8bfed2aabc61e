package org.papermap.topic;

import org.papermap.cluster.ClusterTree;
import org.papermap.corpus.Corpus;
import org.papermap.embed.EmbeddingMatrix;

/// Names groups of papers by what their titles and abstracts say.
///
/// Phrases of one to four words are weighed by class-based TF-IDF (Grootendorst, arXiv:2203.05794)
/// with the relevance weight that BM25 comes from: the papers of the group that have the phrase,
/// those with it in the title twice, times the logarithm of the ratio of its odds in the group and
/// elsewhere (Robertson and Spärck Jones, doi:10.1002/asi.4630270302). Of the heaviest, those that
/// say different things are the keyphrases, and the one that suits a heading best is the name.
/// Every term of a name is in 2 papers of the group or more, and 3 times as frequent there as
/// elsewhere; no name has stop or stock words, or says what a name beside it says. Where no phrase
/// is left the name is a number, as in `Topic 3`.
///
/// Areas have more general names than topics: of phrases twice as frequent as elsewhere or more,
/// those that most papers have, in all of the area's topics, and few others. What is as frequent in
/// all of an area as in one of its topics does not name that topic. An area of one topic is that
/// topic, and has its name.
///
/// Areas are so large a part of a corpus that three times the rate elsewhere is out of reach for
/// what their papers have in common: of 9,868 papers on machine learning 2,331 are on language
/// models, which 68 % of these and 29 % of the others name. At that ratio the area was called after
/// 9 % of its papers.
///
/// The result depends on papers, vectors and tree alone, not on threads.
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
    return new TopicNaming(this, corpus, vectors, tree).topics();
  }
}
