package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tables as programs for data frames write them in JSON: by columns, each an object by row label
/// or a list; as names and rows apart; as rows under a first row of names; as named columns with
/// their values; and what maps papers by their titles or ids.
final class Frames {
  /// Members that make an object the text of one value rather than a column.
  private static final Set<String> OF_VALUES = Set.of("value", "#text", "$", "_", "text");

  /// Shorter strings are no abstracts beyond doubt.
  private static final int ABSTRACT = 100;

  private static final Pattern WIDE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{4}");

  private final JsonKeys keys;

  Frames(JsonKeys keys) {
    this.keys = keys;
  }

  /// The rows of the table that the object is, if it is one.
  Optional<List<JsonNode>> rows(JsonNode object) {
    return byRows(object)
        .or(() -> byLabels(object))
        .or(() -> byLists(object))
        .or(() -> byNamedColumns(object))
        .or(() -> MarkdownRows.in(object))
        .or(() -> byTitles(object));
  }

  /// The names of columns, if the value is a list of strings and one of them means a title.
  Optional<List<String>> header(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : list) {
      String text = JsonTexts.scalar(name.isObject() ? name.path("name") : name);
      if (text.isBlank()) {
        return Optional.empty();
      }
      names.add(text);
    }
    return names.stream().anyMatch(name -> keys.means(name, Field.TITLE))
        ? Optional.of(names)
        : Optional.empty();
  }

  /// The row as an object of its columns.
  static JsonNode row(List<String> columns, JsonNode cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      row.set(columns.get(i), cells.get(i));
    }
    return row;
  }

  private Optional<List<JsonNode>> byRows(JsonNode object) {
    // The rows first: lists of strings are in most papers, and most are their authors.
    JsonNode data = null;
    for (JsonNode member : object) {
      if (member.isArray() && member.path(0).isArray()) {
        data = data == null || member.size() > data.size() ? member : data;
      }
    }
    if (data == null) {
      return Optional.empty();
    }
    List<String> columns = null;
    for (JsonNode member : object) {
      columns = columns == null ? header(member).orElse(null) : columns;
    }
    if (columns == null) {
      return Optional.empty();
    }
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode cells : data) {
      rows.add(row(columns, cells));
    }
    return Optional.of(rows);
  }

  /// `{"title": {"0": …, "1": …}, "abstract": {"0": …}}`
  private Optional<List<JsonNode>> byLabels(JsonNode object) {
    JsonNode titles = keys.member(object, Field.TITLE);
    if (!titles.isObject() || titles.isEmpty() || isOneValue(titles)) {
      return Optional.empty();
    }
    List<Map.Entry<String, JsonNode>> columns =
        object.properties().stream()
            .filter(column -> sharesLabels(column.getValue(), titles))
            .toList();
    if (columns.size() < Math.min(2, object.size())) {
      return Optional.empty();
    }
    List<JsonNode> rows = new ArrayList<>();
    for (String label : titles.propertyNames()) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      columns.forEach(column -> row.set(column.getKey(), column.getValue().path(label)));
      rows.add(row);
    }
    return Optional.of(rows);
  }

  private static boolean isOneValue(JsonNode object) {
    return JsonTexts.isByLanguage(object)
        || object.propertyNames().stream()
            .anyMatch(name -> OF_VALUES.contains(name) || name.startsWith("@"));
  }

  private static boolean sharesLabels(JsonNode column, JsonNode titles) {
    return column.isObject()
        && column.size() == titles.size()
        && column.propertyNames().stream().allMatch(titles::has);
  }

  /// `{"title": […], "abstract": […]}`; a list of one is one paper anyway.
  private Optional<List<JsonNode>> byLists(JsonNode object) {
    JsonNode titles = keys.member(object, Field.TITLE);
    if (!titles.isArray() || titles.size() < 2 || !titles.get(0).isString() || isOneWork(object)) {
      return Optional.empty();
    }
    JsonNode abstracts = keys.member(object, Field.ABSTRACT);
    int count = titles.size();
    boolean table =
        abstracts.isMissingNode()
            ? object.size() > 1
                && object.values().stream().allMatch(list -> list.isArray() && list.size() == count)
            : abstracts.isArray() && abstracts.size() == count;
    if (!table) {
      return Optional.empty();
    }
    Set<String> columns =
        object.properties().stream()
            .filter(column -> column.getValue().isArray() && column.getValue().size() == count)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<JsonNode> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      for (String column : columns) {
        row.set(column, object.path(column).path(i));
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }

  /// Whether the object has one day or one address, so that its lists are of one work: its title
  /// and abstract in several languages.
  private boolean isOneWork(JsonNode object) {
    return object.properties().stream()
        .filter(member -> !JsonTexts.scalar(member.getValue()).isBlank())
        .map(member -> keys.of(member.getKey()).field())
        .anyMatch(field -> field == Field.DATE || field == Field.URL || field == Field.DOI);
  }

  /// `{"columns": [{"name": "title", "values": […]}, …]}`
  private Optional<List<JsonNode>> byNamedColumns(JsonNode object) {
    for (JsonNode columns : object) {
      if (!columns.path(0).path("values").isArray() || header(columns).isEmpty()) {
        continue;
      }
      TreeSet<Integer> sizes = new TreeSet<>();
      columns.forEach(column -> sizes.add(column.path("values").size()));
      List<JsonNode> rows = new ArrayList<>();
      for (int i = 0; i < sizes.last(); i++) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (JsonNode column : columns) {
          row.set(JsonTexts.scalar(column.path("name")), column.path("values").path(i));
        }
        rows.add(row);
      }
      return Optional.of(rows);
    }
    return Optional.empty();
  }

  /// `{"Some title": {"abstract": …}, …}` and `{"Some title": "its abstract", …}`
  private Optional<List<JsonNode>> byTitles(JsonNode object) {
    if (object.size() < 2 || !isTitle(object.propertyNames().iterator().next())) {
      return Optional.empty();
    }
    List<JsonNode> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode value = entry.getValue();
      ObjectNode row = JsonNodeFactory.instance.objectNode().put("title", entry.getKey());
      if (!isTitle(entry.getKey())) {
        return Optional.empty();
      }
      if (value.isObject() && keys.title(value).isBlank() && keys.hasOwnAbstract(value)) {
        value.properties().forEach(member -> row.set(member.getKey(), member.getValue()));
      } else if (value.isString() && value.asString().length() >= ABSTRACT) {
        row.set("abstract", value);
      } else {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }

  /// Whether the key is a title rather than a name: two words at least, or any in Chinese.
  private boolean isTitle(String key) {
    return keys.of(key).field() == null
        && (key.strip().indexOf(' ') > 0 || WIDE.matcher(key).find());
  }
}
