package org.papermap.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Papers as JSON Lines, under the names that are read again.
final class JsonLinesPrinter {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonLinesPrinter() {}

  static void print(List<Paper> papers, Writer out) throws IOException {
    for (Paper paper : papers) {
      out.write(JSON.writeValueAsString(fields(paper)));
      out.write('\n');
    }
  }

  private static Map<String, Object> fields(Paper paper) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", paper.id());
    fields.put("title", paper.title());
    if (paper.hasAbstract()) {
      fields.put("abstract", paper.abstractText());
    }
    if (!paper.authors().isEmpty()) {
      fields.put("authors", paper.authors());
    }
    if (paper.date() != null) {
      fields.put("date", paper.date().toString());
    }
    if (paper.url() != null) {
      fields.put("url", paper.url().toString());
    }
    paper.extra().forEach((name, value) -> fields.putIfAbsent(name, bare(name, value)));
    return fields;
  }

  /// The number of PubMed without the word before it, which its name says.
  static String bare(String name, String value) {
    return name.equals("pmid") ? value.replaceFirst("^PMID:", "") : value;
  }
}
