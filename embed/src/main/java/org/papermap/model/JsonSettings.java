package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON file that says something about a model.
record JsonSettings(Path file, JsonNode root) {
  static JsonSettings read(Path file) throws IOException {
    try {
      return new JsonSettings(file, JsonMapper.shared().readTree(Files.readAllBytes(file)));
    } catch (JacksonException e) {
      throw new ModelCatalogException(
          "%s: no JSON (%s). Get the file again.".formatted(file, e.getOriginalMessage()));
    }
  }

  /// The same where there may be no such file: then it says nothing.
  static JsonSettings readIfThere(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? read(file)
        : new JsonSettings(file, JsonMapper.shared().createObjectNode());
  }

  int number(String key, int otherwise) {
    return root.path(key).isNumber() ? root.path(key).asInt(otherwise) : otherwise;
  }

  boolean isTrue(String key) {
    return root.path(key).asBoolean(false);
  }

  Optional<String> text(String key) {
    return Optional.of(root.path(key)).filter(JsonNode::isString).map(JsonNode::stringValue);
  }
}
