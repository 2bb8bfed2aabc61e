package org.papermap.topic;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A name that a topic could have.
///
/// @param terms the one or two that it is made of; none for no name
/// @param stems those of all terms
/// @param score how well it suits the topic, 0 or more
record NameChoice(String text, List<Term> terms, Set<String> stems, double score) {
  static final NameChoice NONE = new NameChoice("", List.of(), Set.of(), 0);

  /// Ties by the keys of the terms.
  static final Comparator<NameChoice> BEST_FIRST =
      Comparator.comparingDouble(NameChoice::score).reversed().thenComparing(NameChoice::keys);

  static NameChoice of(String text, List<Term> terms, double score) {
    Set<String> stems = new HashSet<>();
    terms.forEach(term -> stems.addAll(term.stems()));
    return new NameChoice(text, terms, stems, score);
  }

  NameChoice withScore(double other) {
    return new NameChoice(text, terms, stems, other);
  }

  private String keys() {
    StringBuilder keys = new StringBuilder();
    for (Term term : terms) {
      keys.append(keys.isEmpty() ? "" : " & ").append(term.use().key());
    }
    return keys.toString();
  }
}
