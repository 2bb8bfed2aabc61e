package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.papermap.cluster.internal.phrase.Contrast;
import org.papermap.cluster.internal.phrase.PhraseIndex;
import org.papermap.cluster.internal.phrase.PhraseVectors;
import org.papermap.cluster.internal.phrase.Term;
import org.papermap.cluster.internal.text.AbbreviationDefinitions;
import org.papermap.math.DotProduct;

/// Scores the names that a topic may get: single terms, and pairs of terms of one subject with an
/// `&` between them. A pair counts in all papers that have either term. The score is a product of
/// coverage and lift (for an area the Dice coefficient), evenness over the topic's parts, use in
/// titles, similarity to the topic's papers, and a factor for the number of words.
///
/// The factors were chosen by reading the names of several corpora: `cluster/docs/naming.md`.
public final class NameCandidates {
  /// A factor by the number of words; the last for all longer phrases.
  private static final double[] BY_WORDS = {1, 1, 1.5, 1.5, 1.15};

  /// The power of the coverage. Rare phrases would win with 1/2 or less, broad ones with 1 or more.
  private static final double COVERAGE_POWER = 0.75;

  /// The power of the evenness. With 0.3, *3D Gaussian Splatting* lost to a pair of broader words.
  private static final double EVENNESS_POWER = 0.15;

  /// A phrase in a lesser share of the papers of a topic that is not divided is marked down.
  private static final double MANY = 0.25;

  /// The least ratio of a phrase's rate in a topic to its rate in the siblings. A phrase below it
  /// describes the area rather than the topic.
  private static final double STANDS_OUT = 1.35;

  /// The usual share of a phrase's papers that have it in the title.
  private static final double USUAL_TITLES = 0.3;

  private static final double LEAST_TITLES = 0.4;
  private static final double MOST_TITLES = 1.6;

  private static final double LEAST_CENTRAL = 0.1;

  /// A factor for a phrase whose papers lie nearer to a sibling of the topic.
  private static final double NEARER_ELSEWHERE = 0.6;

  /// A short form is known if this share of all papers or more has it.
  private static final double KNOWN_SHORT_FORM = 0.02;

  private static final double UNKNOWN_SHORT_FORM = 0.6;

  /// Pairs are made of this number of terms, the best.
  private static final int PAIRED = 14;

  /// The model is asked for the meaning of so many terms at most.
  private static final int LOOKED_AT = 20;

  /// The least share of the best score that a term has whose meaning is asked for.
  private static final double WORTH_A_LOOK = 0.1;

  /// A factor for names of two terms, which take longer to read.
  private static final double OF_TWO = 0.95;

  /// The least ratio of the papers of a pair to those of its more frequent term.
  private static final double ADDS = 1.2;

  /// The least number of papers that the second term adds.
  private static final int LEAST_ADDED = 2;

  /// In a topic of so many papers or more, each term of a pair is in at least this number of them:
  /// with two papers there were *Korean & sovereign*, *Biases & nuances*.
  private static final int MANY_PAPERS = 20;

  private static final int FEWEST_MENTIONS = 3;

  /// The least cosine of the [PhraseVectors] of two terms of one subject.
  private static final double RELATED = 0.25;

  /// The second term comes first in a name if it has more papers by this factor.
  private static final double LEADS = 1.3;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparing(scored -> scored.term().use().key());

  private final PhraseIndex index;
  private final PhraseVectors vectors;
  private final Subject topic;
  private final TopicParts parts;

  /// The terms that are more frequent in the topic than in its siblings, best first.
  private final List<Scored> terms;

  /// A topic to be named.
  ///
  /// @param terms that may describe it
  /// @param rows its papers
  /// @param parts the papers of each of its parts; none where it is not divided
  /// @param beside the papers of its siblings; none where it has none
  /// @param siblings the direction of each of them, see [PhraseVectors#direction]
  /// @param general whether broad phrases are preferred, as for an area
  public record Subject(
      List<Term> terms,
      int[] rows,
      List<int[]> parts,
      int[] beside,
      List<float[]> siblings,
      boolean general) {
    /// Whether it is a sub-topic, or a topic without any.
    boolean undivided() {
      return parts.isEmpty() && !general;
    }
  }

  /// @param suits the part of the score that does not depend on counts in the topic
  /// @param words the factor for the number of its words
  private record Scored(Term term, double suits, double words, double score) {}

  private NameCandidates(PhraseIndex index, PhraseVectors vectors, Subject topic) {
    this.index = index;
    this.vectors = vectors;
    this.topic = topic;
    this.parts = new TopicParts(topic, index.papers());
    this.terms = scored();
  }

  public static NameCandidates of(PhraseIndex index, PhraseVectors vectors, Subject topic) {
    return new NameCandidates(index, vectors, topic);
  }

  /// The phrases whose meaning is worth asking for: those that a factor for it could make the best.
  public List<String> phrases() {
    return terms.stream()
        .limit(LOOKED_AT)
        .filter(one -> one.score() >= WORTH_A_LOOK * terms.getFirst().score())
        .map(one -> shown(one.term()))
        .toList();
  }

  /// The names that the topic may get, best first, by counts alone.
  public List<NameCandidate> names() {
    return names(terms);
  }

