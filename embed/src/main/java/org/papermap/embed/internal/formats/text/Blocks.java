package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The lines between blank ones of a whole page, as paragraphs: lines that were wrapped are joined,
/// and what stands above an abstract stays apart from it. How the page does it tells what its many
/// blocks have in common.
final class Blocks {
  /// Text wrapped to any width in use has lines of this length.
  private static final int WRAPPED_LENGTH = 40;

  /// Wrapped lines are longer than this share of the widest, but for the last.
  private static final double HEAD_SHARE = .7;

  private static final int MOST_LINES_ABOVE = 6;

  /// A title, authors, a venue.
  private static final int MOST_HEADS = 3;

  private final List<List<Paragraph>> blocks;

  /// Whether lists of names stand in most blocks, so that a line that may be a name is one.
  private final boolean named;

  /// Whether blocks of wrapped text begin with a title that is a line of its own.
  private final boolean titled;

  private Blocks(List<List<Paragraph>> blocks) {
    this.blocks = blocks;
    List<List<Paragraph>> ofLines = blocks.stream().filter(block -> block.size() > 1).toList();
    long several = ofLines.stream().filter(block -> above(block).count() > 1).count();
    long lists =
        ofLines.stream().filter(block -> hasAbove(block, Paragraph::isListOfNames)).count();
    this.named = lists > 1 && 3 * lists >= several;
    this.titled = areTitled();
  }

  static List<Paragraph> paragraphs(List<List<Paragraph>> lines) {
    Blocks blocks = new Blocks(lines.parallelStream().map(Blocks::linesOf).toList());
    List<Paragraph> parts = new ArrayList<>();
    for (List<Paragraph> block : blocks.blocks) {
      // A line alone stays as it is, and most pages have little else.
      parts.addAll(block.size() == 1 ? block : blocks.parts(block));
    }
    return NamesOnLines.joined(parts);
  }

  private static List<Paragraph> linesOf(List<Paragraph> block) {
    List<Paragraph> lines = new ArrayList<>();
    for (Paragraph line : block) {
      lines.addAll(NamesOnLines.apartFromVenue(line));
    }
    return lines.size() == 1 ? lines : NamesOnLines.unwrapped(lines);
  }

  private static Stream<Paragraph> above(List<Paragraph> block) {
    return block.stream().limit(MOST_LINES_ABOVE).takeWhile(line -> !line.isLong());
  }

  private static boolean hasAbove(List<Paragraph> block, Predicate<Paragraph> test) {
    return above(block).skip(1).anyMatch(test);
  }

  /// Whether most blocks of wrapped text end their first lines before the width or behind it.
  private boolean areTitled() {
    List<List<Paragraph>> texts =
        blocks.stream().filter(block -> block.size() > 3 && looksWrapped(block)).toList();
    int width =
        texts.stream()
            .flatMap(block -> block.stream().skip(1))
            .mapToInt(Blocks::length)
            .max()
            .orElse(0);
    long ended = texts.stream().filter(block -> endsApart(block, width)).count();
    return texts.size() > 1 && 3 * ended >= 2L * texts.size();
  }

  private static boolean endsApart(List<Paragraph> block, int width) {
    int first = length(block.getFirst());
    String next = block.get(1).text();
    int word = next.split(" ", 2)[0].length();
    return !Character.isLowerCase(next.codePointAt(0))
        && (first > width || first + 1 + word <= width);
  }

  private static int length(Paragraph line) {
    return line.text().length();
  }

  /// A block that begins with a title and lines of authors, a venue, a day or an address has these
  /// apart, whatever their lengths.
  private List<Paragraph> parts(List<Paragraph> lines) {
    boolean listed = named && hasAbove(lines, Paragraph::isListOfNames);
    int first = -1;
    int end = 0;
    for (int i = 0; i < Math.min(MOST_LINES_ABOVE, lines.size()) && !lines.get(i).isLong(); i++) {
      Paragraph line = lines.get(i);
      boolean names = listed ? line.isListOfNames() : named && i > 0 && line.mayBeNames();
      boolean further = end == i && end > 0 && line.mayBeNames();
      if (line.isAside() || names || (named && further)) {
        first = first < 0 ? i : first;
        end = i + 1;
      }
    }
    if (first < 0) {
      return unwrap(lines, titled);
    }
    List<Paragraph> parts = new ArrayList<>(unwrap(lines.subList(0, first), false));
    parts.addAll(lines.subList(first, end));
    parts.addAll(unwrap(lines.subList(end, lines.size()), false));
    return parts;
  }

  /// The lines as one paragraph if they look wrapped to a width, else each as its own. Lines before
  /// wrapped text that end long before the width are a title and authors.
  ///
  /// @param titled whether the first line is a title, whatever its length
  private static List<Paragraph> unwrap(List<Paragraph> lines, boolean titled) {
    if (!looksWrapped(lines)) {
      return List.copyOf(lines);
    }
    int width = lines.stream().mapToInt(Blocks::length).max().orElse(0);
    int heads = titled && lines.size() > 3 ? 1 : 0;
    int most = Math.min(MOST_HEADS, lines.size() - 1);
    while (heads < most
        && length(lines.get(heads)) < HEAD_SHARE * width
        && !Character.isLowerCase(lines.get(heads + 1).text().codePointAt(0))) {
      heads++;
    }
    List<Paragraph> text = lines.subList(Math.min(heads, lines.size()), lines.size());
    if (heads == 0 || text.size() < 3 || !Paragraph.join(text).isLong()) {
      return List.of(Paragraph.join(lines));
    }
    List<Paragraph> parts = new ArrayList<>(lines.subList(0, heads));
    parts.add(Paragraph.join(text));
    return parts;
  }

  /// Half of the lines but the last are as long as lines of wrapped text are; the others may have
  /// been broken early, before a long word or address.
  private static boolean looksWrapped(List<Paragraph> lines) {
    if (lines.size() < 2 || lines.stream().anyMatch(Paragraph::isLong)) {
      return false;
    }
    int full = lines.size() - 1;
    long wide = lines.stream().limit(full).filter(line -> length(line) >= WRAPPED_LENGTH).count();
    return 2 * wide >= full;
  }
}
