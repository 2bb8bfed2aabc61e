package org.papermap.topic;

import java.util.Set;

/// A phrase that may tell a topic, with how the corpus uses it.
record Term(Candidate candidate, PhraseUse use) {
  int phrase() {
    return candidate.phrase();
  }

  Contrast contrast() {
    return candidate.contrast();
  }

  String text() {
    return use.text();
  }

  Set<String> stems() {
    return use.stems();
  }

  Keyphrase keyphrase() {
    return new Keyphrase(text(), candidate.weight(), contrast().inside(), contrast().outside());
  }

  /// Whether it has a word of the other, or one of both says, in short forms or not, all that the
  /// other does: "differential equations" and "PDEs".
  boolean repeats(Term other) {
    return sharesStems(other.stems())
        || use.meant().containsAll(other.use.meant())
        || other.use.meant().containsAll(use.meant());
  }

  boolean sharesStems(Set<String> others) {
    for (String stem : stems()) {
      if (others.contains(stem)) {
        return true;
      }
    }
    return false;
  }
}
