package org.papermap.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.papermap.embed.internal.json.JsonText;
import tools.jackson.core.JsonGenerator;

/// Papers as JSON Lines, under names that are understood when the file is read again.
final class JsonLinesPrinter {
  private JsonLinesPrinter() {}

  static void print(List<Paper> papers, Writer out) throws IOException {
    for (Paper paper : papers) {
      out.write(JsonText.written(json -> write(paper, json)));
      out.write('\n');
    }
  }

  private static void write(Paper paper, JsonGenerator json) {
    json.writeStartObject();
    Set<String> written = new HashSet<>(List.of("id", "title"));
    json.writeStringProperty("id", paper.id());
    json.writeStringProperty("title", paper.title());
    if (paper.hasAbstract() && written.add("abstract")) {
      json.writeStringProperty("abstract", paper.abstractText());
    }
    if (!paper.authors().isEmpty() && written.add("authors")) {
      json.writeArrayPropertyStart("authors");
      paper.authors().forEach(json::writeString);
      json.writeEndArray();
    }
    if (paper.date() != null && written.add("date")) {
      json.writeStringProperty("date", paper.dateText());
    }
    if (paper.url() != null && written.add("url")) {
      json.writeStringProperty("url", paper.url().toString());
    }
    paper
        .extra()
        .forEach((name, value) -> {
          if (!name.equals(Paper.TOLD_DATE) && written.add(name)) {
            json.writeStringProperty(name, bare(name, value));
          }
        });
    json.writeEndObject();
  }

  /// The number of PubMed without the word before it, which its name says.
  static String bare(String name, String value) {
    return name.equals("pmid") ? value.replaceFirst("^PMID:", "") : value;
  }
}
