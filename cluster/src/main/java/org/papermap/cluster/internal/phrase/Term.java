package org.papermap.cluster.internal.phrase;

import java.util.Set;

/// A phrase that may tell a topic, with how the corpus uses it.
public record Term(Candidate candidate, PhraseUse use) {
  public int phrase() {
    return candidate.phrase();
  }

  public Contrast contrast() {
    return candidate.contrast();
  }

  public String text() {
    return use.text();
  }

  public Set<String> stems() {
    return use.stems();
  }

  /// Whether it has a word of the other, or one of both says, in short forms or not, all that the
  /// other does: "differential equations" and "PDEs".
  public boolean repeats(Term other) {
    return sharesStems(other.stems())
        || use.meant().containsAll(other.use.meant())
        || other.use.meant().containsAll(use.meant());
  }

  public boolean sharesStems(Set<String> others) {
    for (String stem : stems()) {
      if (others.contains(stem)) {
        return true;
      }
    }
    return false;
  }
}
