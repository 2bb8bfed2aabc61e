package org.papermap.embed.internal.formats.xml;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Crossref's XML (`unixref`): a record lies in what it appeared in, a journal, a conference or a
/// book.
final class Unixref implements XmlSchema {
  private static final Set<String> TAKEN =
      Set.of(
          "journal",
          "conference",
          "book",
          "posted_content",
          "dissertation",
          "report-paper",
          "standard",
          "peer_review");

  private static final List<String> PARTS =
      List.of("journal_article", "conference_paper", "content_item");

  private static final List<String> ABOUT_WHOLE =
      List.of(
          "book_metadata",
          "book_series_metadata",
          "book_set_metadata",
          "report-paper_metadata",
          "standard_metadata");

  private static final List<String> DATES =
      List.of("publication_date", "posted_date", "approval_date", "review_date");

  @Override
  public boolean takes(String name, int depth) {
    return TAKEN.contains(name);
  }

  @Override
  public boolean leavesOut(String name) {
    return name.equals("citation_list");
  }

  @Override
  public void take(XmlElement whole, RecordSink sink) {
    List<XmlElement> parts = PARTS.stream().flatMap(whole::children).toList();
    if (!parts.isEmpty()) {
      parts.forEach(part -> put(part, whole, sink));
    } else if (!Set.of("journal", "conference").contains(whole.name())) {
      put(ABOUT_WHOLE.stream().flatMap(whole::children).findFirst().orElse(whole), whole, sink);
    } else {
      sink.navigation(whole.line(), whole.name() + ": " + venue(whole));
    }
  }

  private static void put(XmlElement part, XmlElement whole, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(part.line());
    String title = part.text("titles", "title");
    String rest = part.text("titles", "subtitle");
    record.put(Field.TITLE, rest.isEmpty() || title.isEmpty() ? title : title + ": " + rest);
    record.put(Field.ABSTRACT, part.text("abstract"));
    // A thesis has its author beside its title.
    Stream.concat(part.all("contributors").flatMap(XmlElement::children), part.children())
        .filter(person -> person.has("contributor_role", "author"))
        .forEach(person -> record.author(name(person)));
    record.put(Field.DATE, date(part));
    record.put(Field.DATE, date(whole));
    record.put(Field.DATE, date(whole.first("journal_issue").orElse(whole)));
    record.put(Field.DOI, part.text("doi_data", "doi"));
    record.put(Field.URL, part.text("doi_data", "resource"));
    if (part != whole) {
      record.put(Field.VENUE, "journal", venue(whole));
    }
    sink.record(record.build());
  }

  private static String name(XmlElement person) {
    return person.name().equals("person_name")
        ? person.joined("given_name", "surname", "suffix")
        : person.text();
  }

  /// The first day of its kind: archives put works online long after they were printed.
  private static String date(XmlElement element) {
    return DATES.stream()
        .map(kind ->
            element
                .children(kind)
                .map(date -> XmlDates.of(date.text("year"), date.text("month"), date.text("day")))
                .filter(date -> !date.isEmpty())
                .min(Comparator.comparing(date -> date.substring(0, Math.min(4, date.length()))))
                .orElse(""))
        .filter(date -> !date.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String venue(XmlElement whole) {
    return XmlElement.firstOf(
        whole.text("journal_metadata", "full_title"),
        whole.text("proceedings_metadata", "proceedings_title"),
        whole.text("proceedings_series_metadata", "proceedings_title"),
        whole.text("book_metadata", "titles", "title"),
        whole.text("book_series_metadata", "titles", "title"));
  }
}
