package org.papermap.corpus;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.papermap.files.ResourceText;

/// The names of months of `month-names.txt`.
final class MonthNames {
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    ResourceText.meanings(MonthNames.class, "month-names.txt")
        .forEach((name, month) -> MONTHS.put(bare(name), Integer.valueOf(month)));
  }

  private MonthNames() {}

  /// The month that the word names, from 1, or 0.
  static int number(String word) {
    return MONTHS.getOrDefault(bare(word), 0);
  }

  /// The word in small letters and without marks on them.
  static String bare(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
