package org.papermap.topic;

/// A phrase that may tell a topic.
///
/// @param phrase its number
/// @param contrast how it stands in the topic
/// @param titles papers of the topic that have it in the title
record Candidate(int phrase, Contrast contrast, int titles) {
  double weight() {
    return contrast.weight(titles);
  }
}
