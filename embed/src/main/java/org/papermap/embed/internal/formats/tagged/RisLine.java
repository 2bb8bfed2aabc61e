package org.papermap.embed.internal.formats.tagged;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.files.ResourceText;

/// A line of RIS that begins with a tag.
///
/// @param name in upper case
/// @param style how it is written, which the further lines of its record share
record RisLine(String name, String value, Style style) {
  /// How tags are written. The looser the style, the surer a tag must be known, since a line of an
  /// abstract may begin with `AI - `.
  enum Style {
    /// Two upper-case characters, two blanks, a dash.
    STRICT,
    /// Upper case with other blanks.
    LOOSE,
    /// Lower case.
    LOWER
  }

  private static final Set<String> KNOWN =
      Set.copyOf(ResourceText.section(RisLine.class, "tags.txt", "ris"));

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  /// The line with its tag, or null if it begins with none.
  static @Nullable RisLine of(String line, Style expected) {
    int start = 0;
    while (start < line.length() && isBlank(line.charAt(start))) {
      start++;
    }
    if (start + 2 >= line.length() || !isTag(line.charAt(start), line.charAt(start + 1))) {
      return null;
    }
    int dash = start + 2;
    while (dash < line.length() && dash < start + 7 && isBlank(line.charAt(dash))) {
      dash++;
    }
    if (dash == line.length() || !isDash(line.charAt(dash))) {
      return null;
    }
    int blanks = dash - start - 2;
    boolean apart = dash + 1 == line.length() || isBlank(line.charAt(dash + 1));
    String written = line.substring(start, start + 2);
    String name = written.toUpperCase(Locale.ROOT);
    Style style = style(written, name, blanks);
    String value = line.substring(dash + 1).strip();
    return isTrusted(name, value, style, expected, apart) ? new RisLine(name, value, style) : null;
  }

  private static Style style(String written, String name, int blanks) {
    if (!written.equals(name)) {
      return Style.LOWER;
    }
    return blanks == 2 ? Style.STRICT : Style.LOOSE;
  }

  private static boolean isTrusted(
      String name, String value, Style style, Style expected, boolean apart) {
    boolean known = KNOWN.contains(name);
    if (name.equals("TY") && isType(value)) {
      return true;
    }
    if (name.equals("ER") && value.isEmpty()) {
      return true;
    }
    return switch (style) {
      case STRICT -> apart || known;
      case LOOSE -> known && apart && expected != Style.STRICT;
      case LOWER -> known && apart && expected == Style.LOWER;
    };
  }

  private static boolean isType(String value) {
    return value.length() >= 2
        && value.length() <= 10
        && value.chars().allMatch(c -> Character.isLetterOrDigit(c));
  }

  private static boolean isTag(char first, char second) {
    return isLetter(first) && (isLetter(second) || (second >= '0' && second <= '9'));
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u3000';
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '\u2013' || c == '\u2010' || c == '\u2011';
  }
}
