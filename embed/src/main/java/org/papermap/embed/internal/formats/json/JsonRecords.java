package org.papermap.embed.internal.formats.json;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.files.ResourceText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Finds the papers in a JSON value, by rules rather than by a list of services.
///
/// An object with a title is a paper, unless it lacks an abstract, or has a mere description, and
/// holds a list of papers with abstracts, which it then names. An object without a title is what
/// lies around one paper (`paper`, `_source`, `content`, `info`), around papers by their labels, or
/// around lists of papers (`results`, `message.items`): all such lists are read. Lists of what a
/// paper cites are none.
final class JsonRecords {
  /// Deeper than answers of services wrap their records.
  private static final int MAX_DEPTH = 8;

  private static final String MISPLACED = " where an object should be";

  /// Objects with titles that are no papers, and lists of other papers than the one they stand in.
  private static final Set<String> ASIDE =
      Set.copyOf(ResourceText.section(JsonRecords.class, "members.txt", "aside"));

  private final JsonKeys keys;
  private final Frames frames;

  JsonRecords(FieldNames names) {
    this.keys = new JsonKeys(names);
    this.frames = new Frames(keys);
  }

  Frames frames() {
    return frames;
  }

  /// A step of handing records on.
  interface Delivery {
    void to(RecordSink sink);
  }

  /// The records that the text writes down, as JSON or as Python prints it.
  List<Delivery> inText(String text, long line) {
    try {
      JsonNode value = JsonTree.parse(text, line);
      // A number with a point stays a text.
      return value.isString() && value.asString().equals(text)
          ? malformed(line, "a number" + MISPLACED)
          : value.isMissingNode() ? List.of() : in(value, line);
    } catch (JacksonException e) {
      return malformed(line, "broken JSON: " + JsonSequence.said(e));
    } catch (ParseException e) {
      return malformed(
          line,
          "broken Python literal at character " + (e.getErrorOffset() + 1) + ": " + e.getMessage());
    }
  }

  /// The records in the value. A string may hold a record in turn.
  List<Delivery> in(JsonNode value, long line) {
    if (value.isString()) {
      String text = value.asString();
      return text.isBlank()
          ? malformed(line, JsonTexts.kind(value) + MISPLACED)
          : inText(text, line);
    }
    if (!value.isObject()) {
      return value.isArray() && value.path(0).isObject()
          ? inList(value, line)
          : malformed(line, JsonTexts.kind(value) + MISPLACED);
    }
    List<Found> found = find(value, line, 0);
    List<Delivery> deliveries = new ArrayList<>();
    for (Found each : found) {
      deliveries.add(delivery(each));
    }
    return found.isEmpty() ? List.of(delivery(new Found(List.of(value), line))) : deliveries;
  }

  private List<Delivery> inList(JsonNode list, long line) {
    List<Delivery> deliveries = new ArrayList<>();
    for (JsonNode each : list) {
      deliveries.addAll(in(each, lineOf(each, line)));
    }
    return deliveries;
  }

  private Delivery delivery(Found found) {
    JsonNode inner = found.layers().getFirst();
    for (JsonNode layer : found.layers()) {
      String kind = JsonRecord.otherThanPaper(layer);
      if (!kind.isEmpty()) {
        return sink -> sink.navigation(found.line(), kind + ": " + keys.title(inner));
      }
    }
    boolean other = keys.areLabels(inner) || JsonKeys.areOfOther(inner);
    if (other && !keys.member(inner, Field.TITLE).isMissingNode()) {
      return sink -> sink.withoutTitle(found.line(), "labels or a description, and no paper");
    }
    SourceRecord record = JsonRecord.of(found.layers(), found.line(), keys);
    return sink -> sink.record(record);
  }

  private static List<Delivery> malformed(long line, String detail) {
    return List.of(sink -> sink.malformed(line, detail));
  }

  /// A paper: the object that has its title, and those around it that say more of it.
  ///
  /// @param listed whether it stood in a list, so that what lies around is not about it
  private record Found(List<JsonNode> layers, long line, boolean listed) {
    Found(List<JsonNode> layers, long line) {
      this(layers, line, false);
    }

    Found inList() {
      return listed ? this : new Found(layers, line, true);
    }
  }

  /// Whether the value has papers in it.
  boolean areIn(JsonNode value) {
    return value.isString() || (value.isObject() && !find(value, 1, 0).isEmpty());
  }

