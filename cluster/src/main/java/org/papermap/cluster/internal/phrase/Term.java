package org.papermap.cluster.internal.phrase;

import java.util.Set;

/// A phrase that may describe a topic, with its use in the corpus.
public record Term(Candidate candidate, PhraseUse use) {
  private static final int LONG_STEM = 6;

  public int phrase() {
    return candidate.phrase();
  }

  public Contrast contrast() {
    return candidate.contrast();
  }

  /// As it is shown.
  public String text() {
    return use.whole();
  }

  public Set<String> stems() {
    return use.stems();
  }

  /// Whether the two share a word, or a word of one begins with a long word of the other, as
  /// "health" and "healthcare", or one has all words of the other when short forms are spelled out,
  /// as "differential equations" and "PDEs".
  public boolean repeats(Term other) {
    return sharesStems(other.stems())
        || begins(stems(), other.stems())
        || begins(other.stems(), stems())
        || use.expandedStems().containsAll(other.use.expandedStems())
        || other.use.expandedStems().containsAll(use.expandedStems());
  }

  private static boolean begins(Set<String> stems, Set<String> others) {
    return stems.stream()
        .filter(stem -> stem.length() >= LONG_STEM)
        .anyMatch(stem -> others.stream().anyMatch(other -> other.startsWith(stem)));
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
