package org.papermap.distill;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The rows with the highest scores.
final class Best {
  private Best() {}

  /// At most `k` rows, the best first; ties go to the lower row.
  static List<Integer> of(double[] scores, int k) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> -scores[row]))
        .limit(k)
        .toList();
  }
}
