package org.papermap.search;

import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;

/// A paper near to what was asked for.
///
/// @param rank 1 for the nearest
/// @param paper the paper
/// @param score what the papers are ranked by: the cosine, the BM25 score, or the sum of both, see
///   [SearchMode]. Scores of different questions compare in the semantic mode alone
/// @param cosine similarity of meaning, in [-1, 1]; NaN in the keyword mode, which asks no model
/// @param highlight its best-matching sentence; null unless the query asks for highlights
public record Neighbor(
    int rank, Paper paper, double score, float cosine, @Nullable Highlight highlight) {}
