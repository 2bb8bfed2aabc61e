package org.papermap.embed.internal.formats.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads lists and mappings in brackets, as YAML has them within a line: `[Ada Lind, "Moreau,
/// J."]`.
final class YamlFlow {
  private static final int MAX_DEPTH = 60;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;

  YamlFlow(String text) {
    this.text = text;
  }

  JsonNode value(int depth) {
    skip();
    if (at >= text.length() || depth > MAX_DEPTH) {
      at = text.length();
      return NODES.missingNode();
    }
    return switch (text.charAt(at)) {
      case '[' -> list(depth);
      case '{' -> mapping(depth);
      case '"', '\'' -> NODES.stringNode(quoted());
      default -> YamlText.word(plain(",]}"));
    };
  }

  private ArrayNode list(int depth) {
    ArrayNode list = NODES.arrayNode();
    for (at++; goesOn(']'); ) {
      list.add(value(depth + 1));
      skip();
      at += at < text.length() && text.charAt(at) == ',' ? 1 : 0;
    }
    return list;
  }

  private ObjectNode mapping(int depth) {
    ObjectNode mapping = NODES.objectNode();
    for (at++; goesOn('}'); ) {
      boolean marked = text.charAt(at) == '"' || text.charAt(at) == '\'';
      String key = marked ? quoted() : plain(":,}");
      skip();
      if (at < text.length() && text.charAt(at) == ':') {
        at++;
        mapping.set(key, value(depth + 1));
      }
      skip();
      at += at < text.length() && text.charAt(at) == ',' ? 1 : 0;
    }
    return mapping;
  }

  /// Whether something comes before the bracket that closes, which is read over.
  private boolean goesOn(char end) {
    skip();
    if (at < text.length() && (text.charAt(at) == ']' || text.charAt(at) == '}')) {
      at += text.charAt(at) == end ? 1 : text.length();
      return false;
    }
    return at < text.length();
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String quoted() {
    char mark = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != mark) {
      end += mark == '"' && text.charAt(end) == '\\' ? 2 : 1;
    }
    String inside = text.substring(at, Math.min(text.length(), end + 1));
    at = Math.min(text.length(), end + 1);
    return YamlText.unquoted(inside, mark);
  }

  private String plain(String ends) {
    int end = at;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String plain = text.substring(at, end).strip();
    at = end;
    return plain;
  }
}
