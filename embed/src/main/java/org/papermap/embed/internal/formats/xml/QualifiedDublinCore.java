package org.papermap.embed.internal.formats.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// Dublin Core with qualifiers, as DSpace keeps it: one element a value (`dim`), or elements in
/// elements (`xoai`).
final class QualifiedDublinCore {
  private final List<Value> values = new ArrayList<>();

  private record Value(String element, String qualifier, String text) {}

  private QualifiedDublinCore() {}

  /// `<field element="contributor" qualifier="author">…</field>`
  static QualifiedDublinCore ofFields(XmlElement dim) {
    QualifiedDublinCore core = new QualifiedDublinCore();
    dim.children("field")
        .forEach(field ->
            core.add(field.attribute("element"), field.attribute("qualifier"), field.text()));
    return core;
  }

  /// `<element name="contributor"><element name="author">…<field name="value">…</field>`
  static QualifiedDublinCore ofElements(XmlElement metadata) {
    QualifiedDublinCore core = new QualifiedDublinCore();
    metadata
        .children("element")
        .filter(schema -> schema.has("name", "dc"))
        .flatMap(schema -> schema.children("element"))
        .forEach(element -> core.addAll(element.attribute("name"), "", element));
    return core;
  }

  /// @param qualifier that of the element, or empty where it is still to come
  private void addAll(String element, String qualifier, XmlElement holder) {
    holder
        .children("field")
        .filter(field -> field.has("name", "value"))
        .forEach(field -> add(element, qualifier, field.text()));
    holder
        .children("element")
        .forEach(inner ->
            addAll(element, qualifier.isEmpty() ? inner.attribute("name") : qualifier, inner));
  }

  private void add(String element, String qualifier, String text) {
    if (!text.isBlank()) {
      values.add(new Value(element, qualifier, text));
    }
  }

  /// @param id that of the record, or empty
  SourceRecord record(long line, String id) {
    SourceRecord.Builder record = SourceRecord.at(line);
    put(record, Field.TITLE, all("title"));
    put(record, Field.ABSTRACT, Stream.concat(all("description", "abstract"), all("abstract")));
    List<String> authors =
        Stream.concat(all("contributor", "author"), all("creator")).distinct().toList();
    authors.forEach(record::author);
    put(record, Field.DATE, Stream.concat(all("date", "issued"), all("date", "created")));
    put(record, Field.DOI, all("identifier").filter(each -> each.contains("10.")));
    put(record, Field.URL, all("identifier").filter(each -> each.startsWith("http")));
    if (!id.isEmpty()) {
      record.put(Field.ID, id);
    }
    put(record, Field.VENUE, all("publisher"));
    record.put(Field.KEYWORDS, "subjects", all("subject").collect(Collectors.joining("; ")));
    return record.build();
  }

  private Stream<String> all(String element) {
    return values.stream().filter(value -> value.element().equals(element)).map(Value::text);
  }

  private Stream<String> all(String element, String qualifier) {
    return values.stream()
        .filter(value -> value.element().equals(element) && value.qualifier().equals(qualifier))
        .map(Value::text);
  }

  private static void put(SourceRecord.Builder record, Field field, Stream<String> texts) {
    texts.findFirst().ifPresent(text -> record.put(field, text));
  }
}
