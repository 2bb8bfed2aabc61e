package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.math.DotProduct;

/// Chooses the phrases that describe a topic: heavy ones that do not say the same, by maximal
/// marginal relevance (Carbonell and Goldstein, doi:10.1145/290941.291025) over the places of the
/// phrases among the papers.
final class Keyphrases {
  /// The part that weight has in a choice; the rest goes to being unlike those chosen before.
  private static final double WEIGHT_PART = 0.7;

  private Keyphrases() {}

  /// At most `most` terms, in the order of their weight.
  ///
  /// @param terms heaviest first
  static List<Term> choose(List<Term> terms, PhraseVectors vectors, int most) {
    List<Term> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    // How like each term is to the chosen ones, at most.
    double[] likeness = new double[terms.size()];
    Term next = best(terms, said, likeness);
    while (next != null) {
      chosen.add(next);
      said.addAll(next.stems());
      if (chosen.size() == most) {
        break;
      }
      float[] direction = vectors.of(next.phrase());
      for (int i = 0; i < likeness.length; i++) {
        double like = DotProduct.of(vectors.of(terms.get(i).phrase()), direction);
        likeness[i] = Math.max(likeness[i], like);
      }
      next = best(terms, said, likeness);
    }
    chosen.sort(Comparator.comparingDouble((Term term) -> term.candidate().weight()).reversed());
    return chosen;
  }

  /// The term of most weight and least likeness that says what is not said.
  private static @Nullable Term best(List<Term> terms, Set<String> said, double[] likeness) {
    Term best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < likeness.length; i++) {
      Term term = terms.get(i);
      double weight = term.candidate().weight() / terms.getFirst().candidate().weight();
      double value = WEIGHT_PART * weight - (1 - WEIGHT_PART) * likeness[i];
      if (value > most && !said.containsAll(term.stems())) {
        best = term;
        most = value;
      }
    }
    return best;
  }
}