  private List<Found> find(JsonNode object, long line, int depth) {
    Optional<List<JsonNode>> rows = frames.rows(object);
    if (rows.isPresent()) {
      List<Found> found = new ArrayList<>();
      for (JsonNode row : rows.get()) {
        found.add(new Found(List.of(row), found.size() + 1L));
      }
      return found;
    }
    if (JsonKeys.areOfOther(object) || object.valueStream().anyMatch(keys::areLabels)) {
      return List.of();
    }
    long own = lineOf(object, line);
    if (!keys.title(object).isBlank()) {
      return ofTitled(object, own, depth);
    }
    if (depth >= MAX_DEPTH) {
      return List.of();
    }
    Map<String, List<Found>> inner = new LinkedHashMap<>();
    List<Found> listed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode value = unpacked(entry.getValue(), own);
      if (value.isObject() && !isAside(entry.getKey())) {
        List<Found> found = find(value, own, depth + 1);
        if (!found.isEmpty()) {
          inner.put(entry.getKey(), found);
        }
      } else if (value.isArray() && !isAside(entry.getKey())) {
        listed.addAll(inArray(value, own, depth + 1));
      }
    }
    return chosen(object, own, inner, listed);
  }

  /// Of one object inside, the paper with what lies around it; of several, all.
  private List<Found> chosen(
      JsonNode object, long line, Map<String, List<Found>> inner, List<Found> listed) {
    List<Found> single = inner.size() == 1 ? inner.values().iterator().next() : List.of();
    if (keys.hasAbstract(object)) {
      // What has an abstract is one paper, and its title lies deeper than the abstract.
      List<List<Found>> titles =
          inner.values().stream()
              .filter(found -> found.size() == 1 && !found.getFirst().listed())
              .toList();
      if (titles.size() == 1) {
        return List.of(around(object, line, titles.getFirst().getFirst()));
      }
    }
    boolean one =
        single.size() == 1
            && !single.getFirst().listed()
            && (listed.isEmpty() || keys.hasAbstract(single.getFirst().layers().getFirst()));
    if (one) {
      return List.of(around(object, line, single.getFirst()));
    }
    List<Found> all = new ArrayList<>();
    inner.forEach((label, found) -> {
      if (found.size() > 1) {
        all.addAll(found);
      } else if (found.getFirst().listed()) {
        all.addAll(found);
      } else if (listed.isEmpty()) {
        all.add(labelled(label, found.getFirst()));
      }
    });
    all.addAll(listed);
    return all;
  }

  private Found around(JsonNode object, long line, Found paper) {
    List<JsonNode> layers = new ArrayList<>(paper.layers());
    if (layers.stream().noneMatch(keys::hasAbstract)) {
      addAbstracts(object, layers);
    }
    layers.add(object);
    return new Found(layers, line);
  }

  /// The abstract may lie beside the title, in an object of its own.
  private void addAbstracts(JsonNode object, List<JsonNode> layers) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode beside = entry.getValue();
      if (beside.isObject()
          && !isAside(entry.getKey())
          && keys.title(beside).isBlank()
          && keys.hasOwnAbstract(beside)) {
        layers.add(beside);
      }
    }
  }

  /// A label that is no row number is the id of a paper that has none.
  private static Found labelled(String label, Found found) {
    if (label.matches("\\d{1,9}") || found.layers().getFirst().has("id")) {
      return found;
    }
    List<JsonNode> layers = new ArrayList<>(found.layers());
    layers.add(JsonNodeFactory.instance.objectNode().put("id", label));
    return new Found(layers, found.line());
  }

  /// A titled object is a paper, unless it is the title of a list of them. What lies in its `paper`
  /// goes before it.
  private List<Found> ofTitled(JsonNode object, long line, int depth) {
    boolean hasAbstract = keys.hasAbstract(object);
    if (!keys.hasOwnAbstract(object) && depth < MAX_DEPTH) {
      List<Found> listed = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getValue().isArray()
            && !isAside(entry.getKey())
            && !PlainText.bareName(entry.getKey()).startsWith("reference")) {
          listed.addAll(inArray(entry.getValue(), line, depth + 1));
        }
      }
      if (listed.stream().anyMatch(found -> keys.hasAbstract(found.layers().getFirst()))) {
        return listed;
      }
    }
    List<JsonNode> layers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode inner = entry.getValue();
      boolean better = entry.getKey().equals("paper") || (!hasAbstract && !isAside(entry.getKey()));
      if (inner.isObject()
          && better
          && layers.isEmpty()
          && !keys.title(inner).isBlank()
          && keys.hasAbstract(inner)) {
        layers.add(inner);
      }
    }
    if (!hasAbstract && layers.isEmpty()) {
      addAbstracts(object, layers);
    }
    layers.add(object);
    return List.of(new Found(layers, line));
  }

  private List<Found> inArray(JsonNode array, long line, int depth) {
    if (!array.path(0).isObject()) {
      return inTable(array);
    }
    List<Found> found = new ArrayList<>();
    int titled = 0;
    for (JsonNode each : array) {
      long own = lineOf(each, line);
      List<Found> papers = each.isObject() ? find(each, own, depth) : List.of();
      titled += papers.size();
      // A record without a title among others is one still, to be told.
      found.addAll(papers.isEmpty() ? List.of(new Found(List.of(each), own)) : papers);
    }
    return titled == 0 || 2 * titled < array.size()
        ? List.of()
        : found.stream().map(Found::inList).toList();
  }

  /// What a string holds, if it holds a JSON object or list: services put answers into each other.
  private static JsonNode unpacked(JsonNode value, long line) {
    if (!value.isString()) {
      return value;
    }
    String text = value.asString().strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return value;
    }
    try {
      return JsonTree.whole(text, line);
    } catch (JacksonException notJson) {
      return value;
    }
  }

  private List<Found> inTable(JsonNode array) {
    List<Found> found = new ArrayList<>();
    Optional<List<String>> columns = frames.header(array.path(0));
    if (columns.isPresent() && array.path(1).isArray()) {
      for (int i = 1; i < array.size(); i++) {
        found.add(new Found(List.of(Frames.row(columns.get(), array.get(i))), i));
      }
    }
    return found;
  }

  private static boolean isAside(String key) {
    return !key.startsWith("_") && ASIDE.contains(PlainText.bareName(key));
  }

  private static long lineOf(JsonNode value, long line) {
    return value instanceof LocatedObject located ? located.line() : line;
  }

  /// Whether papers may lie under this key of an object that is none.
  static boolean mayHoldPapers(String key) {
    return !isAside(key);
  }

  /// Whether the papers in the object stand in lists, so that they can be read one by one.
  boolean areListed(JsonNode object) {
    List<Found> found = find(object, 1, 0);
    return !found.isEmpty()
        && found.stream().allMatch(Found::listed)
        && frames.rows(object).isEmpty();
  }
}
