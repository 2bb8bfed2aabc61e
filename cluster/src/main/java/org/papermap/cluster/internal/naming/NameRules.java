package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.cluster.internal.phrase.Term;
import org.papermap.cluster.internal.text.StopWords;
import org.papermap.cluster.internal.text.Word;
import org.papermap.cluster.internal.text.WordReader;

/// The rules for names made from phrases. A name that breaks a rule is never given.
public final class NameRules {
  static final String GIVEN_ELSEWHERE = "given elsewhere";

  /// A longer name does not fit on a map beside others.
  public static final int LONGEST_NAME = 32;

  private static final int SHORTEST_NAME = 3;

  /// Each term of a name is in one of so many papers of the group at least.
  private static final int MOST_PAPERS_A_MENTION = 20;

  /// In scripts without spaces two characters may be a word.
  private static final int SHORTEST_UNSPACED = 2;

  /// Letters, digits, and the other characters inside words.
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}ー .:^+'-]*( & [\\p{L}\\p{N}][^<>&]*)?");

  /// A word that begins with a number of three digits or more, such as a year; a decimal number, as
  /// in the version `SD3.5`; a size of models, as `7B`. They tell no subject.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])\\p{Nd}{3,}"
              + "|\\p{Nd}\\.\\p{Nd}"
              + "|(?<![\\p{L}\\p{N}])\\p{Nd}+[BMK](?![\\p{L}\\p{N}])");

  /// A symbol of an element, which formulas leave behind, or a Roman number.
  private static final Pattern SYMBOL = Pattern.compile("\\p{Lu}?\\p{Ll}|[IVX]+");

  private final StopWords stopWords = StopWords.english();
  private final int times;

  /// @param times the least ratio of a term's rate in the topic to its rate elsewhere
  public NameRules(int times) {
    this.times = times;
  }

  /// What a name says.
  ///
  /// @param stems of its words
  /// @param subject the same with short forms spelled out
  record Said(Set<String> stems, Set<String> subject) {
    static Said of(List<Term> terms) {
      Set<String> stems = new HashSet<>();
      Set<String> subject = new HashSet<>();
      for (Term term : terms) {
        stems.addAll(term.stems());
        subject.addAll(term.use().expandedStems());
      }
      return new Said(stems, subject);
    }

    /// Whether one of two names says all that the other says, or both say the same with short forms
    /// spelled out. An MLLM is a large language model, but such models are another subject.
    boolean repeats(Said other) {
      return stems.containsAll(other.stems)
          || other.stems.containsAll(stems)
          || subject.equals(other.subject);
    }
  }

  /// A name as it is compared with others: in lower case, without hyphens and blanks, so that
  /// *Pseudo-differential operators* is the name *Pseudodifferential operators*.
  public static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
  }

  /// The rules that a name breaks; none if it may be given.
  ///
  /// @param terms of the name
  /// @param siblings the names of siblings
  /// @param elsewhere the names, folded, that other topics have
  List<String> broken(String name, List<Term> terms, List<Said> siblings, Set<String> elsewhere) {
    List<String> broken = new ArrayList<>();
    boolean unspaced = terms.stream().allMatch(term -> term.use().unspaced());
    if (name.length() > LONGEST_NAME
        || name.length() < (unspaced ? SHORTEST_UNSPACED : SHORTEST_NAME)) {
      broken.add("length");
    }
    if (!PLAIN.matcher(name).matches()) {
      broken.add("characters");
    }
    if (NUMBER.matcher(name).find()) {
      broken.add("a number");
    }
    if (elsewhere.contains(folded(name))) {
      broken.add(GIVEN_ELSEWHERE);
    }
    Set<String> stems = new HashSet<>();
    for (Term term : terms) {
      if (!term.contrast().isDistinctive(times)
          || MOST_PAPERS_A_MENTION * term.contrast().inside() < term.contrast().size()) {
        broken.add("rare, or as frequent elsewhere: " + term.text());
      }
      if (SYMBOL.matcher(term.text()).matches()
          || (term.use().unspaced() && term.text().length() < SHORTEST_UNSPACED)) {
        broken.add("a symbol: " + term.text());
      }
      if (!term.use().tellsSubject() || saysNothing(term.use().text())) {
        broken.add("stop or stock word: " + term.text());
      }
      if (term.sharesStems(stems)) {
        broken.add("said twice: " + term.text());
      }
      stems.addAll(term.stems());
    }
    Said said = Said.of(terms);
    if (siblings.stream().anyMatch(said::repeats)) {
      broken.add("says what a name beside it says");
    }
    return broken;
  }

  /// Whether one of its words is a stop word or a stock word. `of` may join two words.
  private boolean saysNothing(String text) {
    for (String word : text.toLowerCase(Locale.ROOT).split(" ", -1)) {
      Word.Kind kind = stopWords.kind(word, WordReader.singular(word));
      boolean isFunctionWord = kind == Word.Kind.FUNCTION && !word.equals("of");
      if (isFunctionWord || kind == Word.Kind.PROSE) {
        return true;
      }
    }
    return false;
  }
}
