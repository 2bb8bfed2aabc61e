package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// The sources of Microsoft Word (`Sources.xml`), which have no abstracts but those of JabRef.
final class WordSources implements XmlSchema {
  @Override
  public boolean takes(String name, int depth) {
    return name.equals("Source");
  }

  @Override
  public void take(XmlElement source, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(source.line());
    record.put(Field.TITLE, source.text("Title"));
    record.put(Field.ABSTRACT, source.text("BIBTEX_Abstract"));
    List<String> authors = names(source, "Author");
    (authors.isEmpty() ? names(source, "Editor") : authors).forEach(record::author);
    record.put(
        Field.DATE, XmlDates.of(source.text("Year"), source.text("Month"), source.text("Day")));
    record.put(Field.DOI, source.text("DOI"));
    record.put(Field.URL, source.text("URL"));
    record.put(Field.KEY, "key", source.text("Tag"));
    record.put(
        Field.VENUE,
        "journal",
        XmlElement.firstOf(
            source.text("JournalName"),
            source.text("ConferenceName"),
            source.text("BookTitle"),
            source.text("Publisher")));
    record.put(Field.KEYWORDS, "keywords", source.text("BIBTEX_KeyWords"));
    sink.record(record.build());
  }

  private static List<String> names(XmlElement source, String role) {
    return source
        .all("Author", role)
        .flatMap(list -> Stream.concat(list.all("NameList", "Person"), list.children("Corporate")))
        .map(person ->
            person.name().equals("Corporate")
                ? person.text()
                : Stream.of("First", "Middle", "Last")
                    .map(part -> person.text(part).strip())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" ")))
        .filter(name -> !name.isBlank())
        .toList();
  }
}
