package org.papermap.cluster.internal.text;

/// Splits text into tokens: a ratio such as `N:M`; a Chinese character; a run of Katakana or of
/// Hiragana; a word with its hyphens, apostrophes, carets, decimal points and final pluses; any
/// other character by itself. White space is left out.
final class Tokenizer {
  /// The first code point of scripts that are written without spaces.
  private static final int FIRST_UNSPACED = 0x2E80;

  private static final String JOINERS = "-‐‑'’^";

  /// Code points below this are looked up in a table.
  private static final int ASCII = 128;

  private static final boolean[] IN_WORDS = new boolean[ASCII];

  static {
    for (int code = 0; code < ASCII; code++) {
      IN_WORDS[code] = Character.isLetterOrDigit(code);
    }
  }

  private final String text;
  private int begin;
  private int end;

  Tokenizer(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// The beginning of the current token.
  int begin() {
    return begin;
  }

  /// The end of the current token.
  int end() {
    return end;
  }

  /// Goes to the next token.
  ///
  /// @return whether there is one
  boolean next() {
    int at = end;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    begin = at;
    end = at < text.length() ? endOf(at) : at;
    return begin < end;
  }

  /// The end of the token that begins here.
  private int endOf(int at) {
    int code = text.codePointAt(at);
    int next = at + Character.charCount(code);
    if (isRatio(at)) {
      return at + 3;
    }
    if (isUnspaced(code)) {
      return endOfScript(next, Character.UnicodeScript.of(code));
    }
    return isWordCharacter(code) ? endOfWord(next) : next;
  }

  private int endOfScript(int from, Character.UnicodeScript script) {
    int at = from;
    while (script != Character.UnicodeScript.HAN && isScript(at, script)) {
      at++;
    }
    return at;
  }

  private boolean isRatio(int at) {
    return at + 2 < text.length()
        && text.charAt(at + 1) == ':'
        && Character.isUpperCase(text.charAt(at))
        && Character.isUpperCase(text.charAt(at + 2))
        && (at + 3 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 3)));
  }

  private int endOfWord(int from) {
    int at = from;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      if (isWordCharacter(code) || isMark(code)) {
        at += Character.charCount(code);
      } else if (joins(code, at + 1)) {
        at++;
      } else {
        break;
      }
    }
    for (int pluses = 0; pluses < 2 && at < text.length() && text.charAt(at) == '+'; pluses++) {
      at++;
    }
    return at;
  }

  /// Whether a character joins its two sides into one word.
  private boolean joins(int sign, int after) {
    if (after >= text.length()) {
      return false;
    }
    int code = text.codePointAt(after);
    return (JOINERS.indexOf(sign) >= 0 && isWordCharacter(code))
        || (sign == '.' && Character.isDigit(code));
  }

  private boolean isScript(int at, Character.UnicodeScript script) {
    // The prolonged sound mark is of no script.
    return at < text.length()
        && (text.charAt(at) == 'ー' || Character.UnicodeScript.of(text.charAt(at)) == script);
  }

  private static boolean isSpace(char letter) {
    return letter < ASCII
        ? letter <= ' ' && Character.isWhitespace(letter)
        : Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private static boolean isWordCharacter(int code) {
    return code < ASCII ? IN_WORDS[code] : Character.isLetterOrDigit(code) && !isUnspaced(code);
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// Whether a letter is of a script that is written without spaces.
  static boolean isUnspaced(int code) {
    return code >= FIRST_UNSPACED
        && switch (Character.UnicodeScript.of(code)) {
          case HAN, KATAKANA, HIRAGANA -> true;
          default -> false;
        };
  }
}
