package org.papermap.topic;

import java.util.List;

/// Why a topic is called what it is called.
///
/// @param source where the name comes from
/// @param terms the phrases that the name is made of; none unless it comes from phrases
/// @param runnersUp phrases that could have named it too, best first
public record NameEvidence(NameSource source, List<Keyphrase> terms, List<Keyphrase> runnersUp) {
  public NameEvidence {
    terms = List.copyOf(terms);
    runnersUp = List.copyOf(runnersUp);
  }
}
