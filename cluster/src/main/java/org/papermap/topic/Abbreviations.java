package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Short forms that papers explain, as in "neural architecture search (NAS)". Both forms then count
/// as one phrase: the long one, or the short one where the long one holds a word that no phrase may
/// have, as `LLM` does.
final class Abbreviations {
  /// Words that a short form may stand for.
  private static final int LONGEST = 6;

  private final Map<String, Map<String, Integer>> longForms = new HashMap<>();
  private final Map<String, List<Word>> words = new HashMap<>();
  private final Map<String, List<Word>> chosen = new HashMap<>();
  private final Map<String, String> shortForms = new HashMap<>();

  /// Looks for explanations in these words.
  void read(List<Word> text) {
    for (int at = 1; at + 2 < text.size(); at++) {
      boolean bracketed = text.get(at).text().equals("(") && text.get(at + 2).text().equals(")");
      if (bracketed && isShortForm(text.get(at + 1).text())) {
        String letters = text.get(at + 1).key();
        // As in T2I, text-to-image.
        longForm(text, at, letters.replace('2', 't')).ifPresent(form -> remember(letters, form));
      }
    }
  }

  private void remember(String letters, List<Word> form) {
    String key = key(form);
    longForms.computeIfAbsent(letters, _ -> new HashMap<>()).merge(key, 1, Integer::sum);
    words.put(key, form);
  }

  /// The words before `end` whose initials are these letters.
  private static Optional<List<Word>> longForm(List<Word> text, int end, String letters) {
    StringBuilder initials = new StringBuilder();
    for (int start = end - 1; start >= 0 && end - start <= LONGEST; start--) {
      if (text.get(start).key().isEmpty()) {
        break;
      }
      StringBuilder ofWord = new StringBuilder();
      for (String part : text.get(start).key().split(" ", -1)) {
        ofWord.append(part.charAt(0));
      }
      initials.insert(0, ofWord);
      if (initials.toString().equals(letters)) {
        return Optional.of(List.copyOf(text.subList(start, end)));
      }
    }
    return Optional.empty();
  }

  private static boolean isShortForm(String text) {
    return text.length() >= 2
        && text.length() <= LONGEST + 1
        && text.chars().filter(Character::isUpperCase).count() >= 2;
  }

  /// What a short form most often stands for, or empty.
  ///
  /// @param key of the short form
  Optional<List<Word>> longForm(String key) {
    return Optional.ofNullable(chosen.get(key));
  }

  /// The short form of a long one, or empty.
  Optional<String> shortForm(String longKey) {
    return Optional.ofNullable(shortForms.get(longKey));
  }

  /// Settles what each short form stands for, when all text has been read.
  void settle() {
    for (String letters : new TreeSet<>(longForms.keySet())) {
      longForms.getOrDefault(letters, Map.of()).entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .ifPresent(form -> {
            chosen.put(letters, words.getOrDefault(form.getKey(), List.of()));
            shortForms.putIfAbsent(form.getKey(), letters);
          });
    }
  }

  /// The long forms that hold a word which no phrase may have, with their short forms.
  Map<String, String> onlyShort() {
    Map<String, String> found = new HashMap<>();
    shortForms.forEach((form, letters) -> {
      if (!words.getOrDefault(form, List.of()).stream().allMatch(Word::isContent)) {
        found.put(form, letters);
      }
    });
    return found;
  }

  static String key(List<Word> words) {
    List<String> keys = new ArrayList<>();
    for (Word word : words) {
      keys.add(word.key());
    }
    return String.join(" ", keys).toLowerCase(Locale.ROOT);
  }
}
