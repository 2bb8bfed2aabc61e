package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Lines of text with the room they take, in pixels.
///
/// The reader's font is not known, so the room is that of Noto Sans Bold, which is as wide as any
/// of the fonts that the page asks for. Where letters turn out to be wider, the page sets them
/// smaller.
///
/// @param lines from top to bottom
/// @param size of the letters
public record LabelText(List<String> lines, double size, double width, double height) {
  /// Titles are cut after this many letters: one in fifty.
  private static final int LONGEST_TITLE = 132;

  /// How long a line of a title is, about.
  private static final int LONGEST_LINE = 33;

  private static final int MOST_TITLE_LINES = 4;
  private static final int MOST_LINES = 3;

  /// What a line costs that begins with a word which belongs to the line before, in letters' sizes.
  private static final double BAD_BREAK = 2.5;

  /// Names of more words than that, which readers may give, are not looked through for each break.
  private static final int MOST_WORDS = 12;

  private static final Set<String> JOINING = Set.of("&", "and", "or", "of", "for", "in", "with");

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
  static double width(String text, LabelKind kind, double size) {
    double ems = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      ems += em(text.codePointAt(at));
    }
    return ems * size * kind.narrowness;
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
  static List<LabelText> shapes(String name, LabelKind kind, double size) {
    List<String> words = List.of(name.strip().split("\\s+"));
    List<LabelText> shapes = new ArrayList<>();
    for (int lines = 1; lines <= Math.min(MOST_LINES, words.size()); lines++) {
      List<String> broken = new Wrapping(words, kind, size).on(lines);
      if (lines == 1 || broken.stream().noneMatch(JOINING::contains)) {
        shapes.add(of(broken, kind, size));
      }
    }
    return shapes;
  }

  /// A topic's number in a ring.
  static LabelText number(int number) {
    String text = Integer.toString(number);
    double width =
        Math.max(
            LabelKind.NUMBER.leading, width(text, LabelKind.NUMBER, LabelKind.NUMBER.size) + 10);
    return new LabelText(List.of(text), LabelKind.NUMBER.size, width, LabelKind.NUMBER.leading);
  }

  /// The short name of an important paper, on one line.
  static LabelText landmark(String name) {
    return of(List.of(name), LabelKind.LANDMARK, LabelKind.LANDMARK.size);
  }

  /// A paper's title, on up to four lines.
  ///
  /// The page cuts and breaks titles by the same rule, see `js/labels.js`: both count letters only.
  static LabelText title(String title) {
    String rest = title;
    if (rest.length() > LONGEST_TITLE) {
      int end = rest.lastIndexOf(' ', LONGEST_TITLE - 2);
      rest = rest.substring(0, end > 0 ? end : LONGEST_TITLE - 2) + "…";
    }
    List<String> lines = new ArrayList<>();
    int count = Math.min(MOST_TITLE_LINES, Math.ceilDiv(rest.length(), LONGEST_LINE));
    for (int left = count; left > 1; left--) {
      int at = spaceNear(rest, rest.length() / left);
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at));
      rest = rest.substring(at + 1);
    }
    lines.add(rest);
    return of(lines, LabelKind.TITLE, LabelKind.TITLE.size);
  }

  /// The space nearest to a place in a text, the first of two; -1 where there is none.
  private static int spaceNear(String text, int place) {
    int before = text.lastIndexOf(' ', place);
    int after = text.indexOf(' ', place);
    if (before < 0 || after < 0) {
      return Math.max(before, after);
    }
    return place - before <= after - place ? before : after;
  }

  private static LabelText of(List<String> lines, LabelKind kind, double size) {
    double widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, width(line, kind, size));
    }
    double leading = kind.leading * size / kind.size;
    return new LabelText(
        lines, size, Math.ceil(widest) + 2 * PADDING, Math.ceil(lines.size() * leading) + PADDING);
  }

  /// Breaks words into lines: the widest line as narrow as can be, the break after a joining word
  /// and not before it.
  private record Wrapping(List<String> words, LabelKind kind, double size) {
    List<String> on(int lines) {
      return best(0, lines);
    }

    /// The words from one on, on this many lines.
    private List<String> best(int from, int lines) {
      if (lines == 1) {
        return List.of(String.join(" ", words.subList(from, words.size())));
      }
      List<String> best = List.of();
      double least = Double.POSITIVE_INFINITY;
      int farthest = Math.min(words.size() - lines + 1, from + MOST_WORDS);
      for (int end = from + 1; end <= farthest; end++) {
        List<String> rest = best(end, lines - 1);
        List<String> all = new ArrayList<>();
        all.add(String.join(" ", words.subList(from, end)));
        all.addAll(rest);
        double cost = cost(all);
        if (cost < least) {
          least = cost;
          best = all;
        }
      }
      return best;
    }

    private double cost(List<String> lines) {
      double cost = 0;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        cost = Math.max(cost, width(line, kind, size));
      }
      for (int i = 1; i < lines.size(); i++) {
        String line = lines.get(i);
        String before = lines.get(i - 1);
        int end = line.indexOf(' ');
        boolean bad = JOINING.contains(end < 0 ? line : line.substring(0, end));
        boolean good = before.endsWith(" &") || before.endsWith(" and") || before.endsWith(",");
        cost += (bad ? BAD_BREAK : 0) * size - (good ? 1 : 0) * size;
      }
      return cost;
    }
  }
}
