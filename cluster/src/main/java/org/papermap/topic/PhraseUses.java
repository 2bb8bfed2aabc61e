package org.papermap.topic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a corpus for how it uses some of its phrases. Blocks of papers are read side by side; what
/// they tell is put together in the order of the papers, so that it does not depend on the blocks.
final class PhraseUses {
  /// Enough blocks for the processors there are, and few enough to be put together quickly.
  private static final int BLOCKS = 16;

  private final PaperWords papers;
  private final PhraseIndex index;
  private final Map<Integer, Integer> slots = new HashMap<>();

  /// The wanted phrases alone: a small table, which is asked about every phrase of every text.
  private final PhraseNumbers wanted = new PhraseNumbers();

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
    boolean obscure;
    int ended;
    int wentOn;

    /// Adds what later papers tell.
    void add(Tally later) {
      if (key.isEmpty()) {
        key = later.key;
        anyForm = later.anyForm;
        words = later.words;
        tellsSubject = later.tellsSubject;
        joined = later.joined;
        obscure = later.obscure;
      }
      later.forms.forEach((form, count) -> forms.merge(form, count, Integer::sum));
      later.written.forEach((form, count) -> written.merge(form, count, Integer::sum));
      ended += later.ended;
      wentOn += later.wentOn;
    }
  }

  /// @param phrases the wanted ones, by number
  PhraseUses(PaperWords papers, PhraseIndex index, int[] phrases) {
    this.papers = papers;
    this.index = index;
    for (int phrase : phrases) {
      slots.put(phrase, wanted.add(index.hash(phrase)));
    }
    this.tallies = new Tally[phrases.length];
    Arrays.setAll(tallies, _ -> new Tally());
    IntStream.range(0, BLOCKS)
        .parallel()
        .mapToObj(this::read)
        .forEachOrdered(block -> block.forEach((slot, tally) -> tallies[slot].add(tally)));
  }

  /// What a block of papers tells, by slot.
  private Map<Integer, Tally> read(int block) {
    Map<Integer, Tally> told = new HashMap<>();
    int from = (int) ((long) block * papers.papers() / BLOCKS);
    int to = (int) ((block + 1L) * papers.papers() / BLOCKS);
    for (int row = from; row < to; row++) {
      int[] title = papers.title(row);
      int[] text = papers.text(row);
      Grams grams = index.grams();
      grams.find(title, (hash, in, at, end) -> count(told, hash, in, at, end, title, false));
      grams.find(text, (hash, in, at, end) -> count(told, hash, in, at, end, text, true));
    }
    return told;
  }

  /// The use of a wanted phrase.
  PhraseUse of(int phrase) {
    Tally tally = tallies[Objects.requireNonNull(slots.get(phrase))];
    double endShare = tally.ended == 0 ? 0 : (double) tally.ended / (tally.ended + tally.wentOn);
    return new PhraseUse(
        tally.key,
        name(tally).orElseGet(() -> papers.casing().of(form(tally))),
        tally.words,
        tally.tellsSubject,
        endShare,
        tally.joined,
        tally.obscure);
  }

  /// @param in where the phrase is: the paper's own text, or the long form of an abbreviation
  private void count(
      Map<Integer, Tally> told, long hash, int[] in, int from, int to, int[] text, boolean isText) {
    int slot = wanted.get(hash);
    if (slot == PhraseNumbers.UNKNOWN) {
      return;
    }
    Tally tally = told.computeIfAbsent(slot, _ -> new Tally());
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
      tally.obscure |= isObscure(text[at], to - from);
      // What papers abbreviate is a subject, be its words ever so general.
      tally.tellsSubject |= word.kind() == Word.Kind.CONTENT || abbreviated;
    }
    tally.key = key.toString();
    tally.joined = Word.isJoined(papers.word(text[from]).text());
  }

  /// Whether a word is written as a short form, in a phrase of so many words, that is better known
  /// by what it stands for.
  private boolean isObscure(int word, int words) {
    Abbreviations abbreviations = papers.abbreviations();
    boolean shown = words == 1 || abbreviations.usualText(word).equals(papers.word(word).text());
    return shown && abbreviations.isObscure(word);
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
