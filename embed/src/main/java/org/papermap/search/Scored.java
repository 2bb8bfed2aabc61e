package org.papermap.search;

/// A hit with its similarity to the question.
///
/// @param cosine NaN in the keyword mode
record Scored(Hit hit, double cosine) {}
