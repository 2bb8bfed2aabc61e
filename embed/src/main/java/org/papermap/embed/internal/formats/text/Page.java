package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// One pass over the paragraphs of a page, with the short ones that wait for an abstract.
///
/// Lengths tell titles from abstracts. A paragraph of 250 characters or more is an abstract, or,
/// after an abstract, its next paragraph; the shorter one before it is its title. Of several short
/// ones the last is the title, unless it reads as a heading, a venue, a date or a count, stands all
/// over the page, or names authors where most papers of the page have authors there. A whole
/// sentence of 100 characters or more between two titles is a short abstract. What is left over is
/// navigation, except that a left-over line after the first paper which reads as a title is
/// reported as a paper without an abstract.
final class Page {
  /// A line repeated as often is part of the page; a title may stand twice in a page saved twice.
  private static final int REPEATED = 3;

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");

  /// What was found at one place.
  sealed interface Finding {
    record Found(
        Paragraph title, Paragraph text, @Nullable Paragraph authors, @Nullable Paragraph venue)
        implements Finding {}

    record Untitled(Paragraph text) implements Finding {}

    record Bare(Paragraph title) implements Finding {}

    record Navigation(Paragraph text) implements Finding {}
  }

  private final List<Paragraph> paragraphs;
  private final Map<String, Integer> copies = new HashMap<>();

  /// The same of lines that differ in numbers alone: `3 citations`, `4 citations`.
  private final Map<String, Integer> counted = new HashMap<>();

  private final List<Finding> findings = new ArrayList<>();
  private final boolean hasAuthors;

  /// Whether the titles are a numbered list.
  private final boolean numbered;

  private List<Paragraph> waiting = new ArrayList<>();
  private boolean anyPaper;

  Page(List<Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
    for (Paragraph paragraph : paragraphs) {
      if (!paragraph.isLong()) {
        copies.merge(paragraph.text(), 1, Integer::sum);
        counted.merge(withoutNumbers(paragraph), 1, Integer::sum);
      }
    }
    this.hasAuthors = authorsStandBeforeMostAbstracts();
    this.numbered = numbersStandBeforeMostAbstracts();
  }

  List<Finding> findings() {
    return findings;
  }

