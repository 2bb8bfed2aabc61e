package org.papermap.embed.internal.formats;

import java.util.Locale;

/// The labels of a structured abstract, as they stand before its parts.
public final class SectionLabels {
  /// Shorter capitals are abbreviations.
  private static final int SHORTEST_WORD = 4;

  private SectionLabels() {}

  /// The label without a colon at its end, and in sentence case if it is all capitals: `BACKGROUND
  /// AND AIMS:` becomes `Background and aims`.
  public static String sentenceCase(String label) {
    String bare = label.strip();
    while (!bare.isEmpty() && ".:-–—".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
      bare = bare.substring(0, bare.length() - 1).strip();
    }
    boolean shouts =
        bare.length() >= SHORTEST_WORD
            && bare.equals(bare.toUpperCase(Locale.ROOT))
            && bare.codePoints().anyMatch(Character::isUpperCase);
    return shouts ? bare.charAt(0) + bare.substring(1).toLowerCase(Locale.ROOT) : bare;
  }
}
