package org.papermap.embed.internal.formats.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.text.Page.Finding.Found;

/// Makes records of the papers of one page.
///
/// @param datesBefore whether most papers have a day in the line before their titles
record PageRecord(TitleOrnaments ornaments, boolean datesBefore, BetweenPapers between) {
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");

  static PageRecord of(List<Page.Finding> findings) {
    List<Found> papers =
        findings.stream()
            .flatMap(it -> it instanceof Found paper ? Stream.of(paper) : Stream.empty())
            .toList();
    long dated = papers.stream().filter(paper -> isDay(paper.before())).count();
    return new PageRecord(
        TitleOrnaments.of(papers),
        papers.size() > 1 && isDay(papers.getFirst().before()) && 2 * dated > papers.size(),
        BetweenPapers.of(findings, papers.size()));
  }

  private static boolean isDay(@Nullable Paragraph line) {
    return line != null && line.day().isPresent();
  }

  /// Whether the line says something of the paper that a field is for.
  static boolean isTelling(Paragraph line) {
    return line.day().isPresent() || line.isAddress() || labelled(line).isPresent();
  }

  private static Optional<Label> labelled(Paragraph line) {
    return Optional.ofNullable(line.label())
        .filter(label -> label.meaning() != null && !label.value().isBlank());
  }

  SourceRecord record(Found paper) {
    SourceRecord.Builder record = SourceRecord.at(paper.title().line());
    ornaments.put(paper.title().text(), record);
    record.put(Field.ABSTRACT, ornaments.withoutQuotes(paper.text().text()));
    Paragraph authors = paper.authors();
    if (authors != null) {
      record.put(Field.AUTHORS, authors.bareNames());
    }
    paper.notes().forEach(note -> putNote(note, record));
    if (datesBefore && paper.before() != null) {
      paper.before().day().ifPresent(day -> record.put(Field.DATE, day));
    }
    between.of(paper).forEach(note -> putNote(note, record));
    if (authors != null) {
      putYear(authors, record);
    }
    if (paper.venue() != null) {
      record.put(Field.VENUE, paper.venue().text());
      putYear(paper.venue(), record);
    }
    return record.build();
  }

  private static void putNote(Paragraph note, SourceRecord.Builder record) {
    Optional<String> day = note.day();
    Optional<Label> label = labelled(note);
    if (day.isPresent()) {
      record.put(Field.DATE, day.get());
    } else if (note.isAddress()) {
      String address = note.text().replaceFirst("\\s*\\[.*", "");
      boolean web = address.startsWith("http") || address.startsWith("www.");
      boolean doi = address.regionMatches(true, 0, "doi", 0, 3);
      record.put(web ? Field.URL : doi ? Field.DOI : Field.ARXIV, address);
    } else if (label.isPresent()) {
      Field field = label.get().meaning();
      if (field == Field.VENUE || field == Field.KEYWORDS) {
        record.put(field, label.get().name(), label.get().value());
      } else if (field != null) {
        record.put(field, label.get().value());
      }
    }
  }

  private static void putYear(Paragraph from, SourceRecord.Builder record) {
    Matcher year = YEAR.matcher(from.text());
    if (year.find()) {
      record.put(Field.DATE, year.group(1));
    }
  }
}
