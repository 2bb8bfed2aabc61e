package org.papermap.topic;

import org.papermap.cluster.internal.phrase.Contrast;
import org.papermap.cluster.internal.phrase.Term;

/// A phrase that distinguishes a topic from the others.
///
/// @param text as most papers write it
/// @param weight above 0; see [TopicModel]
/// @param papers papers of the topic that have it, at least 2 if the topic has 2
/// @param elsewhere papers outside the topic that have it
public record Keyphrase(String text, double weight, int papers, int elsewhere) {
  static Keyphrase of(Term term) {
    Contrast contrast = term.contrast();
    return new Keyphrase(
        term.text(), term.candidate().weight(), contrast.inside(), contrast.outside());
  }
}
