package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.RecordSink;

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
  /// What was found at one place of the page.
  sealed interface Finding {
    /// @param notes between the title and the abstract, or behind it
    /// @param before the line before the title
    record Found(
        Paragraph title,
        Paragraph text,
        @Nullable Paragraph authors,
        @Nullable Paragraph venue,
        List<Paragraph> notes,
        @Nullable Paragraph before)
        implements Finding {}

    record Untitled(Paragraph text) implements Finding {}

    record Bare(Paragraph title) implements Finding {}

    record Navigation(Paragraph text) implements Finding {}
  }

  private final List<Paragraph> paragraphs;
  private final PageLines lines;
  private final List<Finding> findings = new ArrayList<>();
  private List<Paragraph> waiting = new ArrayList<>();
  private boolean anyPaper;

  Page(List<Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
    this.lines = new PageLines(paragraphs);
  }

  List<Finding> findings() {
    return findings;
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
    return paragraph.isBullet() && !lines.isOrdinal(paragraph);
  }

  /// Takes the papers with short abstracts out of those waiting, looking before `end` only.
  private void takeShortPapers(int end) {
    List<Paragraph> rest = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      Paragraph next = waiting.get(i);
      if (i < end && next.isSentence() && !rest.isEmpty() && lines.readsAsTitle(rest.getLast())) {
        Paragraph title = rest.removeLast();
        rest.forEach(this::leaveOver);
        rest.clear();
        take(new Finding.Found(title, next, null, null, List.of(), null));
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
      if (lines.isOrdinal(other)) {
        title = other;
        break;
      }
      if (other.isLabelledNames() && authors == null) {
        authors = other;
      } else if (more
          && venue == null
          && other.isVenue()
          && CitedTitle.of(other.text()).isEmpty()) {
        venue = other;
      } else if (!lines.mayBeTitle(other)) {
        continue;
      } else if (more && lines.hasAuthors() && authors == null && isOfAuthors(other)) {
        authors = other;
      } else if (title == null) {
        title = other;
        if (!lines.isNumbered()) {
          break;
        }
      }
    }
    Paragraph found = title == null ? anyWord().orElse(null) : title;
    if (found == null) {
      waiting.forEach(this::leaveOver);
      findings.add(new Finding.Untitled(text));
    } else {
      takePaper(found, text, authors, venue);
    }
    waiting = new ArrayList<>();
  }

  private void takePaper(
      Paragraph title, Paragraph text, @Nullable Paragraph authors, @Nullable Paragraph venue) {
    int at = waiting.indexOf(title);
    List<Paragraph> notes = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      Paragraph other = waiting.get(i);
      if (other == title || other == authors || other == venue) {
        continue;
      }
      if (i > at && PageRecord.isTelling(other)) {
        notes.add(other);
      } else {
        leaveOver(other);
      }
    }
    Paragraph before = at == 0 ? null : waiting.get(at - 1);
    take(new Finding.Found(title, text, authors, venue, notes, before));
  }

  private static boolean isOfAuthors(Paragraph line) {
    return line.mayBeNames() || line.isNamesWithPlaces();
  }

  private Optional<Paragraph> anyWord() {
    return waiting.reversed().stream()
        .filter(paragraph -> !paragraph.isDateOrCount() && !paragraph.isHeading())
        .findFirst();
  }

  private void leaveOver(Paragraph paragraph) {
    findings.add(
        anyPaper && lines.readsAsTitle(paragraph)
            ? new Finding.Bare(paragraph)
            : new Finding.Navigation(paragraph));
  }

  private void take(Finding.Found paper) {
    anyPaper = true;
    findings.add(paper);
  }

  void deliver(RecordSink sink) {
    PageRecord records = PageRecord.of(findings);
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Found paper -> sink.record(records.record(paper));
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
}
