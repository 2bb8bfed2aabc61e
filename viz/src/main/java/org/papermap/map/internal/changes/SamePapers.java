package org.papermap.map.internal.changes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Which papers of two maps are the same: those of one id, and of the others those of one title, as
/// another program's export has other ids for them.
public final class SamePapers {
  /// Shorter titles, "Editorial" say, are those of several papers.
  private static final int SHORTEST_TITLE = 20;

  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// A title that several papers have.
  private static final int SEVERAL = -2;

  private SamePapers() {}

  /// A paper as far as it is compared.
  public record Named(String id, String title) {}

  /// Of each later paper the row of the earlier one that it is, or −1.
  public static int[] rows(List<Named> earlier, List<Named> later) {
    Map<String, Integer> ids = new HashMap<>();
    for (int row = 0; row < earlier.size(); row++) {
      ids.put(earlier.get(row).id(), row);
    }
    int[] rows = later.stream().mapToInt(it -> ids.getOrDefault(it.id(), -1)).toArray();
    boolean[] taken = new boolean[earlier.size()];
    Arrays.stream(rows).filter(row -> row >= 0).forEach(row -> taken[row] = true);
    Map<String, Integer> before = titles(earlier, row -> !taken[row]);
    Map<String, Integer> now = titles(later, row -> rows[row] < 0);
    now.forEach((title, row) -> {
      int same = before.getOrDefault(title, -1);
      if (row >= 0 && same >= 0) {
        rows[row] = same;
      }
    });
    return rows;
  }

  /// The rows of titles, [#SEVERAL] where more than one paper has it.
  private static Map<String, Integer> titles(List<Named> papers, IntPredicate asked) {
    Map<String, Integer> titles = new HashMap<>();
    for (int row = 0; row < papers.size(); row++) {
      if (asked.test(row)) {
        String title = NO_WORDS.matcher(papers.get(row).title()).replaceAll(" ").strip();
        if (title.length() >= SHORTEST_TITLE) {
          titles.merge(title.toLowerCase(Locale.ROOT), row, (_, _) -> SEVERAL);
        }
      }
    }
    return titles;
  }
}
