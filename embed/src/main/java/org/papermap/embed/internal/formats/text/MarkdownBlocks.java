package org.papermap.embed.internal.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.AbstractHeading;

/// A text in Markdown, or another light markup, as a list of headings, list items and paragraphs.
final class MarkdownBlocks {
  private static final Pattern HEADING =
      Pattern.compile("(?:\\s*+[-*+]\\s++|\\s{0,3})(#{1,6})\\s++(.*)");

  /// `doi:: 10.…`, as outlines have below a heading.
  private static final Pattern PROPERTY = Pattern.compile("[\\w-]{1,30}:: .*");

  private static final Pattern BULLET =
      Pattern.compile("(\\s*)(?:[-*+•]|\\d{1,4}[.)])\\s+(?:\\[[ xX]]\\s+)?(\\S.*)");
  private static final Pattern QUOTE = Pattern.compile("^\\s*+(?:>\\s?){1,20}+");
  private static final Pattern RULE = Pattern.compile("\\s*([-*_])(?:\\s*\\1){2,300}\\s*");
  private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
  private static final Pattern BOLD_LINE =
      Pattern.compile(
          "(?:\\[)?(\\*\\*|__)(?=\\S).*(?<=\\S)\\1(?:]\\([^)]*\\))?\\s*(?:\\(\\d{4}\\))?");

  /// `<details><summary>Title</summary>`, as pages on GitHub fold papers up, and its end.
  private static final Pattern DETAILS =
      Pattern.compile(
          "(?i)\\s*+(?:</?details[^<>]*>\\s*+){0,3}+(?:<summary>(.*?)</summary>)?\\s*+(?:</?details>)?\\s*+");

  private static final int SMALLEST_HEADING = 6;

  /// What a block is.
  enum Kind {
    HEADING,
    BULLET,
    BOLD,
    /// A paragraph that begins with bold type or a link.
    LEAD,
    PARAGRAPH
  }

  /// @param level of a heading 1 to 6; of a list item its indent in blanks; else 0
  record Block(Kind kind, int level, long line, String text) {
    boolean isLike(Block other) {
      return kind == other.kind && (kind != Kind.HEADING || level == other.level);
    }
  }

  /// What a heading stands above: `=====`.
  private static final Pattern UNDERLINE = Pattern.compile("([=~^\"'#*+-])\\1{3,}\\s*");

  /// What a term on the line above means.
  private static final Pattern DEFINITION = Pattern.compile(":\\s+(\\S.*)");

  private static final Pattern LEAD = Pattern.compile("\\W{0,2}?(?:\\*\\*|__|\\[[^\\]]+]\\()\\S.*");

  private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s*/?>");

  /// The marks that may close a heading.
  private static final Pattern CLOSING = Pattern.compile("#+$");

  private static final int LONGEST_UNDERLINED = 250;

  private final List<Block> blocks = new ArrayList<>();

  /// The signs of underlines met so far; the first is of the highest headings.
  private final StringBuilder underlines = new StringBuilder();

  private final StringBuilder paragraph = new StringBuilder();
  private long begun;
  private Kind kind = Kind.PARAGRAPH;
  private int level;
  private boolean fenced;

  private MarkdownBlocks() {}

  static List<Block> of(BufferedReader text, LightMarkup markup) throws IOException {
    MarkdownBlocks blocks = new MarkdownBlocks();
    LineNumberReader lines = new LineNumberReader(text);
    for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
      String line = markup.markdown(raw);
      if (line.indexOf('<') < 0) {
        blocks.take(lines.getLineNumber(), line);
      } else {
        for (String part : LINE_BREAK.split(line)) {
          blocks.take(lines.getLineNumber(), part);
        }
      }
    }
    blocks.end();
    return blocks.blocks;
  }

  private void take(long number, String raw) {
    String quoted = QUOTE.matcher(raw).replaceFirst("");
    // A backslash breaks the line, and more than that is none.
    String line =
        quoted.endsWith("\\") && !quoted.endsWith("\\\\")
            ? quoted.substring(0, quoted.length() - 1)
            : quoted;
    if (FENCE.matcher(line).matches()) {
      fenced = !fenced;
      end();
      return;
    }
    if (!fenced && UNDERLINE.matcher(line).matches() && isUnderlined(line)) {
      underline(line.charAt(0));
      return;
    }
    if (fenced || line.isBlank() || RULE.matcher(line).matches()) {
      end();
      return;
    }
    Matcher definition = DEFINITION.matcher(line);
    if (definition.matches() && isTerm()) {
      kind = Kind.BOLD;
      paragraph.insert(0, "**").append("**");
      end();
      goOn(number, definition.group(1));
      return;
    }
    Matcher details = DETAILS.matcher(line);
    if (details.matches()) {
      end();
      String summary = details.group(1);
      if (summary != null && !summary.isBlank() && !AbstractHeading.is(summary)) {
        blocks.add(new Block(Kind.HEADING, SMALLEST_HEADING, number, summary.strip()));
      }
      return;
    }
    Matcher heading = HEADING.matcher(line);
    Matcher bullet = BULLET.matcher(line);
    if (heading.matches()) {
      end();
      blocks.add(
          new Block(
              Kind.HEADING, heading.group(1).length(), number, withoutMarks(heading.group(2))));
    } else if (bullet.matches()) {
      end();
      begin(number, Kind.BULLET, bullet.group(1).length(), bullet.group(2));
    } else {
      goOn(number, line.strip());
    }
  }

  /// Whether the open paragraph is one short line, hardly longer than this.
  private boolean isUnderlined(String line) {
    int length = paragraph.length();
    return length > 0
        && length <= LONGEST_UNDERLINED
        && kind != Kind.BULLET
        && paragraph.indexOf("\n") < 0
        && 3 * line.strip().length() >= 2 * length;
  }

  /// Whether the open paragraph is one short line.
  private boolean isTerm() {
    return !paragraph.isEmpty()
        && kind == Kind.PARAGRAPH
        && paragraph.length() <= LONGEST_UNDERLINED
        && paragraph.indexOf("\n") < 0;
  }

  private void underline(char sign) {
    if (underlines.indexOf(String.valueOf(sign)) < 0) {
      underlines.append(sign);
    }
    int rank = 1 + underlines.indexOf(String.valueOf(sign));
    blocks.add(
        new Block(Kind.HEADING, Math.min(rank, SMALLEST_HEADING), begun, paragraph.toString()));
    paragraph.setLength(0);
    kind = Kind.PARAGRAPH;
  }

  private void goOn(long number, String line) {
    boolean bold = BOLD_LINE.matcher(line).matches();
    boolean labelled = Label.of(line) instanceof Label label && label.known();
    if (bold || labelled || PROPERTY.matcher(line).matches()) {
      end();
    }
    if (paragraph.isEmpty()) {
      boolean lead = !labelled && LEAD.matcher(line).matches();
      begin(number, bold ? Kind.BOLD : lead ? Kind.LEAD : Kind.PARAGRAPH, 0, line);
    } else {
      paragraph.append('\n').append(line);
    }
    if (bold) {
      end();
    }
  }

  private void begin(long number, Kind what, int indent, String line) {
    begun = number;
    kind = what;
    level = indent;
    paragraph.append(line);
  }

  private void end() {
    if (!paragraph.isEmpty()) {
      blocks.add(new Block(kind, level, begun, paragraph.toString()));
    }
    paragraph.setLength(0);
    kind = Kind.PARAGRAPH;
  }

  /// A heading without the marks that may close it.
  private static String withoutMarks(String heading) {
    return CLOSING.matcher(heading.strip()).replaceFirst("").strip();
  }
}
