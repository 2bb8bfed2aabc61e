package org.papermap.embed.internal.formats.json;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads what Python's `repr` makes of dictionaries, lists, tuples, strings, numbers, truth values
/// and `None`: records end up so in files when a program forgets to write JSON.
final class PythonLiteral {
  /// Deeper than any record, shallow enough for every thread's stack.
  private static final int MAX_DEPTH = 200;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /// Whether the text begins like a dictionary and not like JSON.
  static boolean looksLikeObject(String text) {
    return text.stripLeading().startsWith("{'");
  }

  /// The value that the whole text writes down.
  ///
  /// @throws ParseException with the offset and the reason, if it writes down none
  static JsonNode parse(String text) throws ParseException {
    PythonLiteral literal = new PythonLiteral(text);
    JsonNode value = literal.value(0);
    literal.skipSpace();
    if (literal.at < text.length()) {
      throw literal.error("more text after the end of the value");
    }
    return value;
  }

  private JsonNode value(int depth) throws ParseException {
    if (depth > MAX_DEPTH) {
      throw error("nested too deeply");
    }
    skipSpace();
    return switch (peek()) {
      case '{' -> dictionary(depth);
      case '[' -> sequence(']', depth);
      case '(' -> sequence(')', depth);
      case '\'', '"' -> NODES.stringNode(string());
      default -> word();
    };
  }

  private ObjectNode dictionary(int depth) throws ParseException {
    ObjectNode object = NODES.objectNode();
    at++;
    skipSpace();
    while (peek() != '}') {
      String key = value(depth + 1).asString();
      skipSpace();
      expect(':');
      object.set(key, value(depth + 1));
      skipComma('}');
    }
    at++;
    return object;
  }

  private ArrayNode sequence(char close, int depth) throws ParseException {
    ArrayNode array = NODES.arrayNode();
    at++;
    skipSpace();
    while (peek() != close) {
      array.add(value(depth + 1));
      skipComma(close);
    }
    at++;
    return array;
  }

  private String string() throws ParseException {
    char quote = text.charAt(at++);
    StringBuilder string = new StringBuilder();
    while (peek() != quote) {
      char c = text.charAt(at++);
      if (c == '\\') {
        escape(string);
      } else {
        string.append(c);
      }
    }
    at++;
    return string.toString();
  }

  private void escape(StringBuilder string) throws ParseException {
    char c = peek();
    at++;
    switch (c) {
      case 'n' -> string.append('\n');
      case 'r' -> string.append('\r');
      case 't' -> string.append('\t');
      case 'x' -> string.appendCodePoint(hex(2));
      case 'u' -> string.appendCodePoint(hex(4));
      case 'U' -> string.appendCodePoint(hex(8));
      case '\\', '\'', '"' -> string.append(c);
      default -> string.append('\\').append(c);
    }
  }

  private int hex(int digits) throws ParseException {
    int end = at + digits;
    int code = -1;
    if (end <= text.length()) {
      try {
        code = Integer.parseUnsignedInt(text, at, end, 16);
      } catch (NumberFormatException e) {
        throw error("an escape that is not a number");
      }
    }
    if (!Character.isValidCodePoint(code)) {
      throw error("an escape that is not a character");
    }
    at = end;
    return code;
  }

  private JsonNode word() throws ParseException {
    int start = at;
    while (at < text.length() && (isWordPart(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "none", "nan", "inf", "-inf" -> NODES.nullNode();
      default -> number(word, start);
    };
  }

  private JsonNode number(String word, int start) throws ParseException {
    try {
      return NODES.numberNode(new BigDecimal(word.replace("_", "")));
    } catch (NumberFormatException e) {
      at = start;
      throw error("neither a string, a number, a list nor a dictionary");
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+' || c == '_';
  }

  private void skipComma(char close) throws ParseException {
    skipSpace();
    if (peek() != close) {
      expect(',');
      skipSpace();
    }
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void expect(char c) throws ParseException {
    if (peek() != c) {
      throw error("no '" + c + "'");
    }
    at++;
  }

  private char peek() throws ParseException {
    if (at >= text.length()) {
      throw error("the text ends too early");
    }
    return text.charAt(at);
  }

  private ParseException error(String reason) {
    return new ParseException(reason, at);
  }
}
