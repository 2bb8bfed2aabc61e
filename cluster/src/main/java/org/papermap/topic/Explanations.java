package org.papermap.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The places in texts where a short form is explained: words, and in brackets their initials.
final class Explanations {
  /// Words that a short form may stand for.
  private static final int LONGEST = 6;

  private final List<Word> words;

  /// For each short form, by its key, how often which words are explained by it.
  private final Map<String, Map<Written, Integer>> counts = new TreeMap<>();

  private record Written(String key, String text, List<Integer> numbers) {}

  private Explanations(List<Word> words) {
    this.words = words;
  }

  static Explanations of(List<Word> words, int[][] texts) {
    Explanations found = new Explanations(words);
    boolean[] opens = new boolean[words.size()];
    for (int i = 0; i < opens.length; i++) {
      opens[i] = words.get(i).text().equals("(");
    }
    for (int[] text : texts) {
      for (int at = 1; at + 2 < text.length; at++) {
        if (opens[text[at]]) {
          found.read(text, at);
        }
      }
    }
    return found;
  }

  private void read(int[] text, int at) {
    Word bracketed = words.get(text[at + 1]);
    if (isShortForm(bracketed.text()) && words.get(text[at + 2]).text().equals(")")) {
      // As in T2I, text-to-image.
      longForm(text, at, bracketed.key().replace('2', 't'))
          .ifPresent(form ->
              counts
                  .computeIfAbsent(bracketed.key(), _ -> new HashMap<>())
                  .merge(written(form), 1, Integer::sum));
    }
  }

  private Written written(int[] numbers) {
    return new Written(
        String.join(" ", keys(numbers)),
        String.join(" ", Arrays.stream(numbers).mapToObj(it -> words.get(it).text()).toList()),
        Arrays.stream(numbers).boxed().toList());
  }

  private List<String> keys(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(number -> words.get(number).key()).toList();
  }

  /// The words before `end` whose initials are these letters.
  private Optional<int[]> longForm(int[] text, int end, String letters) {
    StringBuilder initials = new StringBuilder();
    for (int start = end - 1; start >= 0 && end - start <= LONGEST; start--) {
      String key = words.get(text[start]).key();
      if (key.isEmpty()) {
        break;
      }
      StringBuilder ofWord = new StringBuilder();
      for (String part : key.split(" ", -1)) {
        ofWord.append(part.charAt(0));
      }
      initials.insert(0, ofWord);
      if (initials.toString().equals(letters)) {
        return Optional.of(Arrays.copyOfRange(text, start, end));
      }
    }
    return Optional.empty();
  }

  static boolean isShortForm(String text) {
    return text.length() >= 2
        && text.length() <= LONGEST + 1
        && text.chars().filter(Character::isUpperCase).count() >= 2;
  }

  /// What each short form stands for: what papers say most often, as most of them write it; ties by
  /// letters.
  List<LongForm> settled() {
    Map<String, List<Integer>> shortForms = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (counts.containsKey(word.key()) && isShortForm(word.text())) {
        shortForms.computeIfAbsent(word.key(), _ -> new ArrayList<>()).add(i);
      }
    }
    List<LongForm> settled = new ArrayList<>();
    counts.forEach((letters, ways) -> {
      int[] numbers = mostWritten(ways);
      List<Integer> forms = shortForms.getOrDefault(letters, List.of());
      settled.add(
          new LongForm(
              keys(numbers), numbers, letters, shortForm(forms, false), shortForm(forms, true)));
    });
    return settled;
  }

  private static int[] mostWritten(Map<Written, Integer> ways) {
    Map<String, Integer> byKey = new TreeMap<>();
    ways.forEach((way, count) -> byKey.merge(way.key(), count, Integer::sum));
    String most =
        byKey.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse("");
    return ways.entrySet().stream()
        .filter(entry -> entry.getKey().key().equals(most))
        .max(
            Map.Entry.<Written, Integer>comparingByValue()
                // Small letters before capitals.
                .thenComparing(entry -> entry.getKey().text()))
        .map(entry -> entry.getKey().numbers().stream().mapToInt(Integer::intValue).toArray())
        .orElse(new int[0]);
  }

  /// The singular is the shortest way to write it, the plural the longest; ties by letters.
  private int shortForm(List<Integer> forms, boolean plural) {
    int best = forms.getFirst();
    for (int form : forms) {
      String text = words.get(form).text();
      String chosen = words.get(best).text();
      int longer = text.length() - chosen.length();
      int order = plural ? -longer : longer;
      if (order < 0 || (order == 0 && text.compareTo(chosen) < 0)) {
        best = form;
      }
    }
    return best;
  }
}