  /// The names that the topic may get, best first.
  ///
  /// @param meanings of the [#phrases] of all topics
  public List<NameCandidate> names(NameMeanings meanings) {
    List<String> phrases = terms.stream().map(one -> shown(one.term())).toList();
    double[] factors = meanings.factors(phrases, topic, vectors);
    List<Scored> weighed = new ArrayList<>();
    for (int i = 0; i < factors.length; i++) {
      Scored one = terms.get(i);
      weighed.add(
          new Scored(one.term(), factors[i] * one.suits(), one.words(), factors[i] * one.score()));
    }
    weighed.sort(BEST_FIRST);
    return names(weighed);
  }

  private List<NameCandidate> names(List<Scored> terms) {
    List<NameCandidate> candidates = new ArrayList<>();
    for (Scored one : terms) {
      candidates.add(
          NameCandidate.of(sentence(shown(one.term())), List.of(one.term()), one.score()));
    }
    List<Scored> best = terms.subList(0, Math.min(PAIRED, terms.size()));
    List<int[]> postings = best.stream().map(one -> index.postings(one.term().phrase())).toList();
    for (int b = 1; b < best.size(); b++) {
      for (int a = 0; a < b; a++) {
        addPair(
            best.get(a), best.get(b), parts.count(postings.get(a), postings.get(b)), candidates);
      }
    }
    candidates.sort(NameCandidate.BEST_FIRST);
    return candidates;
  }

  private List<Scored> scored() {
    float[] direction = vectors.direction(topic.rows());
    List<Scored> scored = new ArrayList<>();
    for (Term term : topic.terms()) {
      TopicParts.Counts counts = parts.count(index.postings(term.phrase()));
      if (term.contrast().coverage() >= STANDS_OUT * counts.shareBeside()) {
        int words = Math.min(BY_WORDS.length - 1, term.use().words());
        double byWords = topic.general() ? 1 : BY_WORDS[words];
        double suits = suits(term, direction);
        double score =
            byWords
                * suits
                * fewFactor(term.contrast().coverage())
                * countScore(term.contrast(), counts);
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
        !shown(term).equals(term.text())
            || (!term.use().obscure()
                && (!AbbreviationDefinitions.isShortForm(term.text())
                    || index.count(term.phrase()) >= KNOWN_SHORT_FORM * index.papers()));
    float[] place = vectors.of(term.phrase());
    double central = DotProduct.of(place, direction);
    boolean nearerElsewhere =
        topic.siblings().stream().anyMatch(other -> DotProduct.of(place, other) > central);
    return Math.clamp(titles / USUAL_TITLES, LEAST_TITLES, MOST_TITLES)
        * Math.max(LEAST_CENTRAL, central)
        * (nearerElsewhere ? NEARER_ELSEWHERE : 1)
        * (known ? 1 : UNKNOWN_SHORT_FORM);
  }

  /// A factor, where the topic is not divided, for a phrase that few of its papers have; for a
  /// pair, its more frequent phrase counts, or a second, general word would make up for all others.
  private double fewFactor(double coverage) {
    return topic.undivided() ? Math.sqrt(Math.min(1, coverage / MANY)) : 1;
  }

  private double countScore(Contrast contrast, TopicParts.Counts counts) {
    return topic.general()
        ? contrast.dice() * counts.evenness()
        : StrictMath.pow(contrast.sureCoverage(), COVERAGE_POWER)
            * contrast.logLift()
            * StrictMath.pow(counts.evenness(), EVENNESS_POWER);
  }

  private void addPair(
      Scored one, Scored other, TopicParts.Counts counts, List<NameCandidate> candidates) {
    Term first = one.term();
    Term second = other.term();
    int most = Math.max(first.contrast().inside(), second.contrast().inside());
    int least = Math.min(first.contrast().inside(), second.contrast().inside());
    double related = DotProduct.of(vectors.of(first.phrase()), vectors.of(second.phrase()));
    if (counts.inside() < Math.max(ADDS * most, most + LEAST_ADDED)
        || (least < FEWEST_MENTIONS && topic.rows().length >= MANY_PAPERS)
        || !(related >= RELATED)
        || second.repeats(first)) {
      return;
    }
    double score =
        OF_TWO
            * Math.min(one.words(), other.words())
            * Math.sqrt(one.suits() * other.suits())
            // The fourth root weakens the effect of dissimilar phrases.
            * Math.sqrt(Math.sqrt(related))
            * fewFactor((double) most / topic.rows().length)
            * countScore(counts.contrast(), counts);
    boolean firstLeads = first.contrast().inside() * LEADS >= second.contrast().inside();
    List<Term> terms = firstLeads ? List.of(first, second) : List.of(second, first);
    String name = sentence(shown(terms.getFirst())) + " & " + shown(terms.getLast());
    if (name.length() > NameRules.LONGEST_NAME) {
      String shorter = sentence(terms.getFirst().text()) + " & " + terms.getLast().text();
      score *= shorter.equals(name) ? 1 : UNKNOWN_SHORT_FORM;
      name = shorter;
    }
    candidates.add(NameCandidate.of(name, terms, score));
  }

  /// The text of a term in a name, where short forms that are not known are spelled out if there is
  /// room for it.
  private static String shown(Term term) {
    String spelledOut = term.use().wholeSpelledOut();
    return spelledOut.isEmpty() || spelledOut.length() > NameRules.LONGEST_NAME
        ? term.text()
        : spelledOut;
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
