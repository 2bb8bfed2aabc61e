package org.papermap.embed.internal.formats.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// XML of no known kind, whose records have a title and an abstract in elements of these names.
final class PlainXml implements XmlSchema {
  private final String recordName;
  private final FieldNames names;

  PlainXml(String recordName, FieldNames names) {
    this.recordName = recordName;
    this.names = names;
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals(recordName);
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(element.line());
    Map<String, String> values = new LinkedHashMap<>();
    element
        .children()
        .forEach(child -> {
          if (!names.isNamed(child.name(), Field.AUTHORS)) {
            values.merge(child.name(), child.text(), (first, next) -> first + "; " + next);
          }
        });
    values.forEach(record::put);
    List<XmlElement> authors =
        element.children().filter(child -> names.isNamed(child.name(), Field.AUTHORS)).toList();
    if (authors.size() == 1 && authors.getFirst().children().findAny().isEmpty()) {
      record.put(authors.getFirst().name(), authors.getFirst().text());
    } else {
      authors.stream()
          .flatMap(author ->
              author.children().findAny().isPresent()
                  ? author.children()
                  : List.of(author).stream())
          .forEach(author -> record.author(name(author)));
    }
    sink.record(record.build());
  }

  /// The author's whole name, or its parts in order.
  private static String name(XmlElement author) {
    String surname = XmlElement.firstOf(author.text("lastName"), author.text("surname"));
    String parts = surname.isEmpty() ? "" : (author.text("firstName") + " " + surname).strip();
    boolean whole = author.text("firstName").chars().anyMatch(Character::isLowerCase);
    return XmlElement.firstOf(
        whole ? parts : "",
        author.text("fullName"),
        author.text("name"),
        author.text("displayName"),
        parts,
        author.text());
  }
}
