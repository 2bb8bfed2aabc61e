package org.papermap.search;

import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;

/// A paper found for a question.
///
/// @param rank 1 for the nearest
/// @param paper the paper
/// @param score the number that papers are ranked by: the cosine, the BM25 score, or the sum of
///   both, see [SearchMode]. Scores of different questions can be compared in the semantic mode
///   only
/// @param similarity cosine similarity to the question, in [-1, 1]; null in the keyword mode
/// @param highlight its most similar sentence; null unless the query wants highlights
public record Neighbor(
    int rank,
    Paper paper,
    double score,
    @Nullable Float similarity,
    @Nullable Highlight highlight) {
  /// The sentence of a paper's abstract that is nearest to the question.
  ///
  /// @param sentence one of the first 64 of the abstract, unchanged
  /// @param similarity its similarity to the question, in [-1, 1]
  public record Highlight(String sentence, float similarity) {}
}
