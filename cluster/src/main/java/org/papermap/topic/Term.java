package org.papermap.topic;

import java.util.HashSet;
import java.util.Set;

/// A phrase that may tell a topic, with how the corpus uses it.
///
/// @param stems see [PhraseUse#stems()]
/// @param meant these, and those of the words that its short forms stand for
record Term(Candidate candidate, PhraseUse use, Set<String> stems, Set<String> meant) {
  static Term of(Candidate candidate, PhraseUse use, Abbreviations abbreviations) {
    Set<String> stems = Set.copyOf(use.stems());
    Set<String> meant = new HashSet<>(stems);
    for (String part : use.key().split(" ", -1)) {
      abbreviations.meaning(part).ifPresent(it -> meant.addAll(PhraseUse.stems(it)));
    }
    return new Term(candidate, use, stems, Set.copyOf(meant));
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

  /// Whether it has a word of the other, or one of both says, in short forms or not, all that the
  /// other does: "differential equations" and "PDEs".
  boolean repeats(Term other) {
    return sharesStems(other.stems)
        || meant.containsAll(other.meant)
        || other.meant.containsAll(meant);
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
