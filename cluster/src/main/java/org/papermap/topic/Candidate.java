package org.papermap.topic;

/// A phrase that may tell a topic.
///
/// @param phrase its number
/// @param contrast how it stands in the topic
/// @param weight see [Contrast#weight]
record Candidate(int phrase, Contrast contrast, double weight) {}
