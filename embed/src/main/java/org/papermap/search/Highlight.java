package org.papermap.search;

/// Why a paper was found: the sentence of its abstract that is nearest to what was asked for.
///
/// @param sentence as it stands in the abstract, of which the first 64 sentences are looked at
/// @param cosine similarity of its meaning to the question's, in [-1, 1]
public record Highlight(String sentence, float cosine) {}
