package org.papermap.topic;

import java.util.Set;

/// A phrase that may tell a topic, with how the corpus uses it.
///
/// @param stems see [PhraseUse#stems()]
record Term(Candidate candidate, PhraseUse use, Set<String> stems) {
  static Term of(Candidate candidate, PhraseUse use) {
    return new Term(candidate, use, Set.copyOf(use.stems()));
  }

  int phrase() {
    return candidate.phrase();
  }

  Contrast contrast() {
    return candidate.contrast();
  }

  String text() {
    return use.text();
  }

  Keyphrase keyphrase() {
    return new Keyphrase(text(), candidate.weight(), contrast().inside(), contrast().outside());
  }

  boolean sharesStems(Set<String> others) {
    for (String stem : stems) {
      if (others.contains(stem)) {
        return true;
      }
    }
    return false;
  }
}
