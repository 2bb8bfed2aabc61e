package org.papermap.cluster.internal.phrase;

/// A phrase that may tell a topic.
///
/// @param phrase its number
/// @param contrast how it stands in the topic
/// @param weight see [Contrast#weight]
public record Candidate(int phrase, Contrast contrast, double weight) {}
