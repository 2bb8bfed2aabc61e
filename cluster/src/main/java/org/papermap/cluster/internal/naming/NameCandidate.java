package org.papermap.cluster.internal.naming;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.papermap.cluster.internal.phrase.Term;

/// A name that a topic may get.
///
/// @param terms the one or two terms that it is made of; none for no name
/// @param said the stems of all terms
/// @param score for the topic, 0 or more
public record NameCandidate(String text, List<Term> terms, NameRules.Said said, double score) {
  static final NameCandidate NONE =
      new NameCandidate("", List.of(), new NameRules.Said(Set.of(), Set.of()), 0);

  /// Ties by the keys of the terms.
  static final Comparator<NameCandidate> BEST_FIRST =
      Comparator.comparingDouble(NameCandidate::score)
          .reversed()
          .thenComparing(NameCandidate::keys);

  static NameCandidate of(String text, List<Term> terms, double score) {
    return new NameCandidate(text, terms, NameRules.Said.of(terms), score);
  }

  NameCandidate withScore(double other) {
    return new NameCandidate(text, terms, said, other);
  }

  private String keys() {
    StringBuilder keys = new StringBuilder();
    for (Term term : terms) {
      keys.append(keys.isEmpty() ? "" : " & ").append(term.use().key());
    }
    return keys.toString();
  }
}
