package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Lines that list names: `Ada Lind, Jo Moreau and Kim Park`.
public final class NameList {
  private static final int LONGEST = 400;
  private static final String WORD =
      "(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’-]*|(?:\\p{Lu}\\.-?)+"
          + "|de|van|von|der|den|del|della|la|le|di|da|dos|bin|al|el|ten|ter|y)";
  private static final Pattern NAME = Pattern.compile(WORD + "(?:[ \u00A0]" + WORD + "){1,4}");
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|;|·|•|&|\\band\\b)\\s*");
  private static final Pattern BARS = Pattern.compile("\\s+\\|\\s+");
  private static final Pattern ET_AL = Pattern.compile("(?:^|\\s+)et al\\.?\\s*$");
  private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV");

  private static final Pattern SENTENCE_END = Pattern.compile("\\.\\s");

  private NameList() {}

  /// Whether the line is a list of names, each with a first and a last one.
  public static boolean matches(String line) {
    if (line.length() > LONGEST || line.endsWith(":") || line.endsWith("?")) {
      return false;
    }
    List<String> names = split(line);
    return !names.isEmpty() && names.stream().allMatch(name -> NAME.matcher(name).matches());
  }

  /// The part between bars that lists names, or empty: `CVPR 2024 | Ada Lind, Jo Moreau | [Code]`.
  static String betweenBars(String line) {
    return BARS.splitAsStream(line.indexOf('\n') < 0 && line.length() <= LONGEST ? line : "")
        .filter(NameList::matches)
        .findFirst()
        .orElse("");
  }

  /// The names between commas, semicolons and `and`.
  static List<String> split(String line) {
    List<String> names = new ArrayList<>();
    for (String part : BETWEEN.split(line, -1)) {
      String name = ET_AL.matcher(part).replaceFirst("").strip();
      if (SUFFIX.matcher(name).matches() && !names.isEmpty()) {
        names.set(names.size() - 1, names.getLast() + " " + name);
      } else if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /// The text without what stands in parentheses, such as affiliations.
  static String withoutParentheses(String text) {
    StringBuilder rest = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        rest.append(c);
      }
    }
    return depth == 0 ? rest.toString() : text;
  }

  /// `Ada Lind (University of Bergen), Jo Moreau (CNRS)`: the names alone, or nothing.
  static String beforePlaces(String text) {
    String names =
        text.endsWith(")") ? withoutParentheses(text).replaceAll("\\s+(?=,|;|$)", "") : "";
    return matches(names) ? names : "";
  }

  /// Where the first sentence ends, if names follow it; else the end.
  static int before(String text) {
    int end = text.indexOf(". ");
    int next = end < 0 ? -1 : text.indexOf(". ", end + 2);
    boolean names = next > 0 && matches(text.substring(end + 2, next));
    return names ? end : text.length();
  }

  /// Where the sentence ends that lists names at the beginning, or -1.
  static int endOf(String words) {
    return SENTENCE_END
        .matcher(words)
        .results()
        .map(MatchResult::start)
        .filter(end -> matches(words.substring(0, end)))
        .reduce(-1, (first, last) -> last);
  }
}
