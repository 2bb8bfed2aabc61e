package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.papermap.math.DotProduct;

/// The names that a topic could have, and how well each suits it.
///
/// A name is a phrase, or two of one subject with an `&` between them, which count as one that the
/// papers of both have. The score is the product of
///
/// - how many of the papers have it and how much more often than elsewhere; for an area, whose name
///   is to be general, the Dice coefficient of its papers and those that have it,
/// - how evenly it lies over what the topic is divided into, so that a part does not stand for the
///   whole,
/// - whether people put it into titles (*tokens* or *consistency* tell a topic from others as well
///   as *quantization* does, but nobody calls a paper by them),
/// - whether its papers lie where the topic lies,
/// - whether it has two or three words.
///
/// The factors below were chosen by reading the names of the 91 papers in `data/`, of 9,868 papers
/// on machine learning, of 6,250 of 25 arXiv categories, and of eight samples of 300 to 1,100 of
/// them.
final class NameChoices {
  /// By the number of words; the last for all longer ones.
  private static final double[] BY_WORDS = {1, 1, 1.5, 1.5, 1.15};

  /// The power of the share of papers: above 1/2, or rare phrases would win; below 1, or broad ones
  /// would.
  private static final double COVERAGE_POWER = 0.75;

  /// The power of the evenness in the score of a topic. With 0.3, *3D Gaussian Splatting* and
  /// *search agents* gave way to pairs of broader words.
  private static final double EVENNESS_POWER = 0.15;

  /// What a part of a group is named by is more frequent in it than in the other parts by this
  /// factor; else it tells of the group. Of *agents* many topics on agents tell.
  private static final double STANDS_OUT = 1.35;

  /// Of the papers that have a phrase in the abstract, so many have it in the title too.
  private static final double USUAL_TITLES = 0.3;

  private static final double LEAST_TITLES = 0.4;
  private static final double MOST_TITLES = 1.6;

  private static final double LEAST_CENTRAL = 0.1;

  /// Short forms that a smaller share of all papers uses, or that most papers spell out, are no
  /// good names.
  private static final double KNOWN_SHORT_FORM = 0.02;

  private static final double UNKNOWN_SHORT_FORM = 0.6;

  /// Pairs are made of so many phrases, the best.
  private static final int PAIRED = 14;

  /// A name of two phrases is longer to read than one of one.
  private static final double OF_TWO = 0.95;

  /// The second phrase of a name makes it tell of more papers by this factor, or is left out.
  private static final double ADDS = 1.2;

  /// And by so many papers: in a topic of five, one paper more is chance.
  private static final int LEAST_ADDED = 2;

  /// The least cosine, less what all papers have in common, at which two phrases are of one
  /// subject.
  private static final double RELATED = 0.25;

  /// The second phrase comes first in a name if it has more papers by this factor.
  private static final double LEADS = 1.3;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparing(scored -> scored.term().use().key());

  private final PhraseIndex index;
  private final PhraseVectors vectors;
  private final Subject topic;
  private final Place place;

  /// What is known of a topic to be named.
  ///
  /// @param terms those that may tell it
  /// @param rows its papers
  /// @param parts the papers of what it is divided into; none where it is not
  /// @param beside the other papers of the group that it is a part of; none where it is of none
  /// @param general whether broad phrases are wanted rather than precise ones, as for an area
  record Subject(List<Term> terms, int[] rows, List<int[]> parts, int[] beside, boolean general) {}

  /// @param suits how well it would name the topic, but for the papers that have it
  /// @param words a factor for the number of its words
  private record Scored(Term term, double suits, double words, double score) {}

  private NameChoices(PhraseIndex index, PhraseVectors vectors, Subject topic) {
    this.index = index;
    this.vectors = vectors;
    this.topic = topic;
    this.place = new Place(topic, index.papers());
  }

  /// All that a topic could be called, best first.
  static List<NameChoice> of(PhraseIndex index, PhraseVectors vectors, Subject topic) {
    return new NameChoices(index, vectors, topic).all();
  }

  private List<NameChoice> all() {
    List<Scored> terms = scored();
    List<NameChoice> choices = new ArrayList<>();
    for (Scored one : terms) {
      choices.add(NameChoice.of(sentence(one.term().text()), List.of(one.term()), one.score()));
    }
    List<Scored> best = terms.subList(0, Math.min(PAIRED, terms.size()));
    List<int[]> holders = best.stream().map(one -> index.holders(one.term().phrase())).toList();
    for (int b = 1; b < best.size(); b++) {
      for (int a = 0; a < b; a++) {
        addPair(best.get(a), best.get(b), place.count(holders.get(a), holders.get(b)), choices);
      }
    }
    choices.sort(NameChoice.BEST_FIRST);
    return choices;
  }

  /// The terms that stand out in the topic, those of the best score first.
  private List<Scored> scored() {
    float[] direction = vectors.direction(topic.rows());
    List<Scored> scored = new ArrayList<>();
    for (Term term : topic.terms()) {
      Place.Counts counts = place.count(index.holders(term.phrase()));
      if (term.contrast().coverage() >= STANDS_OUT * counts.shareBeside()) {
        int words = Math.min(BY_WORDS.length - 1, term.use().words());
        double byWords = topic.general() ? 1 : BY_WORDS[words];
        double suits = suits(term, direction);
        double score = byWords * suits * tells(term.contrast(), counts);
        scored.add(new Scored(term, suits, byWords, score));
      }
    }
    scored.sort(BEST_FIRST);
    return scored;
  }

  private double suits(Term term, float[] direction) {
    double titles =
        (index.titles(term.phrase()) + 1.0) / (index.count(term.phrase()) + 1 / USUAL_TITLES);
    boolean known =
        !term.use().obscure()
            && (!Explanations.isShortForm(term.text())
                || index.count(term.phrase()) >= KNOWN_SHORT_FORM * index.papers());
    return Math.clamp(titles / USUAL_TITLES, LEAST_TITLES, MOST_TITLES)
        * Math.max(LEAST_CENTRAL, DotProduct.of(vectors.of(term.phrase()), direction))
        * (known ? 1 : UNKNOWN_SHORT_FORM);
  }

  private double tells(Contrast contrast, Place.Counts counts) {
    return topic.general()
        ? contrast.dice() * counts.evenness()
        : StrictMath.pow(contrast.sureCoverage(), COVERAGE_POWER)
            * contrast.logLift()
            * StrictMath.pow(counts.evenness(), EVENNESS_POWER);
  }

  private void addPair(Scored one, Scored other, Place.Counts counts, List<NameChoice> choices) {
    Term first = one.term();
    Term second = other.term();
    int most = Math.max(first.contrast().inside(), second.contrast().inside());
    double related = DotProduct.of(vectors.of(first.phrase()), vectors.of(second.phrase()));
    if (counts.inside() < Math.max(ADDS * most, most + LEAST_ADDED)
        || !(related >= RELATED)
        || second.repeats(first)) {
      return;
    }
    double score =
        OF_TWO
            * Math.min(one.words(), other.words())
            * Math.sqrt(one.suits() * other.suits())
            // The fourth root: unlike phrases are the worse pair, but not by as much as they are
            // unlike.
            * Math.sqrt(Math.sqrt(related))
            * tells(counts.contrast(), counts);
    boolean firstLeads = first.contrast().inside() * LEADS >= second.contrast().inside();
    List<Term> terms = firstLeads ? List.of(first, second) : List.of(second, first);
    String name = sentence(terms.getFirst().text()) + " & " + terms.getLast().text();
    choices.add(NameChoice.of(name, terms, score));
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
