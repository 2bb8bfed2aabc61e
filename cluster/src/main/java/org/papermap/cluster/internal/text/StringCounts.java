package org.papermap.cluster.internal.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Counts of strings.
public final class StringCounts {
  private final Map<String, Integer> counts = new HashMap<>();

  public void add(String text, int times) {
    if (times > 0) {
      counts.merge(text, times, Integer::sum);
    }
  }

  /// The sum of all counts.
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The string with the greatest count; empty where there is none.
  ///
  /// @param ties the greatest by this order wins a tie
  public String most(Comparator<String> ties) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      int order = Integer.compare(entry.getValue(), most);
      if (order > 0 || (order == 0 && ties.compare(entry.getKey(), best) > 0)) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }
}
