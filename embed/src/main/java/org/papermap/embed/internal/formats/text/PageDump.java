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
    List<Paragraph> paragraphs = paragraphs(source.text(), MarkdownText.isIn(source.head()));
    if (!hasTitledAbstract(paragraphs)) {
      throw new UnrecognizedException(
          "neither JSON, nor a table, nor titles followed by abstracts",
          "Give JSON, JSON Lines, CSV or TSV with a title and an abstract in each row, or a text of"
              + " titles and abstracts with blank lines between them");
    }
    Page page = new Page(paragraphs);
    page.read();
    if (!source.isFormatNamed()) {
      PageDoubts.check(page, paragraphs);
    }
    page.deliver(sink);
  }

  private static boolean hasTitledAbstract(List<Paragraph> paragraphs) {
    return IntStream.range(1, paragraphs.size())
        .anyMatch(i -> paragraphs.get(i).isLong() && !paragraphs.get(i - 1).isLong());
  }

  private static List<Paragraph> paragraphs(BufferedReader text, boolean markdown)
      throws IOException {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Paragraph> block = new ArrayList<>();
    LineNumberReader lines = new LineNumberReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> parts = markdown ? MarkdownText.paragraphs(line) : List.of(line);
      boolean apart = markdown && (parts.size() > 1 || MarkdownText.isHeading(line));
      if (apart) {
        endBlock(block, paragraphs);
      }
      for (String part : parts) {
        String words = PlainText.oneLine(part);
        if (words.isEmpty()) {
          endBlock(block, paragraphs);
        } else {
          block.add(new Paragraph(lines.getLineNumber(), words));
        }
        if (apart) {
          endBlock(block, paragraphs);
        }
      }
    }
    endBlock(block, paragraphs);
    return paragraphs;
  }

  private static void endBlock(List<Paragraph> block, List<Paragraph> paragraphs) {
    paragraphs.addAll(unwrap(block));
    block.clear();
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
