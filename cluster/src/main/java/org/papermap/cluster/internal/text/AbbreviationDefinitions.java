package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/// The definitions of abbreviations in texts: words, followed by their initials in brackets.
public final class AbbreviationDefinitions {
  /// The most words of a long form.
  private static final int LONGEST = 6;

  /// The weight of a plural, which is the better heading.
  private static final int PLURAL = 2;

  private final List<Word> words;

  /// For each short form, by its key, the variants of its long form, by their text.
  private final Map<String, Map<String, Variant>> variants = new TreeMap<>();

  /// A way to write a long form.
  private static final class Variant {
    final int[] numbers;
    final String key;
    int count;

    Variant(int[] numbers, String key) {
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
    // T2I is text-to-image.
    int length = longForm(text, at, bracketed.key().replace('2', 't'));
    if (length > 0) {
      int[] numbers = Arrays.copyOfRange(text, at - length, at);
      variants
          .computeIfAbsent(bracketed.key(), _ -> new HashMap<>())
          .computeIfAbsent(
              join(numbers, Word::text), _ -> new Variant(numbers, join(numbers, Word::key)))
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

  /// The number of words before `end` whose initials are these letters; 0 if there are none.
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

  /// The number of the first `left` letters that remain when a word takes the initials of its parts
  /// from their end; -1 if its initials are others.
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

  /// The long form of each short form: the most frequent one, in its most frequent variant; ties by
  /// letters.
  List<LongForm> definitions() {
    Map<String, List<Integer>> shortForms = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (variants.containsKey(word.key()) && isShortForm(word.text())) {
        shortForms.computeIfAbsent(word.key(), _ -> new ArrayList<>()).add(i);
      }
    }
    List<LongForm> definitions = new ArrayList<>();
    variants.forEach((letters, written) -> {
      int[] numbers = mostWritten(written);
      List<Integer> forms = shortForms.getOrDefault(letters, List.of());
      definitions.add(
          new LongForm(
              keys(numbers), numbers, letters, shortForm(forms, false), shortForm(forms, true)));
    });
    return definitions;
  }

  private List<String> keys(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(number -> words.get(number).key()).toList();
  }

  private static int[] mostWritten(Map<String, Variant> written) {
    StringCounts keys = new StringCounts();
    written.values().forEach(variant -> keys.add(variant.key, variant.count));
    String key = keys.most(Comparator.reverseOrder());
    StringCounts forms = new StringCounts();
    written.forEach((text, variant) -> {
      int weight = text.length() > key.length() ? PLURAL : 1;
      forms.add(
          text.toLowerCase(Locale.ROOT), variant.key.equals(key) ? weight * variant.count : 0);
    });
    String form = forms.most(Comparator.naturalOrder());
    StringCounts texts = new StringCounts();
    written.forEach(
        (text, variant) -> texts.add(text, text.equalsIgnoreCase(form) ? variant.count : 0));
    // Small letters before capitals.
    return Objects.requireNonNull(written.get(texts.most(Comparator.naturalOrder()))).numbers;
  }

  /// The shortest way to write a short form is its singular, the longest its plural; ties by
  /// letters.
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
