package org.papermap.cluster.internal.naming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.math.DotProduct;
import org.papermap.vectors.EmbeddingMatrix;

/// Weighs phrases by what they mean to the model that made the papers' vectors: *situ* and *reward
/// weights* are no nearer to the papers of their group than to others, however rarely those have
/// the words. Counts tell that of many papers, but hardly of five. How the factors were chosen:
/// `cluster/docs/naming.md`.
public final class NameMeanings {
  /// The factor, in a group of very few papers, for a phrase that is no nearer to them.
  private static final double LEAST = 0.2;

  /// A phrase that has this share of the greatest contrast weighs 1.
  private static final double ENOUGH = 0.7;

  /// Where no phrase has a contrast of so much, none is told from another.
  private static final double LEAST_CONTRAST = 0.02;

  /// The power of the factor in a group of very many papers, whose counts tell enough, and their
  /// number where it is half way to 1.
  private static final double LEAST_POWER = 0.15;

  private static final double HALF_WAY = 60;

  /// In a group of so many papers, nearer than to siblings counts as much as nearer than to all.
  private static final double AS_MUCH = 300;

  private final Map<String, float[]> vectors;

  private NameMeanings(Map<String, float[]> vectors) {
    this.vectors = vectors;
  }

  /// @param encoded the vector of each phrase, in their order
  public static NameMeanings of(List<String> phrases, EmbeddingMatrix encoded) {
    Map<String, float[]> vectors = new HashMap<>();
    for (int i = 0; i < phrases.size(); i++) {
      vectors.put(phrases.get(i), encoded.row(i));
    }
    return new NameMeanings(vectors);
  }

  /// A factor for each of the phrases of a group, from 0 to 1: 1 for those whose vectors contrast
  /// its papers with others about as well as the best. Phrases that are not known weigh as those
  /// that do not.
  ///
  /// @param papers of the group
  /// @param beside its contrast to its siblings
  /// @param elsewhere its contrast to all other papers
  double[] factors(List<String> phrases, int papers, float[] beside, float[] elsewhere) {
    double[] factors = new double[phrases.size()];
    double general = papers / (papers + AS_MUCH);
    double most = LEAST_CONTRAST;
    for (int i = 0; i < factors.length; i++) {
      float[] vector = vectors.get(phrases.get(i));
      factors[i] =
          vector == null
              ? 0
              : (1 - general) * DotProduct.of(vector, beside)
                  + general * DotProduct.of(vector, elsewhere);
      most = Math.max(most, factors[i]);
    }
    double power = LEAST_POWER + (1 - LEAST_POWER) * HALF_WAY / (HALF_WAY + papers);
    for (int i = 0; i < factors.length; i++) {
      double near = Math.clamp(factors[i] / (ENOUGH * most), 0, 1);
      factors[i] = StrictMath.pow(LEAST + (1 - LEAST) * near, power);
    }
    return factors;
  }
}
