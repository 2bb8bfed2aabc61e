package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.papermap.embed.internal.json.JsonText;
import org.papermap.files.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A JSON file of a model folder.
record JsonSettings(Path file, JsonNode root) {
  static JsonSettings read(Path file) throws IOException {
    try {
      return new JsonSettings(file, JsonText.tree(Files.readAllBytes(file)));
    } catch (JacksonException e) {
      throw new InputException(
          "%s: not JSON (%s). Get the file again.".formatted(file, e.getOriginalMessage()));
    }
  }

  /// The file, or an empty object where there is no such file.
  static JsonSettings readIfThere(Path file) throws IOException {
    return Files.isRegularFile(file) ? read(file) : new JsonSettings(file, JsonText.object());
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
