package org.papermap.embed.internal.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// A web page of papers saved as text, or a list of papers in Markdown: titles and abstracts in
/// turn, and between them whatever else the page had to say; see [Page].
///
/// Lines with a blank line between them are paragraphs of their own; lines without one are one
/// paragraph if they look wrapped. Since almost any text could be such a page, one in which the
/// papers look unlike papers is refused; see [PageDoubts].
public final class PageDump implements Format {
  /// Text wrapped to any width in use has lines of this length.
  private static final int WRAPPED_LENGTH = 40;

  /// Wrapped lines are longer than this share of the widest, but for the last.
  private static final double HEAD_SHARE = .7;

  /// A title, authors, a venue.
  private static final int MOST_HEADS = 3;

  @Override
  public String key() {
    return "page-dump";
  }

  @Override
  public String words() {
    return "page dump";
  }

  /// Text in which nothing else is seen may be a page dump.
  @Override
  public Claim claim(Head head) {
    if (!head.isText()) {
      return Claim.none();
    }
    return new Claim(Certainty.POSSIBLE, MarkdownText.isIn(head) ? "Markdown list" : words());
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    List<List<Paragraph>> blocks = blocks(source.text(), MarkdownText.isIn(source.head()));
    List<Paragraph> paragraphs = unwrapped(blocks);
    if (!hasTitledAbstract(paragraphs)) {
      paragraphs =
          unwrapped(
              blocks.stream()
                  .map(block -> block.stream().map(Paragraph::inShortList).toList())
                  .toList());
      if (!isShortList(paragraphs)) {
        throw neither();
      }
    }
    Page page = new Page(paragraphs);
    page.read();
    if (!source.isFormatNamed()) {
      PageDoubts.check(page, paragraphs);
    }
    page.deliver(sink);
  }

  private static UnrecognizedException neither() {
    return new UnrecognizedException(
        "neither JSON, nor a table, nor titles followed by abstracts",
        "Give JSON, JSON Lines, CSV or TSV with a title and an abstract in each row, or a text of"
            + " titles and abstracts with blank lines between them");
  }

  private static boolean hasTitledAbstract(List<Paragraph> paragraphs) {
    return IntStream.range(1, paragraphs.size())
        .anyMatch(i -> paragraphs.get(i).isLong() && !paragraphs.get(i - 1).isLong());
  }

  /// Whether short titles and abstracts of whole sentences take turns, and hardly anything else is
  /// there: lists of short abstracts are rare, and other texts are not.
  private static boolean isShortList(List<Paragraph> paragraphs) {
    long texts = paragraphs.stream().filter(Paragraph::isLong).count();
    long sentences =
        paragraphs.stream()
            .filter(it -> it.isLong() && it.text().matches(".*[.!?。！？][\"'”’)\\]]*"))
            .count();
    long titled =
        IntStream.range(1, paragraphs.size())
            .filter(i -> paragraphs.get(i).isLong())
            .filter(i -> isShortTitle(paragraphs.get(i - 1)))
            .count();
    return titled > 1
        && titled == texts
        && sentences == texts
        && 3 * titled >= paragraphs.size() - titled;
  }

  private static boolean isShortTitle(Paragraph paragraph) {
    return paragraph.text().length() < Paragraph.SHORT_LIST_LENGTH - 10
        && !paragraph.text().matches(".*[.,:;]");
  }

  /// The lines between blank ones.
  private static List<List<Paragraph>> blocks(BufferedReader text, boolean markdown)
      throws IOException {
    List<List<Paragraph>> blocks = new ArrayList<>();
    List<Paragraph> block = new ArrayList<>();
    LineNumberReader lines = new LineNumberReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> parts = markdown ? MarkdownText.paragraphs(line) : List.of(line);
      boolean apart = markdown && (parts.size() > 1 || MarkdownText.isHeading(line));
      if (apart) {
        endBlock(block, blocks);
      }
      for (String part : parts) {
        String words = PlainText.oneLine(part);
        if (words.isEmpty()) {
          endBlock(block, blocks);
        } else {
          block.add(new Paragraph(lines.getLineNumber(), words));
        }
        if (apart) {
          endBlock(block, blocks);
        }
      }
    }
    endBlock(block, blocks);
    return blocks;
  }

  private static void endBlock(List<Paragraph> block, List<List<Paragraph>> blocks) {
    if (!block.isEmpty()) {
      blocks.add(List.copyOf(block));
      block.clear();
    }
  }

  private static List<Paragraph> unwrapped(List<List<Paragraph>> blocks) {
    return blocks.stream().flatMap(block -> unwrap(block).stream()).toList();
  }

  /// The lines as one paragraph if they look wrapped to a width, else each as its own. Lines before
  /// wrapped text that end long before the width are a title and authors.
  private static List<Paragraph> unwrap(List<Paragraph> lines) {
    if (!looksWrapped(lines)) {
      return List.copyOf(lines);
    }
    int width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    int heads = 0;
    int most = Math.min(MOST_HEADS, lines.size() - 1);
    while (heads < most
        && lines.get(heads).text().length() < HEAD_SHARE * width
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
    long wide = lines.stream().limit(full).filter(l -> l.text().length() >= WRAPPED_LENGTH).count();
    return 2 * wide >= full;
  }
}
