package org.papermap.topic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses the phrases that describe a topic: heavy ones that do not say the same, by maximal
/// marginal relevance (Carbonell and Goldstein, doi:10.1145/290941.291025) over the places of the
/// phrases among the papers.
final class Keyphrases {
  /// The part that weight has in a choice; the rest goes to being unlike those chosen before.
  private static final double WEIGHT_PART = 0.7;

  private Keyphrases() {}

  /// At most `most` terms, in the order of their weight.
  static List<Term> choose(List<Term> terms, PhraseVectors vectors, int most) {
    List<Term> left = new ArrayList<>(terms);
    List<Term> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    double heaviest = terms.stream().mapToDouble(it -> it.candidate().weight()).max().orElse(1);
    while (chosen.size() < most) {
      left.removeIf(term -> said.containsAll(term.stems()));
      Term best = null;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (Term term : left) {
        double likeness = 0;
        for (Term other : chosen) {
          float[] direction = vectors.of(other.phrase());
          likeness = Math.max(likeness, PhraseVectors.cosine(vectors.of(term.phrase()), direction));
        }
        double weight = term.candidate().weight() / heaviest;
        double value = WEIGHT_PART * weight - (1 - WEIGHT_PART) * likeness;
        if (value > bestValue) {
          best = term;
          bestValue = value;
        }
      }
      if (best == null) {
        break;
      }
      left.remove(best);
      chosen.add(best);
      said.addAll(best.stems());
    }
    chosen.sort((a, b) -> Double.compare(b.candidate().weight(), a.candidate().weight()));
    return chosen;
  }
}
