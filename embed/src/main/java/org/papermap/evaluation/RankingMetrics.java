package org.papermap.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How good one ranking is, given what people have judged relevant; as `trec_eval` counts. Grades
/// above 0 are relevant; what nobody has judged is not. Each is in [0, 1], and NaN where nothing is
/// relevant, since no ranking is good or bad then.
public final class RankingMetrics {
  private RankingMetrics() {}

  /// Normalised discounted cumulative gain of the first `k` (Järvelin and Kekäläinen 2002,
  /// doi:10.1145/582415.582418): grades, each divided by log₂(rank + 1), as a share of what the
  /// best ranking would have.
  ///
  /// @param ranked ids, best first, each once
  /// @param grades by id
  public static double ndcg(List<String> ranked, Map<String, Integer> grades, int k) {
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

  /// The share of what is relevant that is among the first `k`.
  public static double recall(List<String> ranked, Map<String, Integer> grades, int k) {
    double found = ranked.stream().limit(k).filter(id -> grades.getOrDefault(id, 0) > 0).count();
    return found / relevant(grades);
  }

  /// The mean, over all that is relevant, of the precision at its rank; 0 for what is not among the
  /// first `k`.
  public static double averagePrecision(List<String> ranked, Map<String, Integer> grades, int k) {
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
