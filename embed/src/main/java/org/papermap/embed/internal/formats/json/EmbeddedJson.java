package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// JSON that lies in something else, such as the data of a page.
public final class EmbeddedJson {
  private EmbeddedJson() {}

  /// The papers in the text that have both title and abstract; none if the text is no JSON.
  public static List<SourceRecord> papers(String text, long line, FieldNames names) {
    JsonRecords records = new JsonRecords(names);
    Papers papers = new Papers(names);
    try {
      JsonNode value = JsonTree.whole(text, line);
      if (value.isArray() || records.areIn(value)) {
        records.in(value, line).forEach(delivery -> delivery.to(papers));
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return papers.found;
  }

  /// Keeps what is a paper beyond doubt.
  private static final class Papers implements RecordSink {
    private final FieldNames names;
    private final List<SourceRecord> found = new ArrayList<>();

    Papers(FieldNames names) {
      this.names = names;
    }

    @Override
    public void record(SourceRecord record) {
      if (has(record, Field.TITLE) && has(record, Field.ABSTRACT)) {
        found.add(record);
      }
    }

    private boolean has(SourceRecord record, Field field) {
      return record.values().stream()
          .anyMatch(value -> value.meaning() == field || names.isNamed(value.name(), field));
    }

    @Override
    public void malformed(long line, String detail) {
      // Of a page's data only papers count.
    }

    @Override
    public void withoutTitle(long line, String detail) {
      // Of a page's data only papers count.
    }

    @Override
    public void withoutAbstract(long line, String detail) {
      // Of a page's data only papers count.
    }

    @Override
    public void navigation(long line, String text) {
      // Of a page's data only papers count.
    }

    @Override
    public void note(long line, String text) {
      // Of a page's data only papers count.
    }
  }
}
