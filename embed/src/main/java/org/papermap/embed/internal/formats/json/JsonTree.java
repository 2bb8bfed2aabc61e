package org.papermap.embed.internal.formats.json;

import java.io.FilterReader;
import java.io.Reader;
import java.text.ParseException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON values as trees in which every object of a list knows its line. Numbers with a point keep
/// their digits as text, since `2405.10` may be an arXiv id that lost its quotes. Long lists that
/// no paper is made of (what a paper cites, its counts by year) are left out.
///
/// Reads what common writers produce besides JSON: Python's bare `NaN`, tabs left unescaped in
/// strings, comments, and commas after the last element.
final class JsonTree {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  /// What JavaScript writes without being JSON.
  private static final JsonFactory SCRIPT =
      JSON.rebuild()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Integers of as many digits fit a `long`.
  private static final int LONG_DIGITS = 18;

  private static final Set<String> LEFT_OUT =
      Set.of(
          "referenced_works",
          "related_works",
          "counts_by_year",
          "reference",
          "embedding",
          "vector");

  /// Lists of objects that no paper is made of; of plain values they may be the user's own.
  private static final Set<String> OBJECTS_LEFT_OUT =
      Set.of("concepts", "topics", "locations", "institutions", "affiliations", "mesh", "grants");

  /// OpenAlex's abstracts, which are put in order as they are read.
  private static final String INVERTED = "abstract_inverted_index";

  private final JsonParser parser;
  private final boolean tolerant;
  private final long fixedLine;
  private boolean cut;

  /// @param fixedLine the line of all that is read, or 0 to tell it by the parser
  private JsonTree(JsonParser parser, boolean tolerant, long fixedLine) {
    this.parser = parser;
    this.tolerant = tolerant;
    this.fixedLine = fixedLine;
  }

  /// A parser that leaves closing the text to others.
  static JsonParser parser(Reader text) {
    return JSON.createParser(ObjectReadContext.empty(), new Unclosed(text));
  }

  /// As [#parser(Reader)], for values as JavaScript writes them.
  static JsonParser scriptParser(Reader text) {
    return SCRIPT.createParser(ObjectReadContext.empty(), new Unclosed(text));
  }

  /// No value.
  static JsonNode nothing() {
    return NODES.missingNode();
  }

