package org.papermap.cluster.internal.phrase;

/// A phrase that may describe a topic.
///
/// @param phrase its number
/// @param contrast its counts in the topic and elsewhere
/// @param weight see [Contrast#weight]
public record Candidate(int phrase, Contrast contrast, double weight) {}
