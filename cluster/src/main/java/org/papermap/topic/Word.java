package org.papermap.topic;

/// A word of running text, or the place where a phrase must end.
///
/// @param text as it is written, without a possessive ending
/// @param key lower case, hyphens as spaces, each part singular: equal for forms of one word; empty
///   for a break
/// @param kind what part it can have in a phrase
record Word(String text, String key, Kind kind) {
  enum Kind {
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

  boolean isContent() {
    return kind == Kind.CONTENT || kind == Kind.GENERAL;
  }

  /// Whether a noun phrase ends before it: not before more words of the phrase, and who knows
  /// before prose ("diffusion models", "retrieval improves") or a bracket ("text-to-image (T2I)
  /// synthesis").
  boolean ends() {
    return kind == Kind.FUNCTION || (kind == Kind.BREAK && !text.equals("("));
  }

  /// Whether it is of a script that is written without spaces.
  static boolean isJoined(String text) {
    return Pieces.isJoined(text.codePointAt(0));
  }

  static boolean isHiragana(String text) {
    return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HIRAGANA;
  }
}
