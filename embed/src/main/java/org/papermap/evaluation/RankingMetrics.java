package org.papermap.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Metrics of one ranking against people's judgments, as `trec_eval` defines them. Grades above 0
/// are relevant; papers that nobody has judged are not. Each metric is in [0, 1], and NaN where
/// nothing is relevant.
final class RankingMetrics {
  private RankingMetrics() {}

  /// Normalised discounted cumulative gain of the first `k` (Järvelin and Kekäläinen 2002,
  /// doi:10.1145/582415.582418): grades, each divided by log₂(rank + 1), as a share of what the
  /// best ranking would have.
  ///
  /// @param ranked ids, best first, each once
  /// @param grades by id
  static double ndcg(List<String> ranked, Map<String, Integer> grades, int k) {
    double gain = 0;
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      gain += discounted(Math.max(0, grades.getOrDefault(ranked.get(i), 0)), i);
    }
    List<Integer> best =
        grades.values().stream()
            .filter(grade -> grade > 0)
            .sorted(Comparator.reverseOrder())
            .limit(k)
            .toList();
    double most = 0;
    for (int i = 0; i < best.size(); i++) {
      most += discounted(best.get(i), i);
    }
    return gain / most;
  }

  private static double discounted(int grade, int index) {
    return grade * Math.log(2) / Math.log(index + 2);
  }

  /// The share of the relevant papers that are among the first `k`.
  static double recall(List<String> ranked, Map<String, Integer> grades, int k) {
    double found = ranked.stream().limit(k).filter(id -> grades.getOrDefault(id, 0) > 0).count();
    return found / relevant(grades);
  }

  /// The mean, over the relevant papers, of the precision at their ranks; 0 for those beyond the
  /// first `k`.
  static double averagePrecision(List<String> ranked, Map<String, Integer> grades, int k) {
    int found = 0;
    double sum = 0;
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      if (grades.getOrDefault(ranked.get(i), 0) > 0) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return sum / relevant(grades);
  }

  static long relevant(Map<String, Integer> grades) {
    return grades.values().stream().filter(grade -> grade > 0).count();
  }
}
