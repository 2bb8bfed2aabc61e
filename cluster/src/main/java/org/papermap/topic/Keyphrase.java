package org.papermap.topic;

/// A phrase of one to three words that tells a topic from the others.
///
/// @param text as people write it
/// @param weight its class-based TF-IDF, above 0
/// @param papers papers of the topic that have it, at least 2 wherever the topic has 2
public record Keyphrase(String text, double weight, int papers) {}
