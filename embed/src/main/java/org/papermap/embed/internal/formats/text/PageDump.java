package org.papermap.embed.internal.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
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
public final class PageDump extends NamedFormat {
  private static final Pattern OTHER_BREAKS = Pattern.compile("[\\u2028\\u2029\\u000B\\f]");

  /// What SSRN writes behind its titles.
  private static final Pattern OF_SSRN =
      Pattern.compile("[\\s·]+(?=(?:Number of pages|Posted|Last [Rr]evised): )");

  /// `* * *` between papers.
  private static final Pattern RULE = Pattern.compile("[*•·~⁂_=#–—\\s-]{3,}|[⁂§]");

  public PageDump() {
    super("page-dump", "page dump");
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
    List<Paragraph> paragraphs = RunInTitles.apart(Blocks.paragraphs(blocks));
    if (!hasTitledAbstract(paragraphs)) {
      paragraphs =
          Blocks.paragraphs(
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
      // What word processors and PDFs break lines and pages with.
      for (String own : OTHER_BREAKS.split(line, -1)) {
        takeLine(lines.getLineNumber(), own, markdown, block, blocks);
      }
    }
    endBlock(block, blocks);
    return blocks;
  }

  private static void takeLine(
      long number,
      String line,
      boolean markdown,
      List<Paragraph> block,
      List<List<Paragraph>> blocks) {
    List<String> parts = markdown ? MarkdownText.paragraphs(line) : NamesOnLines.apartAtTab(line);
    boolean apart = markdown && (parts.size() > 1 || MarkdownText.isHeading(line));
    if (apart) {
      endBlock(block, blocks);
    }
    if (line.contains("Number of pages:")) {
      parts = parts.stream().flatMap(OF_SSRN::splitAsStream).toList();
    }
    for (String part : parts) {
      String words = PlainText.oneLine(part);
      if (words.isEmpty() || RULE.matcher(words).matches()) {
        endBlock(block, blocks);
      } else {
        block.add(new Paragraph(number, words));
      }
      if (apart) {
        endBlock(block, blocks);
      }
    }
  }

  private static void endBlock(List<Paragraph> block, List<List<Paragraph>> blocks) {
    if (!block.isEmpty()) {
      blocks.add(List.copyOf(block));
      block.clear();
    }
  }
}
