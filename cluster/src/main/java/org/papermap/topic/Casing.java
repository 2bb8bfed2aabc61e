package org.papermap.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which words are written with capitals. Running text decides, where only names and abbreviations
/// have them; the first word of a sentence says nothing, and titles only about words that have a
/// capital or a digit inside.
final class Casing {
  private final Map<String, Map<String, Integer>> written = new HashMap<>();

  /// Counts the words of an abstract.
  void readText(List<Word> words) {
    boolean first = true;
    for (Word word : words) {
      if (!word.text().isEmpty() && (!first || hasInnerCapital(word.text()))) {
        count(word.text());
      }
      first = word.kind() == Word.Kind.BREAK;
    }
  }

  /// Counts the words of a title.
  void readTitle(List<Word> words) {
    for (Word word : words) {
      if (hasInnerCapital(word.text())) {
        count(word.text());
      }
    }
  }

  private void count(String text) {
    // Parts of hyphened words are counted too: "Self-Attention" and "self-attention" vote together.
    written
        .computeIfAbsent(text.toLowerCase(Locale.ROOT), _ -> new HashMap<>())
        .merge(text, 1, Integer::sum);
  }

  /// A phrase as people write it.
  ///
  /// @param form in lower case, words parted by spaces
  String of(String form) {
    StringBuilder cased = new StringBuilder();
    for (String word : form.split(" ", -1)) {
      cased.append(cased.isEmpty() ? "" : " ").append(word(word));
    }
    return cased.toString();
  }

  private String word(String lower) {
    return written.getOrDefault(lower, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                // Lower case wins a tie: small letters sort after capitals.
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(lower);
  }

  private static boolean hasInnerCapital(String text) {
    for (String part : text.split("-", -1)) {
      boolean digit = part.chars().anyMatch(Character::isDigit);
      boolean inner = part.chars().skip(1).anyMatch(Character::isUpperCase);
      if (inner || digit) {
        return true;
      }
    }
    return false;
  }
}
