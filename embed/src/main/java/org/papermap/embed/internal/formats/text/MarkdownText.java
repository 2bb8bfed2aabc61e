package org.papermap.embed.internal.formats.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Head;

/// Takes the marks of Markdown off the lines of a list of papers.
final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +\\S");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]+)]\\(([^)\\s]++)[^)]*+\\)");
  private static final Pattern HEADING_MARK = Pattern.compile("^\\s{0,3}#{1,6} +|\\s+#+$");

  /// `- **Title** rest`, `1. [Title](…) rest`.
  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\s*(?:[-*+]|\\d{1,4}[.)])\\s+(?:\\*\\*(.+?)\\*\\*|__(.+?)__|(\\[[^\\]]+]\\([^)]+\\)))"
              + "[\\s.:,—–-]*(.*)$");

  private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])([*_])(?=\\S)([^*_]+?)(?<=\\S)\\1(?![\\w*])");

  private MarkdownText() {}

  /// Whether the text is Markdown: two headings, two links, or the file's name.
  static boolean isIn(Head head) {
    return head.hasExtension("md")
        || head.hasExtension("markdown")
        || hasTwo("#", HEADING, head.text())
        || hasTwo("](", LINK, head.text());
  }

  /// @param part of all that the pattern finds
  private static boolean hasTwo(String part, Pattern pattern, String text) {
    return text.contains(part) && pattern.matcher(text).results().limit(2).count() == 2;
  }

  /// The line as the paragraphs that it holds: an entry of a list has its title by itself.
  static List<String> paragraphs(String line) {
    Matcher entry = ENTRY.matcher(line);
    if (entry.matches()) {
      String title =
          entry.group(1) != null
              ? entry.group(1)
              : entry.group(2) != null ? entry.group(2) : entry.group(3);
      String rest = plain(entry.group(4));
      return rest.isBlank() ? List.of(plain(title)) : List.of(plain(title), rest);
    }
    return List.of(plain(HEADING_MARK.matcher(line).replaceAll("")));
  }

  static boolean isHeading(String line) {
    return HEADING.matcher(line).find();
  }

  private static String plain(String text) {
    String plain = LINK.matcher(text).replaceAll("$1");
    plain = STRONG.matcher(plain).replaceAll("$2");
    return EMPHASIS.matcher(plain).replaceAll("$2");
  }
}
