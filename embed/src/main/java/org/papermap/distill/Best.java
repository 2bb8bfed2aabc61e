package org.papermap.distill;

import java.util.Arrays;
import java.util.List;

/// The rows with the highest scores.
final class Best {
  private Best() {}

  /// At most `k` rows, the best first; ties go to the lower row.
  static List<Integer> of(float[] scores, int k) {
    int[] rows = new int[Math.min(k, scores.length)];
    int found = 0;
    for (int row = 0; row < scores.length; row++) {
      if (found == rows.length && (found == 0 || scores[row] <= scores[rows[found - 1]])) {
        continue;
      }
      int place = found < rows.length ? found++ : found - 1;
      while (place > 0 && scores[row] > scores[rows[place - 1]]) {
        rows[place] = rows[--place];
      }
      rows[place] = row;
    }
    return Arrays.stream(rows).boxed().toList();
  }
}
