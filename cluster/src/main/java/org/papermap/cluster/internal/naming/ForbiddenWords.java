package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The reader's own stop words: words and phrases that no name or keyphrase may have, in the
/// singular and the plural alike.
public final class ForbiddenWords {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Each with a blank before, between and after its words.
  private final List<String> phrases;

  private ForbiddenWords(List<String> phrases) {
    this.phrases = phrases;
  }

  public static ForbiddenWords of(Set<String> words) {
    List<String> phrases = new ArrayList<>();
    for (String word : words) {
      String folded = folded(word);
      if (!folded.isBlank()) {
        phrases.add(folded);
      }
    }
    return new ForbiddenWords(List.copyOf(phrases));
  }

  /// Whether a text has one of the words.
  public boolean forbids(String text) {
    if (phrases.isEmpty()) {
      return false;
    }
    String folded = folded(text);
    return phrases.stream().anyMatch(folded::contains);
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(" ");
    for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty()) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        folded.append(plural ? word.substring(0, word.length() - 1) : word).append(' ');
      }
    }
    return folded.toString();
  }
}
