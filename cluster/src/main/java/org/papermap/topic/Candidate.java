package org.papermap.topic;

import java.util.Set;

/// A phrase that may tell a topic.
///
/// @param weight its class-based TF-IDF
/// @param rows the papers of the topic that have it
/// @param titles how many of them have it in the title
record Candidate(Phrase phrase, double weight, Set<Integer> rows, int titles) {}
