package org.papermap.embed.internal.formats.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// A project of Citavi, as its backups (`.ctv6bak`) and exports have it. Works, people and what
/// joins them stand apart, so that works are kept until all is read.
final class Citavi implements XmlSchema {
  private static final String JOINED = "OnetoN";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, List<String>> authorsOf = new HashMap<>();
  private final Map<String, List<String>> editorsOf = new HashMap<>();
  private final List<XmlElement> works = new ArrayList<>();

  @Override
  public boolean takes(String name, int depth) {
    return switch (name) {
      case "Person", "Periodical", "Reference", "ReferenceAuthors", "ReferenceEditors" -> true;
      default -> false;
    };
  }

  @Override
  public boolean leavesOut(String name) {
    return name.endsWith("Formatted");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    String id = element.attribute("id");
    switch (element.name()) {
      case "Person" -> names.put(id, person(element));
      case "Periodical" -> names.put(id, element.text("Name"));
      case "Reference" -> works.add(element);
      case "ReferenceAuthors" -> join(element, authorsOf);
      default -> join(element, editorsOf);
    }
  }

  private static String person(XmlElement person) {
    return Stream.of("FirstName", "MiddleName", "Prefix", "LastName")
        .map(person::text)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// `work;person;person`
  private static void join(XmlElement list, Map<String, List<String>> peopleOf) {
    list.children(JOINED)
        .map(pair -> List.of(pair.text().strip().split(";", -1)))
        .forEach(ids -> peopleOf.put(ids.getFirst(), ids.subList(1, ids.size())));
  }

  @Override
  public boolean isAnyPaper() {
    return !works.isEmpty();
  }

  @Override
  public void end(RecordSink sink) {
    works.forEach(work -> sink.record(record(work)));
  }

  private SourceRecord record(XmlElement work) {
    String id = work.attribute("id");
    SourceRecord.Builder record = SourceRecord.at(work.line());
    String title = work.text("Title");
    String rest = work.text("Subtitle");
    record.put(Field.TITLE, rest.isEmpty() ? title : title + ": " + rest);
    record.put(Field.ABSTRACT, work.text("Abstract"));
    authorsOf.getOrDefault(id, editorsOf.getOrDefault(id, List.of())).stream()
        .map(person -> names.getOrDefault(person, ""))
        .filter(name -> !name.isEmpty())
        .forEach(record::author);
    String date = work.text("Date");
    record.put(Field.DATE, date.isEmpty() ? work.text("Year") : date);
    record.put(Field.DATE, "year", work.text("Year"));
    record.put(Field.DOI, work.text("DOI"));
    record.put(Field.PUBMED, work.text("PubMedID"));
    record.put(Field.URL, work.text("OnlineAddress"));
    record.put(Field.KEY, "key", work.text("CitationKey"));
    record.put(Field.VENUE, "journal", names.getOrDefault(work.text("PeriodicalID"), ""));
    return record.build();
  }
}
