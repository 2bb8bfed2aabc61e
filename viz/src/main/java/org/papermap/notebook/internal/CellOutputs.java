package org.papermap.notebook.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a cell of code showed.
///
/// @param outputs in the format of notebooks; what was printed in several pieces is one
record CellOutputs(List<ObjectNode> outputs) {
  /// The outputs of a cell. Printed text comes in pieces that depend on the moment; they are put
  /// together.
  static CellOutputs of(JsonNode cell) {
    List<ObjectNode> outputs = new ArrayList<>();
    for (JsonNode output : cell.path("outputs")) {
      ObjectNode last = outputs.isEmpty() ? null : outputs.getLast();
      if (last != null && isStream(output) && isStream(last) && sameStream(output, last)) {
        setText(last, text(last.path("text")) + text(output.path("text")));
      } else {
        ObjectNode copy = (ObjectNode) output.deepCopy();
        if (isStream(copy)) {
          setText(copy, text(copy.path("text")));
        }
        outputs.add(copy);
      }
    }
    return new CellOutputs(outputs);
  }

  private static boolean isStream(JsonNode output) {
    return output.path("output_type").asString("").equals("stream");
  }

  private static boolean sameStream(JsonNode output, JsonNode other) {
    return output.path("name").equals(other.path("name"));
  }

  /// Jupyter splits a text after each line feed.
  private static void setText(ObjectNode output, String text) {
    ArrayNode lines = output.putArray("text");
    for (int from = 0; from < text.length(); ) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
  }

  /// A text that is stored whole or line by line.
  private static String text(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(line -> line.asString("")).collect(Collectors.joining())
        : node.asString("");
  }

  /// The outputs as a cell holds them.
  ArrayNode toJson() {
    return JsonMapper.shared().createArrayNode().addAll(outputs);
  }

  /// How these outputs differ from others; empty when they are equal but for small differences.
  Optional<String> difference(CellOutputs others) {
    if (outputs.size() != others.outputs.size()) {
      return Optional.of("%d outputs, not %d".formatted(others.outputs.size(), outputs.size()));
    }
    for (int i = 0; i < outputs.size(); i++) {
      Optional<String> difference = difference(outputs.get(i), others.outputs.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(ObjectNode output, ObjectNode other) {
    String kind = output.path("output_type").asString("");
    if (!kind.equals(other.path("output_type").asString("")) || !sameStream(output, other)) {
      return Optional.of("not of the kind " + kind);
    }
    if (isStream(output)) {
      return TextComparison.difference(text(output.path("text")), text(other.path("text")));
    }
    JsonNode data = output.path("data");
    JsonNode otherData = other.path("data");
    if (!new TreeSet<>(data.propertyNames()).equals(new TreeSet<>(otherData.propertyNames()))) {
      return Optional.of("shown as %s".formatted(otherData.propertyNames()));
    }
    return data.propertyNames().stream()
        .filter(type -> type.startsWith("text/"))
        .flatMap(type ->
            TextComparison.difference(text(data.path(type)), text(otherData.path(type))).stream())
        .findFirst();
  }
}
