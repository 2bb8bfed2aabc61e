package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of Markdown tables by their ids or titles, as programs keep them that write a list of new
/// papers each day: `{"2404.00001": "|**2024-04-01**|**Knots**|Lind et.al.|[2404.00001](http…)|"}`.
final class MarkdownRows {
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern DAY = Pattern.compile("(?:19|20)\\d\\d-\\d{1,2}-\\d{1,2}");
  private static final Pattern LINK = Pattern.compile("\\]\\((https?://[^\\s)]+)\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*(.*)\\*\\*");

  /// Cells before the authors: the day and the title.
  private static final int FEWEST = 3;

  private MarkdownRows() {}

  /// The papers in the rows, if the object has nothing but rows that begin with a day and a title.
  static Optional<List<JsonNode>> in(JsonNode object) {
    List<JsonNode> papers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Optional<ObjectNode> paper = paper(entry.getValue());
      if (paper.isEmpty()) {
        return Optional.empty();
      }
      String title = paper.get().path("title").asString();
      if (!entry.getKey().equals(title)) {
        paper.get().put("id", entry.getKey());
      }
      papers.add(paper.get());
    }
    return papers.isEmpty() ? Optional.empty() : Optional.of(papers);
  }

  private static Optional<ObjectNode> paper(JsonNode value) {
    String row = value.isString() ? value.asString().strip() : "";
    if (!row.startsWith("|")) {
      return Optional.empty();
    }
    List<String> cells = BAR.splitAsStream(row).skip(1).map(MarkdownRows::plain).toList();
    if (cells.size() < FEWEST || !DAY.matcher(cells.getFirst()).matches()) {
      return Optional.empty();
    }
    ObjectNode paper = JsonNodeFactory.instance.objectNode();
    paper.put("date", cells.getFirst());
    paper.put("title", cells.get(1));
    paper.put("authors", cells.get(2));
    Matcher link = LINK.matcher(row);
    if (link.find()) {
      paper.put("url", link.group(1));
    }
    return Optional.of(paper);
  }

  private static String plain(String cell) {
    Matcher strong = STRONG.matcher(cell.strip());
    return strong.matches() ? strong.group(1).strip() : cell.strip();
  }
}
