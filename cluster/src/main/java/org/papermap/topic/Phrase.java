package org.papermap.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/// One to three words that stand together somewhere in a corpus, with how often they do and how
/// they are written. Counts grow while a [PhraseIndex] is made.
final class Phrase {
  /// The least share of its occurrences at which a noun phrase ends.
  private static final double ENDS_PHRASES = 0.25;

  private final int id;
  private final String key;
  private final int words;
  private final boolean tellsSubject;
  private final Map<String, Integer> forms = new HashMap<>();
  private final Map<String, Integer> written = new HashMap<>();
  private boolean inTitle;
  private boolean abbreviates;
  private int ended;
  private int wentOn;

  /// @param key the keys of its words, parted by spaces
  /// @param words how many words it has, `of` not counted
  /// @param tellsSubject whether one of them is more than a general word
  Phrase(int id, String key, int words, boolean tellsSubject) {
    this.id = id;
    this.key = key;
    this.words = words;
    this.tellsSubject = tellsSubject;
  }

  int id() {
    return id;
  }

  String key() {
    return key;
  }

  int words() {
    return words;
  }

  /// The stems of its words, hyphened ones in parts: what two phrases share when they say the same.
  Set<String> stems() {
    return stems(key);
  }

  /// @param text as it is written here
  /// @param next the word after it
  void occurs(String text, Word next) {
    if (next.isContent()) {
      wentOn++;
      return;
    }
    // Before another noun a plural loses its ending, so only the last words of phrases count.
    forms.merge(text.toLowerCase(Locale.ROOT), 1, Integer::sum);
    if (next.ends()) {
      ended++;
    }
  }

  /// Notes that a title of the corpus has it.
  void inTitle() {
    inTitle = true;
  }

  /// Notes that it is short for another phrase, which speaks for both.
  void abbreviates() {
    abbreviates = true;
  }

  /// Whether it can tell people what a topic is about. It ends noun phrases, as nouns do, and
  /// adjectives (`low-rank`) and fragments (`convolutional neural`) hardly ever; one of its words
  /// is more than a general one; a single word is in some title of the corpus; and it is not short
  /// for another phrase.
  boolean tells() {
    return tellsSubject && !abbreviates && (words > 1 || inTitle) && endShare() >= ENDS_PHRASES;
  }

  /// Counts a way of writing in running text, where capitals mean something.
  void written(String text) {
    written.merge(text, 1, Integer::sum);
  }

  private double endShare() {
    return ended == 0 ? 0 : (double) ended / (ended + wentOn);
  }

  /// How running text writes the phrase, if it does so with a capital in each word more often than
  /// not: a name, such as `Stable Diffusion`.
  Optional<String> name() {
    Map<Boolean, Integer> votes = new HashMap<>();
    written.forEach((text, count) -> votes.merge(isName(text), count, Integer::sum));
    if (votes.getOrDefault(true, 0) <= votes.getOrDefault(false, 0)) {
      return Optional.empty();
    }
    return written.entrySet().stream()
        .filter(entry -> isName(entry.getKey()))
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static boolean isName(String text) {
    for (String word : text.split(" ", -1)) {
      if (!Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /// The most frequent way to write it, in lower case; ties to the longer, then by letters.
  String form() {
    return forms.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparingInt(entry -> entry.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(key);
  }

  /// The keys of all shorter phrases within this one.
  List<String> parts() {
    String[] words = key.split(" ", -1);
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < words.length; from++) {
      for (int to = from + 1; to <= words.length; to++) {
        if (to - from < words.length) {
          parts.add(String.join(" ", Arrays.asList(words).subList(from, to)));
        }
      }
    }
    return parts;
  }

  private static Set<String> stems(String key) {
    EnglishStemmer stemmer = new EnglishStemmer();
    Set<String> stems = new LinkedHashSet<>();
    for (String part : key.split(" ", -1)) {
      stemmer.setCurrent(part);
      stemmer.stem();
      if (!part.equals("of") && !part.equals("to")) {
        stems.add(stemmer.getCurrent());
      }
    }
    return stems;
  }

  @Override
  public String toString() {
    return key;
  }
}
