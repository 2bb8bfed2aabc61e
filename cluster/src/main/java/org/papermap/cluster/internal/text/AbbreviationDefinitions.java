package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/// The places in texts where a short form is explained: words, and in brackets their initials.
public final class AbbreviationDefinitions {
  /// Words that a short form may stand for.
  private static final int LONGEST = 6;

  private final List<Word> words;

  /// For each short form, by its key, the words that explain it, by how they are written.
  private final Map<String, Map<String, Way>> ways = new TreeMap<>();

  /// A way to write what a short form stands for.
  private static final class Way {
    final int[] numbers;
    final String key;
    int count;

    Way(int[] numbers, String key) {
      this.numbers = numbers;
      this.key = key;
    }
  }

  private AbbreviationDefinitions(List<Word> words) {
    this.words = words;
  }

  static AbbreviationDefinitions of(List<Word> words, int[][] texts) {
    AbbreviationDefinitions found = new AbbreviationDefinitions(words);
    boolean[] opens = new boolean[words.size()];
    boolean[] closes = new boolean[words.size()];
    boolean[] isShort = new boolean[words.size()];
    for (int i = 0; i < opens.length; i++) {
      String text = words.get(i).text();
      opens[i] = text.equals("(");
      closes[i] = text.equals(")");
      isShort[i] = isShortForm(text);
    }
    for (int[] text : texts) {
      for (int at = 1; at + 2 < text.length; at++) {
        if (opens[text[at]] && isShort[text[at + 1]] && closes[text[at + 2]]) {
          found.read(text, at);
        }
      }
    }
    return found;
  }

  private void read(int[] text, int at) {
    Word bracketed = words.get(text[at + 1]);
    // As in T2I, text-to-image.
    int length = longForm(text, at, bracketed.key().replace('2', 't'));
    if (length > 0) {
      int[] numbers = Arrays.copyOfRange(text, at - length, at);
      ways.computeIfAbsent(bracketed.key(), _ -> new HashMap<>())
          .computeIfAbsent(
              join(numbers, Word::text), _ -> new Way(numbers, join(numbers, Word::key)))
          .count++;
    }
  }

  private String join(int[] numbers, Function<Word, String> part) {
    StringJoiner joined = new StringJoiner(" ");
    for (int number : numbers) {
      joined.add(part.apply(words.get(number)));
    }
    return joined.toString();
  }

  /// How many of the words before `end` have initials that are these letters; 0 if none do.
  private int longForm(int[] text, int end, String letters) {
    int left = letters.length();
    for (int start = end - 1; start >= 0 && end - start <= LONGEST; start--) {
      left = lettersLeft(words.get(text[start]).key(), letters, left);
      if (left <= 0) {
        return left == 0 ? end - start : 0;
      }
    }
    return 0;
  }

  /// How many of the first `left` letters go before those that a word has as initials of its parts;
  /// -1 where it has others.
  private static int lettersLeft(String key, String letters, int left) {
    int unread = left;
    for (int at = key.length() - 1; at >= 0; at--) {
      if (at == 0 || key.charAt(at - 1) == ' ') {
        unread--;
        if (unread < 0 || letters.charAt(unread) != key.charAt(at)) {
          return -1;
        }
      }
    }
    return key.isEmpty() ? -1 : unread;
  }

  public static boolean isShortForm(String text) {
    int capitals = 0;
    for (int at = 0; at < text.length(); at++) {
      capitals += Character.isUpperCase(text.charAt(at)) ? 1 : 0;
    }
    return capitals >= 2 && text.length() <= LONGEST + 1;
  }

  /// What each short form stands for: what papers say most often, as most of them write it; ties by
  /// letters.
  List<LongForm> settled() {
    Map<String, List<Integer>> shortForms = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (ways.containsKey(word.key()) && isShortForm(word.text())) {
        shortForms.computeIfAbsent(word.key(), _ -> new ArrayList<>()).add(i);
      }
    }
    List<LongForm> settled = new ArrayList<>();
    ways.forEach((letters, written) -> {
      int[] numbers = mostWritten(written);
      List<Integer> forms = shortForms.getOrDefault(letters, List.of());
      settled.add(
          new LongForm(
              keys(numbers), numbers, letters, shortForm(forms, false), shortForm(forms, true)));
    });
    return settled;
  }

  private List<String> keys(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(number -> words.get(number).key()).toList();
  }

  private static int[] mostWritten(Map<String, Way> written) {
    StringCounts keys = new StringCounts();
    written.values().forEach(way -> keys.add(way.key, way.count));
    String key = keys.most(Comparator.reverseOrder());
    StringCounts texts = new StringCounts();
    written.forEach((text, way) -> texts.add(text, way.key.equals(key) ? way.count : 0));
    // Small letters before capitals.
    return Objects.requireNonNull(written.get(texts.most(Comparator.naturalOrder()))).numbers;
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
