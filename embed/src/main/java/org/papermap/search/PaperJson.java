package org.papermap.search;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.embed.internal.json.JsonText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A paper as an index stores it: a JSON object whose members are the components of [Paper], in
/// their order. Equal papers give equal texts.
final class PaperJson {
  private PaperJson() {}

  static String of(Paper paper) {
    return JsonText.written(json -> {
      json.writeStartObject();
      json.writeStringProperty("id", paper.id());
      json.writeStringProperty("title", paper.title());
      json.writeStringProperty("abstractText", paper.abstractText());
      json.writeArrayPropertyStart("authors");
      paper.authors().forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("date", paper.date() == null ? null : paper.date().toString());
      json.writeStringProperty("url", paper.url() == null ? null : paper.url().toString());
      json.writeObjectPropertyStart("extra");
      paper.extra().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeEndObject();
    });
  }

  /// @throws IOException if the text is not that of a paper
  static Paper read(String json) throws IOException {
    Members members = new Members();
    try {
      JsonText.members(json, members::put);
      return members.paper();
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new IOException("a paper of the index: unreadable. Index the papers again.", e);
    }
  }

  /// What has been read of a paper so far.
  private static final class Members {
    private String id = "";
    private String title = "";
    private String abstractText = "";
    private final List<String> authors = new ArrayList<>();
    private @Nullable LocalDate date;
    private @Nullable URI url;
    private final Map<String, String> extra = new LinkedHashMap<>();

    void put(String name, JsonParser value) {
      switch (name) {
        case "id" -> id = value.getString();
        case "title" -> title = value.getString();
        case "abstractText" -> abstractText = value.getString();
        case "authors" -> {
          while (value.nextToken() == JsonToken.VALUE_STRING) {
            authors.add(value.getString());
          }
        }
        case "date" -> date = isNull(value) ? null : LocalDate.parse(value.getString());
        case "url" -> url = isNull(value) ? null : URI.create(value.getString());
        case "extra" -> {
          while (value.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = value.currentName();
            value.nextToken();
            extra.put(field, value.getString());
          }
        }
        default -> {
          // Of a newer version.
        }
      }
    }

    private static boolean isNull(JsonParser value) {
      return value.currentToken() == JsonToken.VALUE_NULL;
    }

    Paper paper() {
      return new Paper(id, title, abstractText, authors, date, url, extra);
    }
  }
}
