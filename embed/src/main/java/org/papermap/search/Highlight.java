package org.papermap.search;

/// The sentence of a paper's abstract that is nearest to the question.
///
/// @param sentence one of the first 64 of the abstract, unchanged
/// @param cosine its similarity to the question, in [-1, 1]
public record Highlight(String sentence, float cosine) {}
