package org.papermap.cluster.internal.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.math.DotProduct;

/// Chooses the keyphrases of a topic by maximal marginal relevance (Carbonell and Goldstein,
/// doi:10.1145/290941.291025): phrases of great weight whose vectors are unlike those of the
/// phrases chosen before.
public final class MarginalRelevance {
  /// The part of the weight in a choice; the rest is the dissimilarity to phrases chosen before.
  private static final double LAMBDA = 0.7;

  private MarginalRelevance() {}

  /// At most `most` terms, in the order of their weight.
  ///
  /// @param terms heaviest first
  public static List<Term> choose(List<Term> terms, PhraseVectors vectors, int most) {
    List<Term> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    // The greatest similarity of each term to a chosen one.
    double[] similarity = new double[terms.size()];
    Term next = best(terms, said, similarity);
    while (next != null) {
      chosen.add(next);
      said.addAll(next.stems());
      if (chosen.size() == most) {
        break;
      }
      float[] direction = vectors.of(next.phrase());
      for (int i = 0; i < similarity.length; i++) {
        double like = DotProduct.of(vectors.of(terms.get(i).phrase()), direction);
        similarity[i] = Math.max(similarity[i], like);
      }
      next = best(terms, said, similarity);
    }
    chosen.sort(Comparator.comparingDouble((Term term) -> term.candidate().weight()).reversed());
    return chosen;
  }

  /// The term with the greatest marginal relevance whose stems are not all said.
  private static @Nullable Term best(List<Term> terms, Set<String> said, double[] similarity) {
    Term best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < similarity.length; i++) {
      Term term = terms.get(i);
      double weight = term.candidate().weight() / terms.getFirst().candidate().weight();
      double value = LAMBDA * weight - (1 - LAMBDA) * similarity[i];
      if (value > most && !said.containsAll(term.stems())) {
        best = term;
        most = value;
      }
    }
    return best;
  }
}
