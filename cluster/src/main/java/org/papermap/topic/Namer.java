package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Names the topics that stand beside one another.
///
/// A name is the phrase with the best score that breaks no rule of [LabelLint]; where it tells of
/// few of the papers, a second one of the same subject comes after an `&`. The score is the product
/// of how many of the papers have the phrase, how much more often than elsewhere, whether people
/// put it into titles (*tokens* or *consistency* tell a topic from others as well as *quantization*
/// does, but nobody calls a paper by them), whether its papers lie where the topic lies, and
/// whether it has two or three words. The factors below were chosen by reading the names of the 91
/// papers in `data/`, of 9,868 papers on machine learning and of 6,250 of 25 arXiv categories.
final class Namer {
  /// By the number of words; the last for all longer ones.
  private static final double[] BY_WORDS = {1, 1, 1.5, 1.5, 1.15};

  /// The power of the share of papers: above 1/2, or rare phrases would win; below 1, or broad ones
  /// would.
  private static final double COVERAGE_POWER = 0.75;

  /// Of the papers that have a phrase in the abstract, so many have it in the title too.
  private static final double USUAL_TITLES = 0.3;

  private static final double LEAST_TITLES = 0.4;
  private static final double MOST_TITLES = 1.6;

  private static final double LEAST_CENTRAL = 0.1;

  /// A first phrase that this share of the papers has needs no second one beside it.
  private static final double TELLS_ALL = 0.4;

  /// The same for one of several words.
  private static final double TELLS_ENOUGH = 0.12;

  /// For a word that a topic beside it has in its name.
  private static final double SHARES_WORDS = 0.5;

  /// For a phrase that shares one of its words with the name of a topic beside it.
  private static final double SHARES_SOME_WORDS = 0.75;

  /// A second phrase scores at least this share of the first.
  private static final double SECOND_SCORE = 0.4;

  private static final double LEAST_SECOND_SCORE = 0.1;

  /// The second phrase comes first in a name if it has more papers by this factor.
  private static final double LEADS = 1.3;

  /// The least cosine, less what all papers have in common, at which two phrases are of one
  /// subject.
  private static final double RELATED = 0.25;

  /// Short forms that a smaller share of all papers uses, or that most papers spell out, are no
  /// good names.
  private static final double KNOWN_SHORT_FORM = 0.02;

  private static final double UNKNOWN_SHORT_FORM = 0.6;

  private static final int RUNNERS_UP = 4;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparing(scored -> scored.term().use().key());

  private final PhraseIndex index;
  private final PhraseVectors vectors;
  private final LabelLint lint = new LabelLint();
  private final Set<String> given;

  /// @param given names that must not be given again, in lower case; those given are added
  Namer(PhraseIndex index, PhraseVectors vectors, Set<String> given) {
    this.index = index;
    this.vectors = vectors;
    this.given = given;
  }

  /// A name and what it is made of.
  record Name(String text, List<Term> terms, List<Term> runnersUp) {}

  private record Choice(String text, List<Term> terms, double score) {
    Set<String> stems() {
      Set<String> stems = new HashSet<>();
      terms.forEach(term -> stems.addAll(term.stems()));
      return stems;
    }
  }

  /// A name for a topic, when the topics beside it had so many.
  private record Offer(int topic, Choice choice, int given) {}

  private record Scored(Term term, double score) {}

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

  /// What is known of a topic to be named.
  ///
  /// @param direction where its papers lie
  /// @param general whether broad phrases are wanted rather than precise ones
  /// @param fit a further factor of the score
  record Subject(
      List<Term> terms, float[] direction, boolean general, ToDoubleFunction<Term> fit) {}

