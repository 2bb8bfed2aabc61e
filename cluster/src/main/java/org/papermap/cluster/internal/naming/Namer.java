package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import org.papermap.cluster.internal.phrase.Term;

/// Names the topics that stand beside one another: each by the best of its [NameCandidates] that
/// breaks no rule of [NameRules]. A phrase that two could have goes to the one that it suits
/// better.
public final class Namer {
  /// For a word that a topic beside it has in its name.
  private static final double SHARES_WORDS = 0.5;

  /// For a phrase that shares one of its words with the name of a topic beside it.
  private static final double SHARES_SOME_WORDS = 0.75;

  private static final int RUNNERS_UP = 4;

  private final NameRules lint;
  private final Set<String> given;

  /// @param lint the rules of the level
  /// @param given names that must not be given again, in lower case; those given are added
  public Namer(NameRules lint, Set<String> given) {
    this.lint = lint;
    this.given = given;
  }

  /// A name and what it is made of.
  public record Name(String text, List<Term> terms, List<Term> runnersUp) {}

  /// A name for a topic, when the topics beside it had so many.
  private record Offer(int topic, NameCandidate choice, int given) {
    /// Best first, ties by topic.
    int compare(Offer other) {
      int order = Double.compare(other.choice.score(), choice.score());
      return order != 0 ? order : Integer.compare(topic, other.topic);
    }
  }

  /// What the names given beside one another say.
  ///
  /// @param stems those of each name
  /// @param said the stems of them all
  private record Taken(List<Set<String>> stems, Set<String> said) {
    void add(Set<String> name) {
      stems.add(name);
      said.addAll(name);
    }
  }

  /// Names for topics, in their order. A topic without a fitting phrase has an empty name.
  ///
  /// @param choices for each topic what it could be called, best first
  /// @param beside names that others beside them have
  public List<Name> names(List<List<NameCandidate>> choices, List<Name> beside) {
    Taken taken = new Taken(new ArrayList<>(), new HashSet<>());
    for (Name name : beside) {
      if (!name.terms().isEmpty()) {
        taken.add(NameCandidate.of(name.text(), name.terms(), 0).stems());
      }
    }
    PriorityQueue<Offer> offers = new PriorityQueue<>(Offer::compare);
    for (int i = 0; i < choices.size(); i++) {
      offers.add(new Offer(i, best(choices.get(i), taken), taken.stems().size()));
    }
    NameCandidate[] chosen = new NameCandidate[choices.size()];
    while (!offers.isEmpty()) {
      Offer offer = offers.remove();
      int before = taken.stems().size();
      if (offer.given() < before) {
        // Names given since can only have made it worse, so that no other need be looked at.
        offers.add(new Offer(offer.topic(), best(choices.get(offer.topic()), taken), before));
      } else {
        chosen[offer.topic()] = offer.choice();
        take(offer.choice(), taken);
      }
    }
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      NameCandidate name = chosen[i];
      names.add(new Name(name.text(), name.terms(), runnersUp(choices.get(i), name)));
    }
    return names;
  }

  private void take(NameCandidate choice, Taken taken) {
    if (!choice.terms().isEmpty()) {
      taken.add(choice.stems());
      given.add(choice.text().toLowerCase(Locale.ROOT));
    }
  }

  private static List<Term> runnersUp(List<NameCandidate> choices, NameCandidate chosen) {
    List<Term> runners = new ArrayList<>();
    Set<String> said = new HashSet<>(chosen.stems());
    for (NameCandidate runner : choices) {
      if (runners.size() < RUNNERS_UP
          && runner.terms().size() == 1
          && !chosen.terms().contains(runner.terms().getFirst())
          && !said.containsAll(runner.stems())) {
        runners.add(runner.terms().getFirst());
        said.addAll(runner.stems());
      }
    }
    return runners;
  }

  /// The best name that breaks no rule, with its score beside the names that are given.
  ///
  /// @param choices best first
  private NameCandidate best(List<NameCandidate> choices, Taken taken) {
    NameCandidate best = NameCandidate.NONE;
    for (NameCandidate choice : choices) {
      if (!best.terms().isEmpty() && choice.score() <= best.score()) {
        break;
      }
      double score = choice.score() * alone(choice, taken.said());
      boolean better = best.terms().isEmpty() || score > best.score();
      if (better && lint.broken(choice.text(), choice.terms(), taken.stems(), given).isEmpty()) {
        best = choice.withScore(score);
      }
    }
    return best;
  }

  /// A factor for a name that has words of the names beside it: the geometric mean over its terms.
  private static double alone(NameCandidate choice, Set<String> said) {
    double factor = 1;
    for (Term term : choice.terms()) {
      if (term.sharesStems(said)) {
        factor *= term.use().words() > 1 ? SHARES_SOME_WORDS : SHARES_WORDS;
      }
    }
    return choice.terms().size() > 1 ? Math.sqrt(factor) : factor;
  }
}
