package org.papermap.embed.internal.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// A web page of papers saved as text: titles and abstracts in turn, and between them whatever else
/// the page had to say.
///
/// Lengths tell them apart. A paragraph of 250 characters or more is an abstract, or, after an
/// abstract, its next paragraph; the shorter one before it is its title. Of several short ones the
/// last is the title, unless it reads as a date or a count or stands all over the page. A whole
/// sentence of 100 characters or more that follows a title and precedes another title is a short
/// abstract. What is left over is navigation, except that a left-over line after the first paper
/// which reads as a title is reported as a paper without an abstract.
///
/// Lines with a blank line between them are paragraphs of their own; lines without one are one
/// paragraph if they look wrapped.
public final class PageDump implements Format {
  /// Of 16,118 papers of two arXiv collections, no title and all abstracts but one are as long.
  private static final int ABSTRACT_LENGTH = 250;

  private static final int SHORT_ABSTRACT_LENGTH = 100;

  /// A line repeated as often is part of the page; a title may stand twice in a page saved twice.
  private static final int REPEATED = 3;

  /// Text wrapped to any width in use has lines of this length.
  private static final int WRAPPED_LENGTH = 40;

  private static final String MONTH =
      "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
  private static final Pattern DATE_OR_COUNT =
      Pattern.compile(
          "((published|submitted|updated|posted)( on)? )?"
              + ("(" + MONTH + " \\d{1,2}(,? \\d{4})?")
              + ("|\\d{1,2}\\.? " + MONTH + "(,? \\d{4})?")
              + ("|" + MONTH + " \\d{4}")
              + "|\\d{4}-\\d{2}(-\\d{2})?"
              + "|\\d+ \\p{L}+( ago)?"
              + "|[\\d\\p{P}\\p{S} ]+[km]?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BULLET = Pattern.compile("([-*•‣◦·–]|\\(?\\d{1,2}[.)]) .*");

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
    return head.isText() ? new Claim(Certainty.POSSIBLE, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    List<Paragraph> paragraphs = paragraphs(source.text());
    if (!hasTitledAbstract(paragraphs)) {
      throw new UnrecognizedException(
          "neither JSON, nor a table, nor titles followed by abstracts",
          "Give JSON, JSON Lines, CSV or TSV with a title and an abstract in each row, or a text of"
              + " titles and abstracts with blank lines between them");
    }
    new Page(paragraphs, sink).read();
  }

  private static boolean hasTitledAbstract(List<Paragraph> paragraphs) {
    return IntStream.range(1, paragraphs.size())
        .anyMatch(i -> paragraphs.get(i).isLong() && !paragraphs.get(i - 1).isLong());
  }

  private static List<Paragraph> paragraphs(BufferedReader text) throws IOException {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Paragraph> block = new ArrayList<>();
    LineNumberReader lines = new LineNumberReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String words = PlainText.oneLine(line);
      if (words.isEmpty()) {
        paragraphs.addAll(unwrap(block));
        block.clear();
      } else {
        block.add(new Paragraph(lines.getLineNumber(), words));
      }
    }
    paragraphs.addAll(unwrap(block));
    return paragraphs;
  }

  /// The lines as one paragraph if they look wrapped to a width, else each as its own.
  private static List<Paragraph> unwrap(List<Paragraph> lines) {
    return looksWrapped(lines) ? List.of(Paragraph.join(lines)) : List.copyOf(lines);
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

  /// @param line where it begins
  private record Paragraph(long line, String text) {
    static Paragraph join(List<Paragraph> parts) {
      return new Paragraph(
          parts.getFirst().line(), String.join(" ", parts.stream().map(Paragraph::text).toList()));
    }

    boolean isLong() {
      return text.length() >= ABSTRACT_LENGTH;
    }

    boolean isSentence() {
      return text.length() >= SHORT_ABSTRACT_LENGTH && text.endsWith(".");
    }

    boolean isBullet() {
      return BULLET.matcher(text).matches();
    }

    boolean isDateOrCount() {
      return DATE_OR_COUNT.matcher(text).matches();
    }

    int words() {
      return text.split(" ", -1).length;
    }
  }

  /// One pass over the paragraphs, with the short ones that wait for an abstract.
  private static final class Page {
    private final List<Paragraph> paragraphs;
    private final RecordSink sink;
    private final Map<String, Integer> copies = new HashMap<>();
    private List<Paragraph> waiting = new ArrayList<>();
    private boolean anyPaper;

    Page(List<Paragraph> paragraphs, RecordSink sink) {
      this.paragraphs = paragraphs;
      this.sink = sink;
      paragraphs.forEach(paragraph -> copies.merge(paragraph.text(), 1, Integer::sum));
    }

    void read() {
      int i = 0;
      while (i < paragraphs.size()) {
        if (!paragraphs.get(i).isLong()) {
          waiting.add(paragraphs.get(i++));
          continue;
        }
        int end = endOfAbstract(i);
        takeShortPapers(waiting.size() - 1);
        takePaper(Paragraph.join(paragraphs.subList(i, end)));
        i = end;
      }
      takeShortPapers(waiting.size());
      waiting.forEach(this::leaveOver);
    }

    private int endOfAbstract(int start) {
      int end = start + 1;
      while (end < paragraphs.size()
          && (paragraphs.get(end).isLong() || paragraphs.get(end).isBullet())) {
        end++;
      }
      return end;
    }

    /// Takes the papers with short abstracts out of those waiting, looking before `end` only.
    private void takeShortPapers(int end) {
      List<Paragraph> rest = new ArrayList<>();
      for (int i = 0; i < waiting.size(); i++) {
        Paragraph next = waiting.get(i);
        if (i < end && next.isSentence() && !rest.isEmpty() && readsAsTitle(rest.getLast())) {
          Paragraph title = rest.removeLast();
          rest.forEach(this::leaveOver);
          rest.clear();
          deliver(title, next);
        } else {
          rest.add(next);
        }
      }
      waiting = rest;
    }

    private void takePaper(Paragraph text) {
      Optional<Paragraph> title = title();
      for (Paragraph other : waiting) {
        if (title.isEmpty() || other != title.get()) {
          leaveOver(other);
        }
      }
      waiting = new ArrayList<>();
      title.ifPresentOrElse(
          found -> deliver(found, text),
          () -> sink.withoutTitle(text.line(), "no line before: " + text.text()));
    }

    private Optional<Paragraph> title() {
      return waiting.reversed().stream()
          .filter(this::mayBeTitle)
          .findFirst()
          .or(() -> waiting.reversed().stream().filter(p -> !p.isDateOrCount()).findFirst());
    }

    private boolean mayBeTitle(Paragraph paragraph) {
      return !paragraph.isDateOrCount()
          && paragraph.words() > 1
          && copies.getOrDefault(paragraph.text(), 0) < REPEATED;
    }

    /// Stricter than what may be a title where an abstract follows.
    private boolean readsAsTitle(Paragraph paragraph) {
      return mayBeTitle(paragraph)
          && paragraph.words() > 2
          && paragraph.text().length() >= 15
          && !paragraph.text().endsWith("!");
    }

    private void leaveOver(Paragraph paragraph) {
      if (anyPaper && readsAsTitle(paragraph)) {
        sink.withoutAbstract(paragraph.line(), "no abstract after: " + paragraph.text());
      } else {
        sink.navigation(paragraph.line(), paragraph.text());
      }
    }

    private void deliver(Paragraph title, Paragraph text) {
      anyPaper = true;
      sink.record(
          SourceRecord.at(title.line())
              .put(Field.TITLE, title.text())
              .put(Field.ABSTRACT, text.text())
              .build());
    }
  }
}
