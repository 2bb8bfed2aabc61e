package org.papermap.cluster.internal.text;

import java.util.LinkedHashSet;
import java.util.Set;

/// A word of a text, or a break at which a phrase must end.
///
/// @param text as it is written, without a possessive ending
/// @param key lower case, hyphens as spaces, each part singular: equal for forms of one word; empty
///   for a break
/// @param kind the part that it can have in a phrase
public record Word(String text, String key, Kind kind) {
  public enum Kind {
    /// A word that may be in a phrase, or be one.
    CONTENT,
    /// A word that may be in a phrase beside a content word.
    GENERAL,
    /// A function word: a noun phrase may end before it.
    FUNCTION,
    /// A stock word of scientific prose: no part of a phrase, but it may follow one.
    PROSE,
    /// Punctuation, a number, markup.
    BREAK
  }

  static final Word END = new Word("", "", Kind.BREAK);

  public boolean isContent() {
    return kind == Kind.CONTENT || kind == Kind.GENERAL;
  }

  /// Whether a noun phrase surely ends before this word. It goes on before more words of the
  /// phrase, and may go on before prose ("diffusion models", "retrieval improves") and before a
  /// bracket ("text-to-image (T2I) synthesis").
  public boolean endsPhraseBefore() {
    return kind == Kind.FUNCTION || (kind == Kind.BREAK && !text.equals("("));
  }

  /// Whether it is written as a plural.
  public boolean isPlural() {
    return text.endsWith("s") && text.length() > key.length();
  }

  /// The stems of the words of a key.
  public static Set<String> stems(String key) {
    Set<String> stems = new LinkedHashSet<>();
    for (String part : key.split(" ", -1)) {
      if (!part.equals("of") && !part.equals("to")) {
        stems.add(Language.ENGLISH.stem(part));
      }
    }
    return stems;
  }

  /// Whether a text is of a script that is written without spaces.
  public static boolean isUnspaced(String text) {
    return Tokenizer.isUnspaced(text.codePointAt(0));
  }

  static boolean isHiragana(String text) {
    return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HIRAGANA;
  }
}
