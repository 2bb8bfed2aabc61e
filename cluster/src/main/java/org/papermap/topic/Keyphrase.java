package org.papermap.topic;

/// A phrase that tells a topic from the others.
///
/// @param text as people write it
/// @param weight how much it tells, above 0; see [TopicModel]
/// @param papers papers of the topic that have it, at least 2 wherever the topic has 2
/// @param elsewhere papers outside the topic that have it
public record Keyphrase(String text, double weight, int papers, int elsewhere) {}
