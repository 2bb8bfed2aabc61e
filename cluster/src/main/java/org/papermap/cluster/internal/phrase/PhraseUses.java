package org.papermap.cluster.internal.phrase;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.internal.text.Abbreviations;
import org.papermap.cluster.internal.text.HashInterner;
import org.papermap.cluster.internal.text.PaperBlock;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.cluster.internal.text.StopWords;
import org.papermap.cluster.internal.text.StringCounts;
import org.papermap.cluster.internal.text.Word;

/// Reads from a corpus how it uses some of its phrases.
public final class PhraseUses {
  /// Words before predicative adjectives, as in `is stable`.
  private static final Set<String> BEFORE_PREDICATES =
      Set.of(
          "is", "are", "was", "were", "be", "been", "being", "become", "becomes", "remain",
          "remains", "not", "very");

  /// Words that begin the object of a verb.
  private static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "this", "these", "its", "their", "our", "whether", "how");

  /// The weight of a plural, which is the better heading of what is counted even where the singular
  /// is somewhat more frequent.
  private static final int PLURAL = 2;

  /// A word with objects in a greater share of its occurrences is a verb, and names nothing.
  /// Measured: *incentivizing* .24, *quantifying* .48; *crawl* .07, *judges* .04, *robots* 0.
  private static final double VERB_SHARE = 0.15;

  /// A short form with so many uses a paper of the corpus is known in the field.
  private static final double KNOWN_USES = 0.1;

  /// In a script without spaces, a phrase that one character stands beside in a greater share of
  /// its occurrences is a word that was cut.
  private static final double CUT_SHARE = 0.6;

  private static final Comparator<String> LONGER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final PaperWords papers;
  private final Abbreviations abbreviations;
  private final PhraseIndex index;

  /// The wanted phrases: a small table, in which every phrase of every text is looked up.
  private final HashInterner wanted = new HashInterner();

  /// For each word whether it is one of [#BEFORE_PREDICATES].
  private final boolean[] beforePredicate;

  /// For each word whether it is one of [#DETERMINERS].
  private final boolean[] isDeterminer;

  private final HeadNouns heads;

  private final WordRoles roles;

  private final boolean[] isUnspaced;

  private final PhraseUse[] uses;

  /// @param phrases the numbers of the wanted phrases
  public PhraseUses(PaperWords papers, PhraseIndex index, int[] phrases) {
    this.papers = papers;
    this.abbreviations = papers.abbreviations();
    this.index = index;
    for (int phrase : phrases) {
      wanted.intern(index.hash(phrase));
    }
    this.beforePredicate = new boolean[papers.distinct()];
    this.isDeterminer = new boolean[beforePredicate.length];
    this.heads = new HeadNouns(papers);
    this.isUnspaced = new boolean[beforePredicate.length];
    for (int number = 0; number < beforePredicate.length; number++) {
      Word word = papers.word(number);
      beforePredicate[number] = BEFORE_PREDICATES.contains(word.text());
      isDeterminer[number] = DETERMINERS.contains(word.text());
      isUnspaced[number] = !word.text().isEmpty() && Word.isUnspaced(word.text());
    }
    this.roles = new WordRoles(papers, isDeterminer, beforePredicate, VERB_SHARE);
    @Nullable PhraseTally[] tallies = new PhraseTally[wanted.size()];
    PaperBlock.of(papers.papers()).map(this::read).forEachOrdered(block -> add(tallies, block));
    this.uses =
        Arrays.stream(tallies)
            .parallel()
            .map(Objects::requireNonNull)
            .map(this::use)
            .toArray(PhraseUse[]::new);
  }

  private static void add(@Nullable PhraseTally[] tallies, @Nullable PhraseTally[] later) {
    for (int slot = 0; slot < tallies.length; slot++) {
      PhraseTally all = tallies[slot];
      PhraseTally more = later[slot];
      if (all == null) {
        tallies[slot] = more;
      } else if (more != null) {
        all.add(more);
      }
    }
  }

  /// The counts of a block of papers, by slot.
  private @Nullable PhraseTally[] read(PaperBlock block) {
    @Nullable PhraseTally[] tallies = new PhraseTally[wanted.size()];
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

  /// Counts the wanted phrases of a text.
  ///
  /// @param running whether it is running text rather than a title
  private void count(
      int[] text, boolean running, Occurrences found, @Nullable PhraseTally[] tallies) {
    index.grams().find(text, found);
    for (int at = 0; at < found.size(); at++) {
      int slot = wanted.get(found.hash(at));
      if (slot != HashInterner.UNKNOWN) {
        PhraseTally tally = tallies[slot];
        if (tally == null) {
          tally = new PhraseTally();
          tallies[slot] = tally;
        }
        if (found.in(at) == text) {
          count(text, running, found.from(at), found.to(at), tally);
        } else {
          countInLongForm(text, found.next(at), found.in(at), found.from(at), found.to(at), tally);
        }
      }
    }
  }

  /// What follows an abbreviation follows its long form: papers on "SPT phases" are not on
  /// "symmetry-protected topological". A definition, "… topological (SPT) phases", counts once.
  ///
  /// @param at where in the text the abbreviation ends
  private void countInLongForm(
      int[] text, int at, int[] longForm, int from, int to, PhraseTally tally) {
    boolean whole = to - from == longForm.length;
    PhraseTally.Writing writing = tally.writing(longForm, from, to, whole);
    writing.forms += whole ? 1 : 0;
    writing.all++;
    tally.occurrences++;
    if (to < longForm.length) {
      heads.count(longForm[to], tally);
      return;
    }
    String mark = papers.word(text[at]).text();
    if (!mark.equals("(")) {
      int next = text[mark.equals(")") && at + 1 < text.length ? at + 1 : at];
      heads.count(next, tally);
      boolean ends = papers.word(next).endsPhraseBefore();
      tally.continued += papers.word(next).isContent() ? 1 : 0;
      tally.ended += ends ? 1 : 0;
      writing.ended += whole && ends ? 1 : 0;
    }
  }

  private void count(int[] text, boolean running, int from, int to, PhraseTally tally) {
    PhraseTally.Writing writing = tally.writing(text, from, to, false);
    Word next = papers.word(text[to]);
    writing.all++;
    tally.occurrences++;
    tally.governing += isDeterminer[text[to]] ? 1 : 0;
    heads.count(text[to], tally);
    if (isUnspaced[text[from]]) {
      countBeside(text, from, to, tally);
    }
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

  /// Counts the characters before and behind a phrase of a script without spaces.
  private void countBeside(int[] text, int from, int to, PhraseTally tally) {
    if (isUnspaced[text[to]] && papers.word(text[to]).isContent()) {
      tally.addFollowing(text[to]);
    }
    if (from > 0 && isUnspaced[text[from - 1]] && papers.word(text[from - 1]).isContent()) {
      tally.addPreceding(text[from - 1]);
    }
  }

  /// The use of a phrase from all the forms in which it is written; its words are those of the
  /// first.
  private PhraseUse use(PhraseTally tally) {
    PhraseTally.Writing first = tally.writings.getFirst();
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
    boolean unspaced = isUnspaced[first.words[0]];
    StopWords stopWords = StopWords.english();
    boolean verb = words == 1 && tally.governing > VERB_SHARE * tally.occurrences;
    boolean participle = verb || (words == 1 && stopWords.isParticiple(key.toString()));
    String head = unspaced || participle ? "" : heads.of(tally);
    boolean vague =
        verb
            || (words > 1 && roles.hasObject(first.words[0]))
            || (head.isEmpty()
                && (roles.isAdjective(first.words[first.words.length - 1])
                    || (words == 1
                        && (stopWords.isVague(key.toString())
                            || Adjectives.isOne(key.toString(), plurals(tally), tally)))));
    boolean cut = unspaced && tally.mostBeside() > CUT_SHARE * tally.occurrences;
    return new PhraseUse(
        key.toString(),
        text(tally, !head.isEmpty()),
        head,
        spelledOut(first.words),
        head.isEmpty() ? words : words + 1,
        tellsSubject && !vague,
        cut ? 0 : tally.endShare(),
        unspaced,
        obscure,
        stems,
        abbreviations.expandedStems(key.toString()));
  }

  /// The words of a phrase with its short forms spelled out, but for those that everybody knows;
  /// empty where it has none.
  private String spelledOut(int[] words) {
    StringBuilder spelled = new StringBuilder();
    boolean any = false;
    for (int word : words) {
      boolean known =
          abbreviations.uses(word) >= KNOWN_USES * papers.papers()
              && !abbreviations.isObscure(word);
      int[] longForm = known ? new int[0] : abbreviations.longForm(word);
      any |= longForm.length > 0;
      String part = longForm.length > 0 ? written(longForm) : papers.word(word).text();
      boolean keeps = known || (longForm.length > 0 && abbreviations.isName(longForm));
      spelled.append(spelled.isEmpty() ? "" : " ");
      spelled.append(keeps ? part : papers.casing().of(part.toLowerCase(Locale.ROOT)));
    }
    return any ? spelled.toString() : "";
  }

  /// Whether a word, in a phrase of so many words, is shown as a short form whose long form is used
  /// more often.
  private boolean isObscure(int word, int words) {
    boolean shown = words == 1 || abbreviations.usualText(word).equals(papers.word(word).text());
    return shown && abbreviations.isObscure(word);
  }

  /// The text of a phrase. If running text mostly writes a capital in each word, it is a name, such
  /// as `Stable Diffusion`; else it is the most frequent form, in the usual case of its words.
  ///
  /// @param beforeHead whether a stock noun follows, before which plurals lose their endings
  private String text(PhraseTally tally, boolean beforeHead) {
    StringCounts names = new StringCounts();
    StringCounts others = new StringCounts();
    StringCounts ended = new StringCounts();
    StringCounts forms = new StringCounts();
    for (PhraseTally.Writing writing : tally.writings) {
      String written = written(writing.words);
      String lower = written.toLowerCase(Locale.ROOT);
      int weight = isPlural(writing.words) ? PLURAL : 1;
      ended.add(lower, beforeHead ? 0 : weight * writing.ended);
      forms.add(lower, beforeHead ? writing.all : weight * writing.forms);
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

  private int plurals(PhraseTally tally) {
    return tally.writings.stream().filter(it -> isPlural(it.words)).mapToInt(it -> it.all).sum();
  }

  private boolean isPlural(int[] words) {
    return papers.word(words[words.length - 1]).isPlural();
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