  /// The value that the text holds, and nothing else.
  ///
  /// @param line of the source that the text stands in
  /// @throws JacksonException if the text is not one JSON value
  static JsonNode whole(String text, long line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonNode value =
          parser.nextToken() == null
              ? NODES.missingNode()
              : new JsonTree(parser, false, line).value();
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "more text after the end of the value");
      }
      return value;
    }
  }

  /// The object that a text stands for, if Python or JSON printed one with a telling member:
  /// `{'sub': '2', '#text': 'Knots in …'}`.
  static JsonNode unprinted(JsonNode value) {
    String text = value.isString() ? value.asString() : "";
    if (!text.startsWith("{") || !text.stripTrailing().endsWith("}")) {
      return value;
    }
    try {
      JsonNode inner = parse(text, 0);
      return inner.isObject() && (JsonTexts.isInverted(inner) || JsonTexts.mayBeText(inner))
          ? inner
          : value;
    } catch (JacksonException | ParseException notPrinted) {
      return value;
    }
  }

  /// The value that the text writes down, as JSON or as Python prints it.
  static JsonNode parse(String text, long line) throws ParseException {
    try {
      return whole(text, line);
    } catch (JacksonException notJson) {
      if (!PythonLiteral.looksLikeObject(text)) {
        throw notJson;
      }
      return PythonLiteral.parse(text);
    }
  }

  /// The value whose first token is the current one; afterwards the current token is its last.
  static JsonNode next(JsonParser parser) {
    return new JsonTree(parser, false, 0).value();
  }

  /// As much of a value as a text has.
  ///
  /// @param cut whether the text ends inside the value
  record Beginning(JsonNode value, boolean cut) {}

  /// As much of the value at the parser's current token as the text has.
  static Beginning beginning(JsonParser parser) {
    JsonTree tree = new JsonTree(parser, true, 0);
    JsonNode value = tree.value();
    return new Beginning(value, tree.cut);
  }

  /// A value and the line that it begins in.
  record Placed(long line, JsonNode node) {}

  static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private JsonNode value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(new LocatedObject(fixedLine > 0 ? fixedLine : line(parser)));
      case START_ARRAY -> array(false);
      case VALUE_STRING -> NODES.stringNode(text());
      case VALUE_NUMBER_INT -> integer(text());
      case VALUE_NUMBER_FLOAT -> decimal(text());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins at " + parser.currentToken());
    };
  }

  private JsonNode object(ObjectNode object) {
    while (advance() && parser.currentToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!advance()) {
        break;
      }
      boolean list = parser.currentToken() == JsonToken.START_ARRAY;
      if (list && LEFT_OUT.contains(name)) {
        skip();
      } else {
        JsonNode value =
            list && OBJECTS_LEFT_OUT.contains(name)
                ? array(true)
                : name.equals(INVERTED) && parser.currentToken() == JsonToken.START_OBJECT
                    ? inverted()
                    : value();
        // Of a name that stands twice the first value counts, unless it says nothing.
        JsonNode before = object.get(name);
        if (before == null || before.isNull()) {
          object.set(name, value);
        }
      }
      if (cut) {
        break;
      }
    }
    return object;
  }

  private JsonNode array(boolean withoutObjects) {
    ArrayNode array = NODES.arrayNode();
    while (advance() && parser.currentToken() != JsonToken.END_ARRAY) {
      if (withoutObjects && parser.currentToken() == JsonToken.START_OBJECT) {
        skip();
      } else {
        array.add(value());
      }
      if (cut) {
        break;
      }
    }
    return array;
  }

  /// The text of an index of words, put in order as it is read.
  private JsonNode inverted() {
    InvertedIndex index = new InvertedIndex();
    while (advance() && parser.currentToken() == JsonToken.PROPERTY_NAME) {
      String word = parser.currentName();
      if (!advance()) {
        break;
      }
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        places(word, index);
      } else {
        skip();
      }
      if (cut) {
        break;
      }
    }
    return NODES.stringNode(index.text());
  }

  private void places(String word, InvertedIndex index) {
    while (advance() && parser.currentToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        String digits = text();
        if (digits.length() <= LONG_DIGITS) {
          index.add(word, Long.parseLong(digits));
        }
      } else {
        skip();
      }
      if (cut) {
        break;
      }
    }
  }

  private String text() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      cutOff(e);
      return "0";
    }
  }

  private boolean advance() {
    try {
      cut |= parser.nextToken() == null;
    } catch (JacksonException e) {
      cutOff(e);
    }
    return !cut;
  }

  private void skip() {
    try {
      parser.skipChildren();
    } catch (JacksonException e) {
      cutOff(e);
    }
  }

  /// Ends a text that breaks off, if that is allowed; failures of the disk are always passed on.
  private void cutOff(JacksonException e) {
    if (!tolerant || e instanceof JacksonIOException) {
      throw e;
    }
    cut = true;
  }

  private static JsonNode integer(String digits) {
    return digits.length() <= LONG_DIGITS
        ? NODES.numberNode(Long.parseLong(digits))
        : NODES.stringNode(digits);
  }

  private static JsonNode decimal(String text) {
    char last = text.charAt(text.length() - 1);
    boolean number = last == '.' || (last >= '0' && last <= '9');
    return number ? NODES.stringNode(text) : NODES.nullNode();
  }

  /// A text that outlives the parser.
  private static final class Unclosed extends FilterReader {
    Unclosed(Reader text) {
      super(text);
    }

    @Override
    public void close() {
      // The caller closes it.
    }
  }
}
