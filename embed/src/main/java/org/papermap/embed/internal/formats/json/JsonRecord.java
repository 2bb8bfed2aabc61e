package org.papermap.embed.internal.formats.json;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NumericNode;

/// A paper as a JSON object: flat, or with a nested `paper` as in the answers of the Hugging Face
/// daily-papers service, whose fields then go before those around it. Lists of plain values are
/// joined by semicolons; other nested values are left out.
final class JsonRecord {
  /// Reads what common writers produce: Python's bare `NaN`, tabs left unescaped in strings, and
  /// the comments that people put between. Decimals keep their digits, since `2405.10` may be an
  /// arXiv id that lost its quotes.
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(JsonNodeFeature.FAIL_ON_NAN_TO_BIG_DECIMAL_COERCION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  /// For the text of one record.
  private static final ObjectReader WHOLE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonRecord() {}

  /// Puts the paper that the value holds into the rows. A string may hold a record in turn, as JSON
  /// or as Python prints it.
  static void deliver(JsonNode value, long line, FieldNames names, RecordSink sink) {
    Consumer<RecordSink> delivery =
        value.isString()
            ? delivery(value.stringValue(), line, names)
            : delivery(value, line, names);
    delivery.accept(sink);
  }

  /// Reads the paper that the text writes down, to be put into rows later.
  static Consumer<RecordSink> delivery(String text, long line, FieldNames names) {
    try {
      return delivery(parse(text), line, names);
    } catch (JacksonException e) {
      return malformed(line, "broken JSON: " + e.getOriginalMessage());
    } catch (ParseException e) {
      return malformed(
          line,
          "broken Python literal at character " + (e.getErrorOffset() + 1) + ": " + e.getMessage());
    }
  }

  private static Consumer<RecordSink> delivery(JsonNode value, long line, FieldNames names) {
    if (!value.isObject()) {
      return malformed(line, kind(value) + " where an object should be");
    }
    SourceRecord record = record(value, line, names);
    return sink -> sink.record(record);
  }

  private static Consumer<RecordSink> malformed(long line, String detail) {
    return sink -> sink.malformed(line, detail);
  }

  private static JsonNode parse(String text) throws ParseException {
    try {
      return WHOLE.readTree(text);
    } catch (JacksonException notJson) {
      if (!PythonLiteral.looksLikeObject(text)) {
        throw notJson;
      }
      return PythonLiteral.parse(text);
    }
  }

  private static SourceRecord record(JsonNode object, long line, FieldNames names) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> authors = new ArrayList<>();
    collect(object.path("paper"), names, values, authors);
    collect(object, names, values, authors);
    SourceRecord.Builder record = SourceRecord.at(line);
    values.forEach(record::put);
    authors.forEach(record::author);
    return record.build();
  }

  private static void collect(
      JsonNode object, FieldNames names, Map<String, String> values, List<String> authors) {
    boolean authorsKnown = !authors.isEmpty();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode value = entry.getValue();
      if (value.isArray() && names.isNamed(entry.getKey(), Field.AUTHORS)) {
        if (!authorsKnown) {
          for (JsonNode author : value) {
            authors.add(authorName(author));
          }
        }
      } else {
        String text = value.isArray() ? joined(value) : scalar(value);
        if (!text.isBlank()) {
          values.putIfAbsent(entry.getKey(), text);
        }
      }
    }
  }

  private static String authorName(JsonNode author) {
    if (!author.isObject()) {
      return scalar(author);
    }
    return Stream.of("name", "fullname", "full_name", "display_name")
        .map(key -> scalar(author.path(key)))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElseGet(() ->
            Stream.of("given", "first", "family", "last")
                .map(key -> scalar(author.path(key)))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(" ")));
  }

  private static String joined(JsonNode array) {
    StringJoiner joined = new StringJoiner("; ");
    for (JsonNode value : array) {
      String text = scalar(value);
      if (!text.isBlank()) {
        joined.add(text);
      }
    }
    return joined.toString();
  }

  /// The text of a plain value; empty for null, NaN, and what is not plain.
  private static String scalar(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING, BOOLEAN -> value.asString();
      case NUMBER -> value instanceof NumericNode number && number.isNaN() ? "" : value.asString();
      case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> "";
    };
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> "a truth value";
      case NULL, MISSING -> "nothing";
      case NUMBER -> "a number";
      case STRING -> "a string";
      case OBJECT -> "an object";
      case BINARY, POJO -> "a value";
    };
  }
}
