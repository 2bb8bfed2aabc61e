package org.papermap.topic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a corpus for how it uses some of its phrases.
final class PhraseUses {
  private static final int UNWANTED = -1;

  private final PaperWords papers;
  private final PhraseIndex index;
  private final int[] slots;
  private final Tally[] tallies;

  /// What is counted of one phrase.
  private static final class Tally {
    final Map<String, Integer> forms = new HashMap<>();
    final Map<String, Integer> written = new HashMap<>();
    String key = "";
    String anyForm = "";
    int words;
    boolean tellsSubject;
    boolean joined;
    int ended;
    int wentOn;
  }

  /// @param wanted numbers of phrases
  PhraseUses(PaperWords papers, PhraseIndex index, int[] wanted) {
    this.papers = papers;
    this.index = index;
    this.slots = new int[index.size()];
    this.tallies = new Tally[wanted.length];
    Arrays.fill(slots, UNWANTED);
    for (int i = 0; i < wanted.length; i++) {
      slots[wanted[i]] = i;
      tallies[i] = new Tally();
    }
    for (int row = 0; row < papers.papers(); row++) {
      int[] title = papers.title(row);
      int[] text = papers.text(row);
      index.grams().find(title, (hash, in, from, to) -> count(hash, in, from, to, title, false));
      index.grams().find(text, (hash, in, from, to) -> count(hash, in, from, to, text, true));
    }
  }

  /// The use of a wanted phrase.
  PhraseUse of(int phrase) {
    Tally tally = tallies[slots[phrase]];
    double endShare = tally.ended == 0 ? 0 : (double) tally.ended / (tally.ended + tally.wentOn);
    return new PhraseUse(
        tally.key,
        name(tally).orElseGet(() -> papers.casing().of(form(tally))),
        tally.words,
        tally.tellsSubject,
        endShare,
        tally.joined);
  }

  /// @param in where the phrase is: the paper's own text, or the long form of an abbreviation
  private void count(long hash, int[] in, int from, int to, int[] text, boolean isText) {
    int phrase = index.phrase(hash);
    if (phrase == PhraseNumbers.UNKNOWN || slots[phrase] == UNWANTED) {
      return;
    }
    Tally tally = tallies[slots[phrase]];
    String written = written(in, from, to);
    if (tally.key.isEmpty()) {
      describe(tally, in, from, to, in != text && from == 0 && to > 1 && to == in.length);
      tally.anyForm = written.toLowerCase(Locale.ROOT);
    }
    if (in != text) {
      // An abbreviation stands where its long form could.
      tally.ended += to == in.length ? 1 : 0;
      if (to - from == in.length) {
        tally.forms.merge(written.toLowerCase(Locale.ROOT), 1, Integer::sum);
        boolean named = papers.abbreviations().isName(in);
        tally.written.merge(named ? written : written.toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
      return;
    }
    Word next = to < text.length ? papers.word(text[to]) : Word.END;
    if (next.isContent()) {
      tally.wentOn++;
    } else {
      // Before another noun a plural loses its ending, so only the last words of phrases count.
      tally.forms.merge(written.toLowerCase(Locale.ROOT), 1, Integer::sum);
      tally.ended += next.ends() ? 1 : 0;
    }
    // The first word of a sentence has a capital anyway, and so has what is being abbreviated.
    boolean opens = from == 0 || papers.word(text[from - 1]).kind() == Word.Kind.BREAK;
    if (isText && !opens && !next.text().equals("(")) {
      tally.written.merge(written, 1, Integer::sum);
    }
  }

  private void describe(Tally tally, int[] text, int from, int to, boolean abbreviated) {
    StringBuilder key = new StringBuilder();
    for (int at = from; at < to; at++) {
      Word word = papers.word(text[at]);
      key.append(key.isEmpty() ? "" : " ").append(word.key());
      tally.words += word.isContent() ? 1 : 0;
      // What papers abbreviate is a subject, be its words ever so general.
      tally.tellsSubject |= word.kind() == Word.Kind.CONTENT || abbreviated;
    }
    tally.key = key.toString();
    tally.joined = Word.isJoined(papers.word(text[from]).text());
  }

  private String written(int[] text, int from, int to) {
    StringBuilder written = new StringBuilder();
    boolean joined = true;
    for (int at = from; at < to; at++) {
      String word =
          to - from > 1 ? papers.abbreviations().usualText(text[at]) : papers.word(text[at]).text();
      boolean joins = Word.isJoined(word);
      written.append(written.isEmpty() || (joined && joins) ? "" : " ").append(word);
      joined = joins;
    }
    return written.toString();
  }

  /// How running text writes it, if it does so with a capital in each word more often than not: a
  /// name, such as `Stable Diffusion`.
  private static Optional<String> name(Tally tally) {
    int names = 0;
    int others = 0;
    for (Map.Entry<String, Integer> entry : tally.written.entrySet()) {
      names += isName(entry.getKey()) ? entry.getValue() : 0;
      others += isName(entry.getKey()) ? 0 : entry.getValue();
    }
    return names <= others
        ? Optional.empty()
        : tally.written.entrySet().stream()
            .filter(entry -> isName(entry.getKey()))
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
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
  private static String form(Tally tally) {
    return tally.forms.entrySet().stream()
        .max(
            Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparingInt(entry -> entry.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(tally.anyForm);
  }
}
