package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines of text with the room they take, in pixels.
///
/// Nobody knows which font a reader has, so the room is that of Noto Sans Bold, which is as wide as
/// any of the fonts that the page asks for. Where letters turn out to be wider, the page sets them
/// smaller.
///
/// @param lines from top to bottom
public record LabelText(List<String> lines, double width, double height) {
  /// Titles are cut after this many letters; the page shows them whole on a click.
  private static final int LONGEST_TITLE = 52;

  /// Titles longer than this take two lines.
  private static final int LONGEST_LINE = 26;

  private static final int MOST_LINES = 3;

  /// Room beside a text, and above and below it.
  private static final double PADDING = 2;

  /// Widths in hundredths of the font's size, each before the letters that have it.
  private static final String[] WIDTHS = {
    "27 '",
    "31!,.:;ijl",
    "34-()[]J",
    "39If{}",
    "42/\\_",
    "46rt`",
    "50szo\"?",
    "55cLFS*|",
    "59$+<=>^~vxeTZyE0123456789",
    "62aokPgYC",
    "66bdpqhnuVRK#X",
    "69AB",
    "74&DG",
    "77HU",
    "82NOQ",
    "91w%M@",
    "98mW",
    "95w"
  };

  private static final int ASCII = 128;
  private static final double[] EMS = ems();

  /// Letters of other alphabets: most are no wider than `O`, those of East Asia take a square.
  private static final double OTHER = 0.82;

  private static double[] ems() {
    double[] ems = new double[ASCII];
    Arrays.fill(ems, OTHER);
    for (String entry : WIDTHS) {
      double width = Integer.parseInt(entry, 0, 2, 10) / 100.0;
      entry.substring(2).chars().forEach(letter -> ems[letter] = width);
    }
    return ems;
  }

  /// The width of a text in a kind's letters, in pixels.
  static double width(String text, LabelKind kind) {
    double ems = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      ems += em(text.codePointAt(at));
    }
    return ems * kind.size * kind.narrowness;
  }

  private static double em(int letter) {
    if (letter < ASCII) {
      return EMS[letter];
    }
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.FORMAT -> 0;
      case Character.LOWERCASE_LETTER -> 0.66;
      default -> Character.isIdeographic(letter) || letter > 0xffff ? 1.3 : OTHER;
    };
  }

  /// A name on one line, on two, and on three, as far as it has words.
  static List<LabelText> shapes(String name, LabelKind kind) {
    List<String> words = List.of(name.strip().split("\\s+"));
    List<LabelText> shapes = new ArrayList<>();
    for (int lines = 1; lines <= Math.min(MOST_LINES, words.size()); lines++) {
      shapes.add(of(wrapped(words, lines, kind), kind));
    }
    return shapes;
  }

  /// A topic's number in a ring.
  static LabelText number(int number) {
    String text = Integer.toString(number);
    double width = Math.max(LabelKind.NUMBER.leading, width(text, LabelKind.NUMBER) + 10);
    return new LabelText(List.of(text), width, LabelKind.NUMBER.leading);
  }

  /// The beginning of a paper's title, on one line or two.
  ///
  /// The page cuts and breaks titles by the same rule, see `js/labels.js`: both count letters only.
  static LabelText title(String title) {
    String cut = title;
    if (cut.length() > LONGEST_TITLE) {
      int end = cut.lastIndexOf(' ', LONGEST_TITLE - 2);
      cut = cut.substring(0, end > 0 ? end : LONGEST_TITLE - 2) + "…";
    }
    int middle = breakOf(cut);
    return of(
        middle < 0 ? List.of(cut) : List.of(cut.substring(0, middle), cut.substring(middle + 1)),
        LabelKind.TITLE);
  }

  /// The space nearest to the middle of a long line, the first of two; -1 where there is none.
  private static int breakOf(String line) {
    if (line.length() <= LONGEST_LINE) {
      return -1;
    }
    int before = line.lastIndexOf(' ', line.length() / 2);
    int after = line.indexOf(' ', line.length() / 2);
    if (before < 0 || after < 0) {
      return Math.max(before, after);
    }
    return line.length() / 2 - before <= after - line.length() / 2 ? before : after;
  }

  private static LabelText of(List<String> lines, LabelKind kind) {
    double widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, width(line, kind));
    }
    return new LabelText(
        lines, Math.ceil(widest) + 2 * PADDING, Math.ceil(lines.size() * kind.leading) + PADDING);
  }

  /// The words on this many lines, as even as can be.
  private static List<String> wrapped(List<String> words, int lines, LabelKind kind) {
    double even = width(String.join(" ", words), kind) / lines;
    List<String> result = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      double used = width(line.toString(), kind);
      boolean full = !line.isEmpty() && used + width(" " + word, kind) / 2 > even;
      if (full && result.size() < lines - 1) {
        result.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    result.add(line.toString());
    return result;
  }
}
