package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.papermap.math.DotProduct;

/// Chooses papers one by one, each near to the question and dissimilar to those chosen before:
/// maximal marginal relevance (Carbonell and Goldstein 1998, doi:10.1145/290941.291025).
record Diversity(Engine engine, Query query) {
  /// @param candidates best first
  List<Scored> choose(List<Scored> candidates) throws IOException {
    double[] relevance = relevance(candidates);
    float[][] vectors = new float[candidates.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = engine.vector(candidates.get(i).hit().doc());
    }
    double[] similarity = new double[vectors.length];
    boolean[] chosen = new boolean[vectors.length];
    List<Scored> choice = new ArrayList<>();
    while (choice.size() < Math.min(query.k(), vectors.length)) {
      int next = best(relevance, similarity, chosen);
      for (int i = 0; i < vectors.length; i++) {
        double cosine = DotProduct.of(vectors[i], vectors[next]);
        similarity[i] = choice.isEmpty() ? cosine : Math.max(similarity[i], cosine);
      }
      chosen[next] = true;
      choice.add(candidates.get(next));
    }
    return choice;
  }

  private int best(double[] relevance, double[] similarity, boolean[] chosen) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < relevance.length; i++) {
      double worth = (1 - query.diversity()) * relevance[i] - query.diversity() * similarity[i];
      if (!chosen[i] && worth > most) {
        best = i;
        most = worth;
      }
    }
    return best;
  }

  /// Relevance on the scale of a cosine: the cosine itself, or the score scaled to [0, 1].
  private double[] relevance(List<Scored> candidates) {
    double[] scores = candidates.stream().mapToDouble(it -> it.hit().score()).toArray();
    if (query.mode() == SearchMode.SEMANTIC || scores.length == 0) {
      return scores;
    }
    double least = Arrays.stream(scores).min().orElseThrow();
    double range = Arrays.stream(scores).max().orElseThrow() - least;
    return Arrays.stream(scores).map(score -> range > 0 ? (score - least) / range : 1).toArray();
  }
}
