package org.papermap.cluster.internal.text;

import java.util.LinkedHashSet;
import java.util.Set;

/// A word of running text, or the place where a phrase must end.
///
/// @param text as it is written, without a possessive ending
/// @param key lower case, hyphens as spaces, each part singular: equal for forms of one word; empty
///   for a break
/// @param kind what part it can have in a phrase
public record Word(String text, String key, Kind kind) {
  public enum Kind {
    /// It may be in a phrase, or be one.
    CONTENT,
    /// It may be in a phrase, but beside others.
    GENERAL,
    /// Grammar: a phrase may stand before it as it stands before a full stop.
    FUNCTION,
    /// A word of scientific prose: no part of a phrase, but it may complete one.
    PROSE,
    /// Punctuation, a number, markup.
    BREAK
  }

  static final Word END = new Word("", "", Kind.BREAK);

  public boolean isContent() {
    return kind == Kind.CONTENT || kind == Kind.GENERAL;
  }

  /// Whether a noun phrase ends before it: not before more words of the phrase, and who knows
  /// before prose ("diffusion models", "retrieval improves") or a bracket ("text-to-image (T2I)
  /// synthesis").
  public boolean ends() {
    return kind == Kind.FUNCTION || (kind == Kind.BREAK && !text.equals("("));
  }

  /// The stems of the words that a key has.
  public static Set<String> stems(String key) {
    Set<String> stems = new LinkedHashSet<>();
    for (String part : key.split(" ", -1)) {
      if (!part.equals("of") && !part.equals("to")) {
        stems.add(Language.ENGLISH.stem(part));
      }
    }
    return stems;
  }

  /// Whether it is of a script that is written without spaces.
  public static boolean isJoined(String text) {
    return Tokenizer.isJoined(text.codePointAt(0));
  }

  static boolean isHiragana(String text) {
    return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HIRAGANA;
  }
}
