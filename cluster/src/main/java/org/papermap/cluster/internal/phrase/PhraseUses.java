package org.papermap.cluster.internal.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.internal.text.Abbreviations;
import org.papermap.cluster.internal.text.HashInterner;
import org.papermap.cluster.internal.text.PaperBlock;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.cluster.internal.text.StringCounts;
import org.papermap.cluster.internal.text.Word;

/// Reads from a corpus how it uses some of its phrases.
public final class PhraseUses {
  /// Words before predicative adjectives, as in `is stable`.
  private static final Set<String> BEFORE_PREDICATES =
      Set.of(
          "is", "are", "was", "were", "be", "been", "being", "become", "becomes", "remain",
          "remains", "not", "very");

  /// The weight of a plural, which is the better heading of what is counted even where the singular
  /// is somewhat more frequent.
  private static final int PLURAL = 2;

  private static final Comparator<String> LONGER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final PaperWords papers;
  private final Abbreviations abbreviations;
  private final PhraseIndex index;

  /// The wanted phrases: a small table, in which every phrase of every text is looked up.
  private final HashInterner wanted = new HashInterner();

  /// For each word whether it is one of [#BEFORE_PREDICATES].
  private final boolean[] beforePredicate;

  private final PhraseUse[] uses;

  /// A way to write a phrase, with its counts.
  private static final class Writing {
    final int[] words;

    /// Whether the phrase is the whole long form of an abbreviation that a text has.
    final boolean wholeLongForm;

    /// Occurrences at which a noun phrase can end: a plural loses its ending before another noun.
    int forms;

    /// Those of [#forms] at which a noun phrase ends.
    int ended;

    /// Occurrences in running text, where capitals mark names.
    int running;

    Writing(int[] words, boolean wholeLongForm) {
      this.words = words;
      this.wholeLongForm = wholeLongForm;
    }

    boolean isOf(int[] in, int from, int to, boolean whole) {
      return wholeLongForm == whole && Arrays.equals(words, 0, words.length, in, from, to);
    }
  }

  /// The counts of one phrase.
  private static final class Tally {
    final List<Writing> writings = new ArrayList<>(2);
    int ended;
    int continued;

    Writing writing(int[] in, int from, int to, boolean wholeLongForm) {
      for (Writing known : writings) {
        if (known.isOf(in, from, to, wholeLongForm)) {
          return known;
        }
      }
      // A whole long form keeps its array, by which [Abbreviations] knows it.
      writings.add(
          new Writing(wholeLongForm ? in : Arrays.copyOfRange(in, from, to), wholeLongForm));
      return writings.getLast();
    }

    /// Adds the counts of later papers.
    void add(Tally later) {
      for (Writing more : later.writings) {
        Writing all = writing(more.words, 0, more.words.length, more.wholeLongForm);
        all.forms += more.forms;
        all.ended += more.ended;
        all.running += more.running;
      }
      ended += later.ended;
      continued += later.continued;
    }
  }

  /// @param phrases the numbers of the wanted phrases
  public PhraseUses(PaperWords papers, PhraseIndex index, int[] phrases) {
    this.papers = papers;
    this.abbreviations = papers.abbreviations();
    this.index = index;
    for (int phrase : phrases) {
      wanted.intern(index.hash(phrase));
    }
    this.beforePredicate = new boolean[papers.distinct()];
    for (int word = 0; word < beforePredicate.length; word++) {
      beforePredicate[word] = BEFORE_PREDICATES.contains(papers.word(word).text());
    }
    @Nullable Tally[] tallies = new Tally[wanted.size()];
    PaperBlock.of(papers.papers()).map(this::read).forEachOrdered(block -> add(tallies, block));
    this.uses =
        Arrays.stream(tallies)
            .parallel()
            .map(Objects::requireNonNull)
            .map(this::use)
            .toArray(PhraseUse[]::new);
  }

  private static void add(@Nullable Tally[] tallies, @Nullable Tally[] later) {
    for (int slot = 0; slot < tallies.length; slot++) {
      Tally all = tallies[slot];
      Tally more = later[slot];
      if (all == null) {
        tallies[slot] = more;
      } else if (more != null) {
        all.add(more);
      }
    }
  }

  /// The counts of a block of papers, by slot.
  private @Nullable Tally[] read(PaperBlock block) {
    @Nullable Tally[] tallies = new Tally[wanted.size()];
    Occurrences found = new Occurrences();
    for (int row = block.from(); row < block.to(); row++) {
      count(papers.title(row), false, found, tallies);
      count(papers.text(row), true, found, tallies);
    }
    return tallies;
  }

  /// The number of wanted phrases.
  int size() {
    return uses.length;
  }

  /// The slot of a wanted phrase by its hash, or [HashInterner#UNKNOWN].
  int slot(long hash) {
    return wanted.get(hash);
  }

  /// The use of the wanted phrase of a slot.
  PhraseUse of(int slot) {
    return uses[slot];
  }

