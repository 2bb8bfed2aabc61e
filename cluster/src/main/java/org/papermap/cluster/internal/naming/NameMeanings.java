package org.papermap.cluster.internal.naming;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.cluster.internal.phrase.PhraseVectors;
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
  private static final double ENOUGH_CONTRAST = 0.7;

  /// The same, in a group that is not divided, for the mean cosine with its papers, and for the
  /// separation from its siblings.
  private static final double ENOUGH = 0.8;

  private static final double LEAST_CLOSENESS = 0.05;

  private static final double CLOSENESS_POWER = 1.5;

  private static final double SEPARATION_POWER = 1.5;

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

  /// A factor for each of the phrases of a group, from 0 to 1: 1 for those whose vectors tell its
  /// papers from others about as well as the best, and are as near to them. Phrases that are not
  /// known weigh as those that do not.
  ///
  /// @param papers the vectors of the papers
  double[] factors(List<String> phrases, NameCandidates.Subject group, PhraseVectors papers) {
    int[] rows = group.rows();
    double[] factors = new double[phrases.size()];
    Arrays.fill(factors, 1);
    double power = LEAST_POWER + (1 - LEAST_POWER) * HALF_WAY / (HALF_WAY + rows.length);
    weigh(factors, contrasts(phrases, group, papers), LEAST_CONTRAST, ENOUGH_CONTRAST, power);
    if (group.undivided()) {
      int[] others = group.beside().length > 0 ? group.beside() : papers.others(rows);
      double[] closeness = new double[factors.length];
      double[] separation = new double[factors.length];
      for (int i = 0; i < factors.length; i++) {
        float[] vector = vectors.get(phrases.get(i));
        if (vector != null) {
          double[] inside = papers.cosines(vector, rows);
          closeness[i] = Arrays.stream(inside).average().orElse(0);
          separation[i] = separation(inside, papers.cosines(vector, others));
        }
      }
      weigh(factors, closeness, LEAST_CLOSENESS, ENOUGH, CLOSENESS_POWER);
      weigh(factors, separation, LEAST_CONTRAST, ENOUGH, SEPARATION_POWER * power);
    }
    return factors;
  }

  /// The mean cosines with the group's papers less those with its siblings' and with all others'.
  private double[] contrasts(
      List<String> phrases, NameCandidates.Subject group, PhraseVectors papers) {
    float[] beside = papers.contrast(group.rows(), group.beside());
    float[] elsewhere = papers.contrast(group.rows(), new int[0]);
    double general = group.rows().length / (group.rows().length + AS_MUCH);
    double[] contrasts = new double[phrases.size()];
    for (int i = 0; i < contrasts.length; i++) {
      float[] vector = vectors.get(phrases.get(i));
      contrasts[i] =
          vector == null
              ? 0
              : (1 - general) * DotProduct.of(vector, beside)
                  + general * DotProduct.of(vector, elsewhere);
    }
    return contrasts;
  }

  /// How far the share of pairs in which the paper of the group is nearer exceeds one half: 1 for
  /// all pairs, 0 for half of them or fewer.
  private static double separation(double[] inside, double[] outside) {
    Arrays.sort(outside);
    double nearer = 0;
    for (double cosine : inside) {
      int at = Arrays.binarySearch(outside, cosine);
      nearer += at < 0 ? -at - 1 : at;
    }
    return Math.max(0, 2 * nearer / Math.max(1.0, (double) inside.length * outside.length) - 1);
  }

  /// Multiplies factors by how great each value is beside the greatest.
  ///
  /// @param least the greatest value counts as so much at least
  /// @param enough the share of the greatest from which on a value counts as the greatest
  private static void weigh(
      double[] factors, double[] values, double least, double enough, double power) {
    double most = Math.max(least, Arrays.stream(values).max().orElse(0));
    for (int i = 0; i < factors.length; i++) {
      double near = Math.clamp(values[i] / (enough * most), 0, 1);
      factors[i] *= StrictMath.pow(LEAST + (1 - LEAST) * near, power);
    }
  }
}
