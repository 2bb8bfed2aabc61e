package org.papermap.embed.internal.formats;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the accents, letters, signs and type faces of LaTeX into plain text. Formulas between
/// dollars, `\(…\)` and `\[…\]` stay as they are, and so do commands that are not known.
public final class Latex {
  /// `\"{u}`, `\"u`, `{\"u}`, `\v{s}`, `{\v s}`, `\'\i`, `\'{\i}`.
  private static final String ACCENTED =
      "\\\\(?:([`'^~=.\"])\\s*|([uvHcdbkr])(?:\\s+|(?=\\{)))"
          + "(?:\\{\\s*(?:\\\\([ij])|(\\p{L}))\\s*}|\\\\([ij])(?![A-Za-z])|(\\p{L}))";

  private static final Pattern ACCENT = Pattern.compile("\\{\\s*" + ACCENTED + "\\s*}|" + ACCENTED);

  private static final Pattern LETTER =
      Pattern.compile(
          "\\{\\\\([A-Za-z]{1,20})\\s*}|\\\\([A-Za-z]{1,20})(?:\\{}|\\s+(?=\\p{L})|(?![A-Za-z]))");

  private static final String SIGNS = "&%$#_{}";

  /// Signs that LaTeX has a backslash before.
  private static final Pattern SIGN = Pattern.compile("\\\\([&%$#_{}])");

  private static final Pattern TYPE_FACE =
      Pattern.compile(
          "\\\\(?:textit|textbf|textsc|texttt|textrm|textsf|textsl|textup|textmd|textnormal|emph"
              + "|underline|mbox|text|url|uppercase|lowercase|enquote)\\s*\\{([^{}]*)}");

  private static final Pattern OLD_TYPE_FACE =
      Pattern.compile("\\{\\\\(?:it|bf|sc|tt|rm|sf|sl|em|itshape|bfseries|ttfamily)\\s+([^{}]*)}");

  private static final Pattern FORMULA =
      Pattern.compile(
          // No alternatives inside a repetition: each repetition of one takes room on the stack.
          "\\$\\$[^$\\\\]*+(?:\\\\.[^$\\\\]*+){0,300}+\\$\\$"
              + "|(?<!\\\\)\\$(?!\\$)[^$\\\\]{0,2000}+(?:\\\\.[^$\\\\]{0,500}+){0,300}+\\$"
              + "|\\\\\\(.{1,2000}?\\\\\\)|\\\\\\[.{1,2000}?\\\\]",
          Pattern.DOTALL);

  private Latex() {}

  /// The text without LaTeX, but for its formulas.
  public static String plain(String text) {
    if (text.indexOf('$') < 0 && !text.contains("\\(") && !text.contains("\\[")) {
      return words(text);
    }
    StringBuilder plain = new StringBuilder(text.length());
    Matcher formulas = FORMULA.matcher(text);
    int from = 0;
    while (formulas.find()) {
      plain.append(words(text.substring(from, formulas.start()))).append(formulas.group());
      from = formulas.end();
    }
    return plain.append(words(text.substring(from))).toString();
  }

  private static String words(String text) {
    // Most texts that have a backslash have nothing but `\%`: patterns are for those with more.
    boolean sign = false;
    boolean accent = false;
    boolean name = false;
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      sign |= SIGNS.indexOf(next) >= 0;
      accent |= LatexSigns.isAccent(next);
      name |= (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    }
    String words = accent ? ACCENT.matcher(text).replaceAll(Latex::accented) : text;
    words = name ? withoutNames(words) : words;
    return sign ? SIGN.matcher(words).replaceAll("$1") : words;
  }

  /// Type faces, one within the other, then letters that have names.
  private static String withoutNames(String text) {
    String words = text;
    for (int depth = 0; depth < 4; depth++) {
      String inner = TYPE_FACE.matcher(words).replaceAll("$1");
      inner = OLD_TYPE_FACE.matcher(inner).replaceAll("$1");
      if (inner.equals(words)) {
        break;
      }
      words = inner;
    }
    return LETTER.matcher(words).replaceAll(Latex::letter);
  }

  /// One letter with its accent, composed where Unicode has it.
  private static String accented(MatchResult match) {
    int first = match.group(1) != null || match.group(2) != null ? 1 : 7;
    String accent = match.group(first) != null ? match.group(first) : match.group(first + 1);
    String base = "";
    for (int group = first + 2; group < first + 6; group++) {
      base = match.group(group) != null ? match.group(group) : base;
    }
    return Matcher.quoteReplacement(LatexSigns.accented(base.codePointAt(0), accent.charAt(0)));
  }

  private static String letter(MatchResult match) {
    String name = match.group(1) != null ? match.group(1) : match.group(2);
    String sign = LatexSigns.sign(name);
    return Matcher.quoteReplacement(sign == null ? match.group() : sign);
  }
}