  /// StringCounts the wanted phrases of a text.
  ///
  /// @param running whether it is running text rather than a title
  private void count(int[] text, boolean running, Occurrences found, @Nullable Tally[] tallies) {
    index.grams().find(text, found);
    for (int at = 0; at < found.size(); at++) {
      int slot = wanted.get(found.hash(at));
      if (slot != HashInterner.UNKNOWN) {
        Tally tally = tallies[slot];
        if (tally == null) {
          tally = new Tally();
          tallies[slot] = tally;
        }
        count(text, running, found.in(at), found.from(at), found.to(at), tally);
      }
    }
  }

  /// @param in where the phrase is: the text, or the long form of an abbreviation
  private void count(int[] text, boolean running, int[] in, int from, int to, Tally tally) {
    boolean wholeLongForm = in != text && to - from == in.length;
    Writing writing = tally.writing(in, from, to, wholeLongForm);
    if (in != text) {
      // An abbreviation may end a noun phrase wherever its long form may.
      tally.ended += to == in.length ? 1 : 0;
      writing.forms += wholeLongForm ? 1 : 0;
      writing.ended += wholeLongForm ? 1 : 0;
      return;
    }
    Word next = papers.word(text[to]);
    boolean ends = next.endsPhraseBefore();
    if (next.isContent() || (ends && from > 0 && beforePredicate[text[from - 1]])) {
      tally.continued++;
    } else {
      writing.forms++;
      writing.ended += ends ? 1 : 0;
      tally.ended += ends ? 1 : 0;
    }
    // The first word of a sentence and a definition have capitals anyway.
    boolean opens = from == 0 || papers.word(text[from - 1]).kind() == Word.Kind.BREAK;
    writing.running += running && !opens && !next.text().equals("(") ? 1 : 0;
  }

  /// The use of a phrase from all its writings; its words are those of the first.
  private PhraseUse use(Tally tally) {
    Writing first = tally.writings.getFirst();
    StringBuilder key = new StringBuilder();
    int words = 0;
    boolean obscure = false;
    // What papers abbreviate is a subject, even if its words are general.
    boolean tellsSubject = first.wholeLongForm && first.words.length > 1;
    for (int number : first.words) {
      Word word = papers.word(number);
      key.append(key.isEmpty() ? "" : " ").append(word.key());
      words += word.isContent() ? 1 : 0;
      obscure |= isObscure(number, first.words.length);
      tellsSubject |= word.kind() == Word.Kind.CONTENT;
    }
    Set<String> stems = Word.stems(key.toString());
    return new PhraseUse(
        key.toString(),
        text(tally),
        words,
        tellsSubject,
        tally.ended == 0 ? 0 : (double) tally.ended / (tally.ended + tally.continued),
        Word.isUnspaced(papers.word(first.words[0]).text()),
        obscure,
        stems,
        abbreviations.expandedStems(key.toString(), stems));
  }

  /// Whether a word, in a phrase of so many words, is shown as a short form whose long form is used
  /// more often.
  private boolean isObscure(int word, int words) {
    boolean shown = words == 1 || abbreviations.usualText(word).equals(papers.word(word).text());
    return shown && abbreviations.isObscure(word);
  }

  /// The text of a phrase. If running text mostly writes a capital in each word, it is a name, such
  /// as `Stable Diffusion`; else it is the most frequent form, in the usual case of its words.
  private String text(Tally tally) {
    StringCounts names = new StringCounts();
    StringCounts others = new StringCounts();
    StringCounts ended = new StringCounts();
    StringCounts forms = new StringCounts();
    for (Writing writing : tally.writings) {
      String written = written(writing.words);
      String lower = written.toLowerCase(Locale.ROOT);
      int weight = isPlural(writing.words) ? PLURAL : 1;
      ended.add(lower, weight * writing.ended);
      forms.add(lower, weight * writing.forms);
      if (writing.wholeLongForm) {
        String named = abbreviations.isName(writing.words) ? written : lower;
        (isName(named) ? names : others).add(named, writing.forms);
      } else {
        (isName(written) ? names : others).add(written, writing.running);
      }
    }
    if (names.total() > others.total()) {
      return names.most(Comparator.naturalOrder());
    }
    String form = (ended.total() > 0 ? ended : forms).most(LONGER);
    String any = form.isEmpty() ? written(tally.writings.getFirst().words) : form;
    return papers.casing().of(any.toLowerCase(Locale.ROOT));
  }

  private boolean isPlural(int[] words) {
    Word last = papers.word(words[words.length - 1]);
    return last.text().endsWith("s") && last.text().length() > last.key().length();
  }

  private String written(int[] words) {
    StringBuilder written = new StringBuilder();
    boolean joined = true;
    for (int number : words) {
      String word = words.length > 1 ? abbreviations.usualText(number) : papers.word(number).text();
      boolean joins = Word.isUnspaced(word);
      written.append(written.isEmpty() || (joined && joins) ? "" : " ").append(word);
      joined = joins;
    }
    return written.toString();
  }

  private static boolean isName(String text) {
    for (int at = 0; at < text.length(); at++) {
      boolean begins = at == 0 || text.charAt(at - 1) == ' ';
      if (begins && !Character.isUpperCase(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }
}
