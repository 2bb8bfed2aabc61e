package org.papermap.cluster.internal.phrase;

import java.util.List;
import java.util.Set;

/// Tells English adjectives and adverbs from nouns, by their endings and by their use: *signal* and
/// *narrative* have plurals, *conversational* and *numerically* have none. Such a word alone names
/// nothing. Figures: `cluster/docs/naming.md`.
final class Adjectives {
  private static final List<String> ENDINGS =
      List.of("ly", "able", "ible", "ive", "ous", "less", "ful");

  /// Nouns with these endings may have no plural, as *retrieval*, but end noun phrases.
  private static final List<String> ENDINGS_OF_SOME_NOUNS = List.of("al", "ic");

  /// Nouns with these endings that hardly have a plural.
  private static final Set<String> NOUNS =
      Set.of(
          "anomaly",
          "arabic",
          "arithmetic",
          "assembly",
          "dispersal",
          "family",
          "logic",
          "magic",
          "monopoly",
          "music",
          "rhetoric",
          "supply",
          "survival",
          "traffic");

  /// Nouns have a greater share of plurals.
  static final double PLURALS = 0.05;

  private static final double ENDS_PHRASES = 0.6;

  private Adjectives() {}

  /// Whether a single word has a hyphen, and no *of*: *high-fidelity* and *3D-aware* mostly stand
  /// before nouns, *fine-tuning* and *chain-of-thought* are some.
  private static boolean isCompound(String key) {
    return key.indexOf(' ') > 0 && !key.contains(" of ");
  }

  /// @param key of a single word
  /// @param plurals how many of its occurrences are plurals
  static boolean isOne(String key, int plurals, PhraseTally tally) {
    if (plurals > PLURALS * tally.occurrences || NOUNS.contains(key)) {
      return false;
    }
    return ENDINGS.stream().anyMatch(key::endsWith)
        || (tally.endShare() < ENDS_PHRASES
            && (isCompound(key) || ENDINGS_OF_SOME_NOUNS.stream().anyMatch(key::endsWith)));
  }
}