  /// Whether before half of the abstracts there are two short lines or more, the last of them a
  /// list of names; one that may be a single name counts where another is a list.
  private boolean authorsStandBeforeMostAbstracts() {
    int abstracts = 0;
    int lists = 0;
    int names = 0;
    for (int i = 1; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).isLong() && !paragraphs.get(i - 1).isLong()) {
        abstracts++;
        int last = i - 1;
        while (last > 0 && isAside(paragraphs.get(last)) && !paragraphs.get(last).isLong()) {
          last--;
        }
        if (last > 0 && !paragraphs.get(last - 1).isLong()) {
          lists += paragraphs.get(last).isListOfNames() ? 1 : 0;
          names += paragraphs.get(last).mayBeNames() ? 1 : 0;
        }
      }
    }
    return lists > 0 && 2 * names > abstracts && 3 * lists >= names;
  }

  private boolean numbersStandBeforeMostAbstracts() {
    int abstracts = 0;
    int numbers = 0;
    for (int i = 1; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).isLong() && !paragraphs.get(i - 1).isLong()) {
        abstracts++;
        numbers += paragraphs.get(i - 1).isNumbered() ? 1 : 0;
      }
    }
    return 2 * numbers > abstracts;
  }

  private boolean isAside(Paragraph paragraph) {
    return paragraph.isDateOrCount() || paragraph.isHeading() || paragraph.isVenue();
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
      takePaper(Paragraph.join(paragraphs.subList(i, end)).withoutHeading());
      i = end;
    }
    takeShortPapers(waiting.size());
    waiting.forEach(this::leaveOver);
  }

  private int endOfAbstract(int start) {
    int end = start + 1;
    while (end < paragraphs.size()
        && (paragraphs.get(end).isLong() || goesOn(paragraphs.get(end)))) {
      end++;
    }
    return end;
  }

  /// Whether a short paragraph after an abstract is a point of it.
  private boolean goesOn(Paragraph paragraph) {
    return paragraph.isBullet() && !(numbered && paragraph.isNumbered());
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
        take(new Finding.Found(title, next, null, null));
      } else {
        rest.add(next);
      }
    }
    waiting = rest;
  }

  private void takePaper(Paragraph text) {
    Paragraph authors = null;
    Paragraph venue = null;
    Paragraph title = null;
    for (Paragraph other : waiting.reversed()) {
      boolean more = other != waiting.getFirst();
      if (other.isHeading() || !mayBeTitle(other)) {
        continue;
      }
      if (more && venue == null && other.isVenue()) {
        venue = other;
      } else if (more && hasAuthors && authors == null && other.mayBeNames()) {
        authors = other;
      } else {
        title = other;
        break;
      }
    }
    Optional<Paragraph> found = Optional.ofNullable(title).or(this::anyWord);
    for (Paragraph other : waiting) {
      if (found.isEmpty() || (other != found.get() && other != authors && other != venue)) {
        leaveOver(other);
      }
    }
    waiting = new ArrayList<>();
    if (found.isPresent()) {
      take(new Finding.Found(found.get(), text, authors, venue));
    } else {
      findings.add(new Finding.Untitled(text));
    }
  }

  private Optional<Paragraph> anyWord() {
    return waiting.reversed().stream()
        .filter(paragraph -> !paragraph.isDateOrCount() && !paragraph.isHeading())
        .findFirst();
  }

  private boolean mayBeTitle(Paragraph paragraph) {
    return !paragraph.isDateOrCount()
        && paragraph.words() > 1
        && copies.getOrDefault(paragraph.text(), 0) < REPEATED;
  }

  private static String withoutNumbers(Paragraph paragraph) {
    return NUMBER.matcher(paragraph.text()).replaceAll("0");
  }

  /// Stricter than what may be a title where an abstract follows.
  private boolean readsAsTitle(Paragraph paragraph) {
    return mayBeTitle(paragraph)
        && paragraph.words() > 2
        && paragraph.text().length() >= 15
        && !paragraph.text().endsWith("!")
        && !isAside(paragraph)
        && counted.getOrDefault(withoutNumbers(paragraph), 0) < REPEATED
        && !(hasAuthors && paragraph.isListOfNames());
  }

  private void leaveOver(Paragraph paragraph) {
    findings.add(
        anyPaper && readsAsTitle(paragraph)
            ? new Finding.Bare(paragraph)
            : new Finding.Navigation(paragraph));
  }

  private void take(Finding.Found paper) {
    anyPaper = true;
    findings.add(paper);
  }

  void deliver(RecordSink sink) {
    TitleOrnaments ornaments = TitleOrnaments.of(papers());
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Found paper -> sink.record(record(paper, ornaments));
        case Finding.Untitled(Paragraph text) ->
            sink.withoutTitle(text.line(), "no line before: " + text.text());
        case Finding.Bare(Paragraph title) ->
            sink.withoutAbstract(title.line(), "no abstract after: " + title.text());
        case Finding.Navigation(Paragraph text) -> sink.navigation(text.line(), text.text());
      }
    }
  }

  /// What was found of papers with title and abstract.
  List<Finding.Found> papers() {
    return findings.stream()
        .flatMap(it -> it instanceof Finding.Found paper ? Stream.of(paper) : Stream.empty())
        .toList();
  }

  private static SourceRecord record(Finding.Found paper, TitleOrnaments ornaments) {
    SourceRecord.Builder record = SourceRecord.at(paper.title().line());
    ornaments.put(paper.title().text(), record);
    record.put(Field.ABSTRACT, ornaments.withoutQuotes(paper.text().text()));
    if (paper.authors() != null) {
      record.put(Field.AUTHORS, paper.authors().bareNames());
      putYear(paper.authors(), record);
    }
    if (paper.venue() != null) {
      record.put(Field.VENUE, paper.venue().text());
      putYear(paper.venue(), record);
    }
    return record.build();
  }

  private static void putYear(Paragraph from, SourceRecord.Builder record) {
    Matcher year = YEAR.matcher(from.text());
    if (year.find()) {
      record.put(Field.DATE, year.group(1));
    }
  }
}
