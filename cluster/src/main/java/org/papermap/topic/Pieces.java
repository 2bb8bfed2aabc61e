package org.papermap.topic;

import java.util.ArrayList;
import java.util.List;

/// Cuts text where words begin and end: `N:M`; a Chinese character; a run of Katakana, or of
/// Hiragana; a word, its parts joined by hyphens, apostrophes, a caret or the point of a decimal,
/// maybe with pluses at its end; and any other sign by itself. White space is left out.
final class Pieces {
  /// Below it are no scripts that are written without spaces.
  private static final int FIRST_JOINED = 0x2E80;

  private static final String JOINTS = "-‐‑'’^";

  private final String text;
  private final List<String> found = new ArrayList<>();

  private Pieces(String text) {
    this.text = text;
  }

  static List<String> of(String text) {
    Pieces pieces = new Pieces(text);
    for (int at = 0; at < text.length(); ) {
      at = pieces.from(at);
    }
    return pieces.found;
  }

  /// Reads what begins here.
  ///
  /// @return where it ends
  private int from(int at) {
    int code = text.codePointAt(at);
    int next = at + Character.charCount(code);
    if (Character.isWhitespace(code) || Character.isSpaceChar(code)) {
      return next;
    }
    int end = next;
    if (isRatio(at)) {
      end = at + 3;
    } else if (isJoined(code)) {
      Character.UnicodeScript script = Character.UnicodeScript.of(code);
      while (script != Character.UnicodeScript.HAN && isScript(end, script)) {
        end++;
      }
    } else if (isWordCharacter(code)) {
      end = endOfWord(next);
    }
    found.add(text.substring(at, end));
    return end;
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

  /// Whether a sign joins what stands before and after it into one word.
  private boolean joins(int sign, int after) {
    if (after >= text.length()) {
      return false;
    }
    int code = text.codePointAt(after);
    return (JOINTS.indexOf(sign) >= 0 && isWordCharacter(code))
        || (sign == '.' && Character.isDigit(code));
  }

  private boolean isScript(int at, Character.UnicodeScript script) {
    // The sign that lengthens a vowel is of no script.
    return at < text.length()
        && (text.charAt(at) == 'ー' || Character.UnicodeScript.of(text.charAt(at)) == script);
  }

  private static boolean isWordCharacter(int code) {
    return Character.isLetterOrDigit(code) && !isJoined(code);
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// Whether a letter is of a script that is written without spaces.
  static boolean isJoined(int code) {
    return code >= FIRST_JOINED
        && switch (Character.UnicodeScript.of(code)) {
          case HAN, KATAKANA, HIRAGANA -> true;
          default -> false;
        };
  }
}
