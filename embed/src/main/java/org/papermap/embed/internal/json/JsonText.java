package org.papermap.embed.internal.json;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON into Jackson's tree nodes and writes it, without Jackson's mapper: a mapper needs
/// jackson-annotations 2.20 or newer, and an application may hold it at an older version (Spring
/// Boot 3.5 has 2.19). Parsers, generators and nodes need no annotations. Safe to use from any
/// thread.
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonText() {}

  /// The value that a text holds, and nothing else; a missing node for a blank text. The last of
  /// two values with one name counts.
  ///
  /// @throws JacksonException if the text is not one JSON value
  public static JsonNode tree(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return whole(parser);
    }
  }

  /// The value that a text in UTF-8 holds, see [#tree(String)].
  ///
  /// @throws JacksonException if the text is not one JSON value
  public static JsonNode tree(byte[] text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return whole(parser);
    }
  }

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /// Writes one value.
  @FunctionalInterface
  public interface Writing {
    void to(JsonGenerator json);
  }

  /// The JSON that is written, in which half of a surrogate pair has become a question mark.
  public static String written(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      writing.to(json);
    }
    return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /// What is done with a member of an object; the parser stands at the first token of its value.
  @FunctionalInterface
  public interface Member {
    void at(String name, JsonParser value);
  }

  /// Reads an object member by member; members of members are the caller's to read or to skip.
  ///
  /// @throws IOException if the text is not one JSON object
  public static void members(String text, Member member) throws IOException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        member.at(name, parser);
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  private static JsonNode whole(JsonParser parser) {
    JsonNode value = parser.nextToken() == null ? NODES.missingNode() : value(parser);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "more text after the end of the value");
    }
    return value;
  }

  private static JsonNode value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins at " + parser.currentToken());
    };
  }

  private static JsonNode integer(JsonParser parser) {
    return switch (parser.getNumberValue()) {
      case Integer number -> NODES.numberNode(number.intValue());
      case Long number -> NODES.numberNode(number.longValue());
      case Number number -> NODES.numberNode(new BigInteger(number.toString()));
    };
  }

  private static ObjectNode object(JsonParser parser) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }
}
