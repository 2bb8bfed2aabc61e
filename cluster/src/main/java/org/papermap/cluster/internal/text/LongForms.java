package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds long forms in texts. Words are compared by the numbers of their hyphenated parts, so that
/// "vision-language model" and "vision language model" are one, and quickly, as every word of every
/// text is looked up.
final class LongForms {
  private static final int[] NONE = {};

  /// A part that is in no form.
  private static final int OTHER = -1;

  /// The parts of each word, by its number; none for a break, and for a word in no form.
  private final int[][] parts;

  /// The forms that begin with a part, the longest first.
  private final List<List<Form>> starting = new ArrayList<>();

  private record Form(LongForm form, String key, int[] parts) {}

  /// A form in a text.
  ///
  /// @param words the number of words of the text that it takes
  record Found(LongForm form, int words) {}

  /// @param forms in the order of their letters
  LongForms(List<Word> words, Collection<LongForm> forms) {
    Map<String, Integer> numbers = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (LongForm form : forms) {
      String key = form.key();
      // A long form with two short forms keeps the first, by letters.
      if (isReplaced(form, words) && seen.add(key)) {
        int[] ofForm =
            Arrays.stream(key.split(" ", -1)).mapToInt(it -> number(it, numbers)).toArray();
        starting.get(ofForm[0]).add(new Form(form, key, ofForm));
      }
    }
    starting.forEach(it -> it.sort(Comparator.comparingInt(form -> -form.key.length())));
    parts = words.stream().map(word -> parts(word.key(), numbers)).toArray(int[][]::new);
  }

  /// Whether a long form is replaced in texts. "Diffusion models (DMs)" is not, as "diffusion" says
  /// as much.
  private static boolean isReplaced(LongForm form, List<Word> words) {
    int length = form.phraseLength(words);
    return length == 0 || length == form.numbers().length;
  }

  private int number(String part, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(
        part,
        _ -> {
          starting.add(new ArrayList<>());
          return starting.size() - 1;
        });
  }

  private static int[] parts(String key, Map<String, Integer> numbers) {
    if (key.indexOf(' ') < 0) {
      Integer number = numbers.get(key);
      return number == null ? NONE : new int[] {number};
    }
    return Arrays.stream(key.split(" ", -1))
        .mapToInt(it -> numbers.getOrDefault(it, OTHER))
        .toArray();
  }

  /// The longest form that begins here in a text, or null.
  @Nullable Found startingAt(int[] text, int at) {
    int[] first = parts[text[at]];
    if (first.length == 0 || first[0] == OTHER) {
      return null;
    }
    for (Form form : starting.get(first[0])) {
      int words = length(form.parts, text, at);
      if (words > 0) {
        return new Found(form.form, words);
      }
    }
    return null;
  }

  /// The number of words from here on that make the form; 0 where it is not there.
  private int length(int[] form, int[] text, int at) {
    int read = 0;
    for (int end = at; end < text.length; end++) {
      int[] word = parts[text[end]];
      if (word.length == 0 || word.length > form.length - read) {
        return 0;
      }
      for (int part : word) {
        if (form[read++] != part) {
          return 0;
        }
      }
      if (read == form.length) {
        return end + 1 - at;
      }
    }
    return 0;
  }
}
