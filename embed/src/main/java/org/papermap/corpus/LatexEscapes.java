package org.papermap.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text for a field of BibTeX, written so that LaTeX prints it as it is. Formulas between
/// dollars stay formulas.
final class LatexEscapes {
  /// It has a sign that formulas have and sums of money do not.
  private static final Pattern FORMULA =
      Pattern.compile("\\$(?=[^$]{0,300}[\\\\_^{])(?:[^$\\\\]|\\\\[^$]){1,300}\\$");

  private LatexEscapes() {}

  static String of(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    Matcher formula = FORMULA.matcher(text);
    int from = 0;
    while (formula.find()) {
      if (BibtexPrinter.isBalanced(formula.group())) {
        words(text, from, formula.start(), escaped);
        escaped.append(formula.group());
        from = formula.end();
      }
    }
    words(text, from, text.length(), escaped);
    return escaped.toString();
  }

  private static void words(String text, int start, int end, StringBuilder escaped) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '{' -> escaped.append("\\textbraceleft{}");
        case '}' -> escaped.append("\\textbraceright{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
        case '-', '`', '\'' -> {
          // Two of them would be printed as another sign.
          boolean twice = i > start && text.charAt(i - 1) == c;
          escaped.append(twice ? "{}" : "").append(c);
        }
        default -> escaped.append(c);
      }
    }
  }

  /// An address or identifier, whose signs LaTeX reads as they are, but for braces.
  static String address(String address) {
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
  }
}
