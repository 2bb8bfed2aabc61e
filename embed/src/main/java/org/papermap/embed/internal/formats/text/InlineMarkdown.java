package org.papermap.embed.internal.formats.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Markdown within a line: links, bold and italic type, code.
final class InlineMarkdown {
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\([^)]*\\)");
  // Bounded, since Java's stack grows with each turn of such a loop.
  private static final Pattern LINK =
      Pattern.compile(
          "\\[((?:[^\\[\\]\\\\]++|\\\\.|\\[[^\\[\\]]*+]){0,60}+)]"
              + "\\(\\s*+<?([^)\\s>]*+)>?(?:\\s[^)]*+)?\\)");
  private static final Pattern PAPER_LINK =
      Pattern.compile(
          "(?i)https?://[^\\s)]*(?:arxiv|doi\\.org|openreview|aclanthology|\\.pdf|/pdf|/abs/"
              + "|/paper|acm\\.org|ieee|springer|nature|biorxiv|semanticscholar|neurips|mlr\\.press)");

  /// `[[Knots]]`, `[[knots|Knots]]`: a link to another note.
  private static final Pattern NOTE_LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]+)]](?!\\()");

  private static final Pattern AUTO_LINK = Pattern.compile("<(https?://[^>\\s]+)>");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>\\]\"]+");
  private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*\\\\])([*_])(?=[^\\s*_])([^*_]+?)(?<=\\S)\\1(?![\\w*])");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\[\\]*_`#|.()+!>~-])");

  /// Text wrapped to any width in use has lines of this length.
  private static final int WRAPPED_LENGTH = 60;

  private static final Pattern BOLD_FIRST =
      Pattern.compile("\\W{0,2}?(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");

  private InlineMarkdown() {}

  /// The words without the marks; a link is its words.
  static String plain(String text) {
    if (!hasMarks(text)) {
      return text.strip();
    }
    String plain = IMAGE.matcher(NOTE_LINK.matcher(text).replaceAll("$1")).replaceAll("");
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = AUTO_LINK.matcher(plain).replaceAll("$1");
    plain = STRONG.matcher(plain).replaceAll("$2");
    plain = EMPHASIS.matcher(plain).replaceAll("$2");
    plain = CODE.matcher(plain).replaceAll("$1");
    return ESCAPED.matcher(plain).replaceAll("$1").strip();
  }

  private static boolean hasMarks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*_`[\\<".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The first web address in the text, or the text.
  static String address(String text) {
    Matcher address = ADDRESS.matcher(text);
    return address.find() ? address.group() : plain(text);
  }

  /// Whether the text is nothing but links, and signs between them.
  static boolean isLinksOnly(String text) {
    boolean any = LINK.matcher(text).find() || ADDRESS.matcher(text).find();
    String rest = LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("");
    rest = ADDRESS.matcher(rest).replaceAll("");
    return any && rest.chars().noneMatch(Character::isLetterOrDigit);
  }

  /// The text without its links, images and web addresses.
  static String withoutLinks(String text) {
    String unlinked = LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("");
    return ADDRESS.matcher(unlinked).replaceAll("");
  }

  /// The web addresses that stand in the text as they are.
  static Matcher webAddress(String text) {
    return ADDRESS.matcher(text);
  }

  /// The first link of the text.
  static Matcher link(String text) {
    return LINK.matcher(text);
  }

  /// The first address in the text that is one of a paper.
  static Optional<String> paperLink(String text) {
    Matcher link = PAPER_LINK.matcher(text);
    return link.find() ? Optional.of(address(text.substring(link.start()))) : Optional.empty();
  }

  /// The bold type that the text begins with.
  static Matcher bold(String text) {
    return BOLD_FIRST.matcher(text);
  }

  /// Whether the first line of a list item holds the whole title, so that the next is something
  /// else.
  static boolean isWhole(String first) {
    return bold(first).lookingAt() || link(first).find();
  }

  /// Whether a line with a whole title ends within the text behind it, which was wrapped.
  static boolean goesOn(String first) {
    Matcher bold = bold(first);
    Matcher link = link(first);
    int end = bold.lookingAt() ? bold.end() : link.find() ? link.end() : first.length();
    String rest = plain(first.substring(end)).replaceFirst("^[\\s|:.,;–—-]+", "");
    return first.length() >= WRAPPED_LENGTH
        && rest.length() > 20
        && !rest.matches(".*[.!?)\\]]")
        && !NameList.matches(rest);
  }
}
