package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import org.papermap.cluster.internal.phrase.Term;
import org.papermap.cluster.internal.text.Word;

/// Names sibling topics: each gets the best of its [NameCandidates] that breaks no rule of
/// [NameRules]. A name that two topics want goes to the one with the greater score.
public final class Namer {
  /// A factor for a single word that is in the name of a sibling.
  private static final double SHARES_WORDS = 0.5;

  /// A factor for a phrase that shares a word with the name of a sibling.
  private static final double SHARES_SOME_WORDS = 0.92;

  private static final int RUNNERS_UP = 4;

  private final NameRules rules;
  private final Set<String> given;

  /// @param rules the rules of the level
  /// @param given names that must not be given again, folded; new names are added
  public Namer(NameRules rules, Set<String> given) {
    this.rules = rules;
    this.given = given;
  }

  /// A name, its terms, and the terms that could have named the topic too.
  ///
  /// @param terms none where it is not of phrases
  public record Name(String text, List<Term> terms, List<Term> runnersUp) {
    private NameRules.Said said() {
      if (terms.isEmpty()) {
        Set<String> stems = Word.stems(text.toLowerCase(Locale.ROOT));
        return new NameRules.Said(stems, stems);
      }
      return NameCandidate.of(text, terms, 0).said();
    }
  }

  /// The best name for a topic at the time when its siblings had so many names.
  private record Offer(int topic, NameCandidate candidate, int given) {
    /// Best first, ties by topic.
    int compare(Offer other) {
      int order = Double.compare(other.candidate.score(), candidate.score());
      return order != 0 ? order : Integer.compare(topic, other.topic);
    }
  }

  /// The names given to siblings.
  ///
  /// @param names of each the stems, and the same with short forms spelled out
  /// @param said the stems of all names
  private record Taken(List<NameRules.Said> names, Set<String> said) {
    void add(NameRules.Said name) {
      names.add(name);
      said.addAll(name.stems());
    }
  }

  /// Names for topics, in their order. A topic without a fitting phrase has an empty name.
  ///
  /// @param candidates for each topic the names that it may get, best first
  /// @param beside names that siblings have already
  public List<Name> names(List<List<NameCandidate>> candidates, List<Name> beside) {
    Taken taken = new Taken(new ArrayList<>(), new HashSet<>());
    for (Name name : beside) {
      if (!name.text().isEmpty()) {
        taken.add(name.said());
      }
    }
    PriorityQueue<Offer> offers = new PriorityQueue<>(Offer::compare);
    for (int i = 0; i < candidates.size(); i++) {
      offers.add(new Offer(i, best(candidates.get(i), taken), taken.names().size()));
    }
    NameCandidate[] chosen = new NameCandidate[candidates.size()];
    while (!offers.isEmpty()) {
      Offer offer = offers.remove();
      int before = taken.names().size();
      if (offer.given() < before) {
        // Names given since can only lower scores, so no other offer need be renewed.
        offers.add(new Offer(offer.topic(), best(candidates.get(offer.topic()), taken), before));
      } else {
        chosen[offer.topic()] = offer.candidate();
        take(offer.candidate(), taken);
      }
    }
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      NameCandidate name = chosen[i];
      names.add(new Name(name.text(), name.terms(), runnersUp(candidates.get(i), name)));
    }
    return names;
  }

  private void take(NameCandidate candidate, Taken taken) {
    if (!candidate.terms().isEmpty()) {
      taken.add(candidate.said());
      given.add(NameRules.folded(candidate.text()));
    }
  }

  private static List<Term> runnersUp(List<NameCandidate> candidates, NameCandidate chosen) {
    List<Term> runners = new ArrayList<>();
    Set<String> said = new HashSet<>(chosen.said().stems());
    for (NameCandidate runner : candidates) {
      if (runners.size() < RUNNERS_UP
          && runner.terms().size() == 1
          && !chosen.terms().contains(runner.terms().getFirst())
          && !said.containsAll(runner.said().stems())) {
        runners.add(runner.terms().getFirst());
        said.addAll(runner.said().stems());
      }
    }
    return runners;
  }

  /// The best name that breaks no rule, with its score beside the given names.
  ///
  /// @param candidates best first
  private NameCandidate best(List<NameCandidate> candidates, Taken taken) {
    NameCandidate best = NameCandidate.NONE;
    for (NameCandidate candidate : candidates) {
      if (!best.terms().isEmpty() && candidate.score() <= best.score()) {
        break;
      }
      double score = candidate.score() * sharedWordsFactor(candidate, taken.said());
      boolean better = best.terms().isEmpty() || score > best.score();
      if (better
          && rules.broken(candidate.text(), candidate.terms(), taken.names(), given).isEmpty()) {
        best = candidate.withScore(score);
      }
    }
    return best;
  }

  /// A factor for a name that shares words with names of siblings: the geometric mean over its
  /// terms.
  private static double sharedWordsFactor(NameCandidate candidate, Set<String> said) {
    double factor = 1;
    for (Term term : candidate.terms()) {
      if (term.sharesStems(said)) {
        factor *= term.use().words() > 1 ? SHARES_SOME_WORDS : SHARES_WORDS;
      }
    }
    return candidate.terms().size() > 1 ? Math.sqrt(factor) : factor;
  }
}