  /// Names for all topics, in their order. A phrase that two could have goes to the one that it
  /// suits better. A topic without a fitting phrase has an empty name.
  List<Name> names(List<Subject> topics) {
    // Each topic's own, so that it does not matter which come first.
    List<List<Scored>> scored = topics.parallelStream().map(this::scored).toList();
    Taken taken = new Taken(new ArrayList<>(), new HashSet<>());
    PriorityQueue<Offer> offers =
        new PriorityQueue<>(
            Comparator.comparingDouble((Offer offer) -> offer.choice().score())
                .reversed()
                .thenComparingInt(Offer::topic));
    for (int i = 0; i < scored.size(); i++) {
      offers.add(new Offer(i, best(scored.get(i), taken), 0));
    }
    Choice[] chosen = new Choice[scored.size()];
    while (!offers.isEmpty()) {
      Offer offer = offers.remove();
      Choice choice = offer.choice();
      int given = taken.stems().size();
      if (offer.given() < given) {
        // Names given since can only have made it worse, so that no other need be looked at.
        offers.add(new Offer(offer.topic(), best(scored.get(offer.topic()), taken), given));
      } else {
        chosen[offer.topic()] = choice;
        take(choice, taken);
      }
    }
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      names.add(new Name(chosen[i].text(), chosen[i].terms(), runnersUp(scored.get(i), chosen[i])));
    }
    return names;
  }

  private void take(Choice choice, Taken taken) {
    if (!choice.terms().isEmpty()) {
      taken.add(choice.stems());
      given.add(choice.text().toLowerCase(Locale.ROOT));
    }
  }

  private static List<Term> runnersUp(List<Scored> scored, Choice chosen) {
    List<Term> runners = new ArrayList<>();
    Set<String> said = chosen.stems();
    for (Scored runner : scored) {
      Term term = runner.term();
      if (runners.size() < RUNNERS_UP
          && !chosen.terms().contains(term)
          && !said.containsAll(term.stems())) {
        runners.add(term);
        said.addAll(term.stems());
      }
    }
    return runners;
  }

  /// The terms of a topic, those of the best score first, ties by key.
  private List<Scored> scored(Subject topic) {
    List<Scored> scored = new ArrayList<>();
    for (Term term : topic.terms()) {
      scored.add(new Scored(term, score(term, topic)));
    }
    scored.sort(BEST_FIRST);
    return scored;
  }

  /// The same beside names that are given: a phrase that has one of their words scores less.
  private static List<Scored> beside(List<Scored> scored, Taken taken) {
    List<Scored> beside = new ArrayList<>();
    for (Scored alone : scored) {
      Term term = alone.term();
      double shared = term.use().words() > 1 ? SHARES_SOME_WORDS : SHARES_WORDS;
      beside.add(term.sharesStems(taken.said()) ? new Scored(term, alone.score() * shared) : alone);
    }
    beside.sort(BEST_FIRST);
    return beside;
  }

  /// The best name that breaks no rule.
  private Choice best(List<Scored> scored, Taken taken) {
    List<Scored> ranked = beside(scored, taken);
    for (Scored first : ranked) {
      Term term = first.term();
      Choice alone = new Choice(sentence(term.text()), List.of(term), first.score());
      List<String> broken = lint.broken(alone.text(), alone.terms(), taken.stems(), given);
      if (broken.isEmpty()) {
        double enough = term.use().words() > 1 ? TELLS_ENOUGH : TELLS_ALL;
        return term.contrast().coverage() >= enough
            ? alone
            : withSecond(alone, ranked, taken, SECOND_SCORE).orElse(alone);
      }
      if (broken.equals(List.of(LabelLint.GIVEN_ELSEWHERE))) {
        // As where an area is mostly its largest topic: a second phrase tells them apart.
        Optional<Choice> both = withSecond(alone, ranked, taken, LEAST_SECOND_SCORE);
        if (both.isPresent()) {
          return both.get();
        }
      }
    }
    return new Choice("", List.of(), 0);
  }

  /// The name with a second phrase that tells of papers which the first does not, if there is one
  /// of the same subject.
  ///
  /// @param least the share of the first one's score that it must have
  private Optional<Choice> withSecond(
      Choice alone, List<Scored> ranked, Taken taken, double least) {
    Term first = alone.terms().getFirst();
    Choice best = null;
    double bestGain = 0;
    for (Scored other : ranked) {
      if (other.score() < least * alone.score()) {
        break;
      }
      Term second = other.term();
      if (second.repeats(first) || !related(first, second)) {
        continue;
      }
      double gain = other.score() * Math.sqrt(newShare(first, second));
      boolean firstLeads = first.contrast().inside() * LEADS >= second.contrast().inside();
      List<Term> both = firstLeads ? List.of(first, second) : List.of(second, first);
      String name = sentence(both.getFirst().text()) + " & " + both.getLast().text();
      if (gain > bestGain && lint.broken(name, both, taken.stems(), given).isEmpty()) {
        best = new Choice(name, both, alone.score());
        bestGain = gain;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean related(Term first, Term second) {
    return PhraseVectors.cosine(vectors.of(first.phrase()), vectors.of(second.phrase())) >= RELATED;
  }

  /// The share of the second phrase's papers that have not the first.
  private double newShare(Term first, Term second) {
    int[] having = index.holders(second.phrase());
    int both = Coherence.common(index.holders(first.phrase()), having);
    return (double) (having.length - both) / having.length;
  }

  private double score(Term term, Subject topic) {
    double titles =
        (index.titles(term.phrase()) + 1.0) / (index.count(term.phrase()) + 1 / USUAL_TITLES);
    boolean known =
        !term.use().obscure()
            && (!Explanations.isShortForm(term.text())
                || index.count(term.phrase()) >= KNOWN_SHORT_FORM * index.papers());
    int words = Math.min(BY_WORDS.length - 1, term.use().words());
    return StrictMath.pow(term.contrast().sureCoverage(), topic.general() ? 1 : COVERAGE_POWER)
        * term.contrast().logLift()
        * (topic.general() ? 1 : BY_WORDS[words])
        * Math.clamp(titles / USUAL_TITLES, LEAST_TITLES, MOST_TITLES)
        * Math.max(
            LEAST_CENTRAL, PhraseVectors.cosine(vectors.of(term.phrase()), topic.direction()))
        * (known ? 1 : UNKNOWN_SHORT_FORM)
        * topic.fit().applyAsDouble(term);
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
