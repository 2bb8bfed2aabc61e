package org.papermap.embed.internal.formats.json;

import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.RecordSink;
import tools.jackson.databind.JsonNode;

/// Reads papers from objects that another syntax than JSON wrote down, and that mean what they mean
/// in JSON. One object for one source.
public final class JsonObjects {
  private final JsonRecords records;

  public JsonObjects(FieldNames names) {
    this.records = new JsonRecords(names);
  }

  /// Whether the object is a paper or lies around papers.
  public boolean arePapersIn(JsonNode object) {
    return records.areIn(object);
  }

  /// Hands on the papers in the object, or the object as a record that lacks a title.
  public void read(JsonNode object, long line, RecordSink sink) {
    records.in(object, line).forEach(delivery -> delivery.to(sink));
  }
}
