package org.papermap.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sentences of an abstract: where Java's own rules for English break a text (those of
/// [java.text.BreakIterator], which take four times as long), but not after an abbreviation or an
/// initial, nor within a word such as `Yahoo!-like` or `3.$x$`.
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g i.e cf vs al fig figs eq eqs sec ref refs tab no approx resp ca dr prof"
              .split(" ", -1));

  private static final int LONGEST_ABBREVIATION = 6;

  private final String text;

  private Sentences(String text) {
    this.text = text;
  }

  /// In their order, without blanks around them; none of a text without any character but blanks.
  public static List<String> of(String text) {
    return new Sentences(text).all();
  }

  private List<String> all() {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (mayEnd(text.charAt(at))) {
        int after = endOfRun(at);
        if (isBreak(at, after) && !endsAbbreviated(after)) {
          sentences.add(text.substring(from, after).strip());
          from = after;
        }
        at = after - 1;
      }
    }
    String rest = text.substring(from).strip();
    if (!rest.isEmpty()) {
      sentences.add(rest);
    }
    return sentences;
  }

  private static boolean mayEnd(char sign) {
    return isPeriod(sign) || isMark(sign) || isFullStop(sign);
  }

  /// What ends a sentence only where something follows that may begin one.
  private static boolean isPeriod(char sign) {
    return sign == '.' || sign == '．';
  }

  /// What ends a sentence where a blank follows.
  private static boolean isMark(char sign) {
    return sign == '!' || sign == '?';
  }

  /// What ends a sentence in scripts that may have no blanks.
  private static boolean isFullStop(char sign) {
    return switch (sign) {
      case '。', '！', '？', '।', '॥' -> true;
      default -> false;
    };
  }

  /// After all signs that may end a sentence here, and the quotes and brackets that they close.
  private int endOfRun(int from) {
    int at = from;
    while (at < text.length() && (mayEnd(text.charAt(at)) || closes(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private boolean isBreak(int from, int to) {
    boolean ended = false;
    for (int at = from; at < to; at++) {
      if (isFullStop(text.charAt(at))) {
        return true;
      }
      ended |= isMark(text.charAt(at));
    }
    int next = skipBlanks(to);
    return next > to && (ended || begins(next));
  }

  /// Whether what begins here may begin a sentence: a letter that is not small, or any letter after
  /// an opening bracket, a dollar or the like.
  private boolean begins(int from) {
    int at = from;
    while (at < text.length() && precedes(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return false;
    }
    int code = text.codePointAt(at);
    return Character.isLetter(code) && (at > from || !Character.isLowerCase(code));
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean endsAbbreviated(int end) {
    int period = end - 1;
    int begin = period;
    while (begin > 0 && period - begin <= LONGEST_ABBREVIATION && !parts(text.charAt(begin - 1))) {
      begin--;
    }
    return text.charAt(period) == '.'
        && begin < period
        && (isInitial(begin, period)
            || ABBREVIATIONS.contains(text.substring(begin, period).toLowerCase(Locale.ROOT)));
  }

  private boolean isInitial(int from, int to) {
    int code = text.codePointAt(from);
    return from + Character.charCount(code) == to && Character.isLetter(code);
  }

  /// Whether a word may begin after it.
  private static boolean parts(char sign) {
    return sign == '(' || sign == '[' || isBlank(sign);
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }

  /// Whether a sign may stand before the first letter of a sentence.
  private static boolean precedes(int code) {
    return code == '"'
        || code == '\''
        || !(Character.isLetterOrDigit(code)
            || code == ','
            || closes(code)
            || Character.isSpaceChar(code)
            || Character.isWhitespace(code)
            || (code <= Character.MAX_VALUE && mayEnd((char) code)));
  }

  private static boolean closes(int code) {
    if (code == '"' || code == '\'') {
      return true;
    }
    int type = Character.getType(code);
    return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
  }
}
