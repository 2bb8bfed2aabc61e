package org.papermap.viz.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;
import tools.jackson.core.JsonGenerator;

/// One field of all papers as it stands in the file. Fields that no paper has are left out.
///
/// @param field `id`, `title`, `authors`, `url`, `extra` or `themes`
/// @param value writes that of one paper
public record PaperTexts(String field, Value value) {
  /// Stands for the paper's id in its address, which mostly ends in it.
  public static final char ID_IN_URL = '\u0001';

  static final String AUTHORS_END = "\n";

  /// Writes one value of a list, of a paper say.
  @FunctionalInterface
  interface Value {
    void write(JsonGenerator json, int row);
  }

  private static final String TOLD_DATE = "date:told";

  /// Characters of `2021-05-12`.
  private static final int WHOLE_DAY = 10;

  static List<PaperTexts> of(PaperMap map) {
    List<Paper> papers = map.corpus().papers();
    List<PaperTexts> texts = new ArrayList<>();
    texts.add(new PaperTexts("id", (json, row) -> json.writeString(papers.get(row).id())));
    texts.add(new PaperTexts("title", (json, row) -> json.writeString(papers.get(row).title())));
    if (papers.stream().anyMatch(paper -> !paper.authors().isEmpty())) {
      texts.add(
          new PaperTexts("authors", (json, row) -> json.writeString(authors(papers.get(row)))));
    }
    if (papers.stream().anyMatch(paper -> paper.url() != null)) {
      texts.add(new PaperTexts("url", (json, row) -> json.writeString(url(papers.get(row)))));
    }
    if (papers.stream().anyMatch(paper -> !fields(paper).isEmpty())) {
      texts.add(new PaperTexts("extra", (json, row) -> write(fields(papers.get(row)), json)));
    }
    if (!map.themes().themes().isEmpty()) {
      texts.add(new PaperTexts("themes", (json, row) -> write(map.themes().themesOf(row), json)));
    }
    return List.copyOf(texts);
  }

  /// What people read of a paper, and the date where no day of it is told, which the page and
  /// whoever reads it back takes out again.
  private static Map<String, String> fields(Paper paper) {
    String told = paper.dateText();
    if (told.isEmpty() || told.length() == WHOLE_DAY) {
      return paper.shown();
    }
    Map<String, String> fields = new LinkedHashMap<>(paper.shown());
    fields.put(TOLD_DATE, told);
    return fields;
  }

  private static String authors(Paper paper) {
    StringBuilder authors = new StringBuilder();
    for (String name : paper.authors()) {
      authors.append(authors.isEmpty() ? "" : AUTHORS_END).append(name.replace(AUTHORS_END, " "));
    }
    return authors.toString();
  }

  private static String url(Paper paper) {
    return paper.url() == null
        ? ""
        : paper.url().toString().replace(paper.id(), String.valueOf(ID_IN_URL));
  }

  private static void write(Map<String, String> fields, JsonGenerator json) {
    json.writeStartObject();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.writeStringProperty(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }

  private static void write(List<Integer> numbers, JsonGenerator json) {
    json.writeStartArray();
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }
}
