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

/// Reads a corpus for how it uses some of its phrases.
public final class PhraseUses {
  /// An adjective that stands before no noun stands after one of these: `is stable`.
  private static final Set<String> BEFORE_PREDICATES =
      Set.of(
          "is", "are", "was", "were", "be", "been", "being", "become", "becomes", "remain",
          "remains", "not", "very");

  /// A plural is the better heading of what is counted, even where a singular is somewhat more
  /// frequent, as after `a`; of what is not counted there are few plurals.
  private static final int PLURAL = 2;

  private static final Comparator<String> LONGER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final PaperWords papers;
  private final Abbreviations abbreviations;
  private final PhraseIndex index;

  /// The wanted phrases alone: a small table, which is asked about every phrase of every text.
  private final HashInterner wanted = new HashInterner();

  /// For each word whether it is one of [#BEFORE_PREDICATES].
  private final boolean[] beforePredicate;

  private final PhraseUse[] uses;

  /// A way to write a phrase.
  private static final class Writing {
    final int[] words;

    /// Whether it is what an abbreviation stands for, all of it, where papers write the latter.
    final boolean meant;

    /// Times at which a noun phrase can end with it: before another noun a plural loses its ending.
    int forms;

    /// Of those the times at which one does.
    int ended;

    /// Times in running text, where capitals tell names.
    int running;

    Writing(int[] words, boolean meant) {
      this.words = words;
      this.meant = meant;
    }

    boolean isOf(int[] in, int from, int to, boolean whole) {
      return meant == whole && Arrays.equals(words, 0, words.length, in, from, to);
    }
  }

  /// What is counted of one phrase.
  private static final class Tally {
    final List<Writing> writings = new ArrayList<>(2);
    int ended;
    int wentOn;

    Writing writing(int[] in, int from, int to, boolean meant) {
      for (Writing known : writings) {
        if (known.isOf(in, from, to, meant)) {
          return known;
        }
      }
      // All of a long form stays the array by which it is known.
      writings.add(new Writing(meant ? in : Arrays.copyOfRange(in, from, to), meant));
      return writings.getLast();
    }

    /// Adds what later papers tell.
    void add(Tally later) {
      for (Writing more : later.writings) {
        Writing all = writing(more.words, 0, more.words.length, more.meant);
        all.forms += more.forms;
        all.ended += more.ended;
        all.running += more.running;
      }
      ended += later.ended;
      wentOn += later.wentOn;
    }
  }

  /// @param phrases the wanted ones, by number
  public PhraseUses(PaperWords papers, PhraseIndex index, int[] phrases) {
    this.papers = papers;
    this.abbreviations = papers.abbreviations();
    this.index = index;
    for (int phrase : phrases) {
      wanted.add(index.hash(phrase));
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

  /// What a block of papers tells, by slot.
  private @Nullable Tally[] read(PaperBlock block) {
    @Nullable Tally[] told = new Tally[wanted.size()];
    Occurrences found = new Occurrences();
    for (int row = block.from(); row < block.to(); row++) {
      count(papers.title(row), false, found, told);
      count(papers.text(row), true, found, told);
    }
    return told;
  }

  /// The number of wanted phrases.
  int size() {
    return uses.length;
  }

  /// Where a phrase, known by its hash, stands among the wanted ones; [HashInterner#UNKNOWN] if it
  /// does not.
  int slot(long hash) {
    return wanted.get(hash);
  }

  /// The use of the wanted phrase that stands there.
  PhraseUse of(int slot) {
    return uses[slot];
  }

  /// StringCounts the wanted phrases of a text.
  ///
  /// @param running whether it is running text rather than a title
  private void count(int[] text, boolean running, Occurrences found, @Nullable Tally[] told) {
    index.grams().find(text, found);
    for (int at = 0; at < found.size(); at++) {
      int slot = wanted.get(found.hash(at));
      if (slot != HashInterner.UNKNOWN) {
        Tally tally = told[slot];
        if (tally == null) {
          tally = new Tally();
          told[slot] = tally;
        }
        count(text, running, found.in(at), found.from(at), found.to(at), tally);
      }
    }
  }

  /// @param in where the phrase is: the text, or the long form of an abbreviation
  private void count(int[] text, boolean running, int[] in, int from, int to, Tally tally) {
    boolean meant = in != text && to - from == in.length;
    Writing writing = tally.writing(in, from, to, meant);
    if (in != text) {
      // An abbreviation stands where its long form could.
      tally.ended += to == in.length ? 1 : 0;
      writing.forms += meant ? 1 : 0;
      writing.ended += meant ? 1 : 0;
      return;
    }
    Word next = papers.word(text[to]);
    boolean ends = next.ends();
    if (next.isContent() || (ends && from > 0 && beforePredicate[text[from - 1]])) {
      tally.wentOn++;
    } else {
      writing.forms++;
      writing.ended += ends ? 1 : 0;
      tally.ended += ends ? 1 : 0;
    }
    // The first word of a sentence has a capital anyway, and so has what is being abbreviated.
    boolean opens = from == 0 || papers.word(text[from - 1]).kind() == Word.Kind.BREAK;
    writing.running += running && !opens && !next.text().equals("(") ? 1 : 0;
  }

  /// What the writings of a phrase tell together, the first of them above all.
  private PhraseUse use(Tally tally) {
    Writing first = tally.writings.getFirst();
    StringBuilder key = new StringBuilder();
    int words = 0;
    boolean obscure = false;
    // What papers abbreviate is a subject, be its words ever so general.
    boolean tellsSubject = first.meant && first.words.length > 1;
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
        tally.ended == 0 ? 0 : (double) tally.ended / (tally.ended + tally.wentOn),
        Word.isJoined(papers.word(first.words[0]).text()),
        obscure,
        stems,
        abbreviations.meant(key.toString(), stems));
  }

  /// Whether a word is written as a short form, in a phrase of so many words, that is better known
  /// by what it stands for.
  private boolean isObscure(int word, int words) {
    boolean shown = words == 1 || abbreviations.usualText(word).equals(papers.word(word).text());
    return shown && abbreviations.isObscure(word);
  }

  /// How running text writes a phrase, if it does so with a capital in each word more often than
  /// not, as `Stable Diffusion`, a name; else as it is most often written, in the case of its
  /// words.
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
      if (writing.meant) {
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
      boolean joins = Word.isJoined(word);
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
