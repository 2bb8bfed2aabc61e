package org.papermap.topic;

import java.util.List;

/// The reasons for the name of a topic.
///
/// @param source of the name
/// @param terms the phrases in the name; none unless it comes from phrases
/// @param runnersUp phrases that could have named it too, best first
public record NameEvidence(NameSource source, List<Keyphrase> terms, List<Keyphrase> runnersUp) {
  public NameEvidence {
    terms = List.copyOf(terms);
    runnersUp = List.copyOf(runnersUp);
  }
}
