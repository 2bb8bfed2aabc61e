package org.papermap.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/// One JSON array of records, or records that follow each other over several lines. They are read
/// one at a time. Past a syntax error the borders of records are unknown, so reading ends there.
///
/// @param words `JSON array` or `JSON objects`
record JsonSequence(String words) implements CorpusFormat {
  @Override
  public void read(BufferedReader text, RowSink rows) throws IOException {
    try (JsonParser parser = JsonRecord.MAPPER.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        parser.nextToken();
        deliverUntil(JsonToken.END_ARRAY, parser, rows);
        if (parser.nextToken() != null) {
          throw rows.broken(
              line(parser), "more text after the end of the JSON array", "Keep one array a file");
        }
      } else {
        deliverUntil(null, parser, rows);
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw rows.broken(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "broken JSON, " + PlainText.printable(said(e)),
          "Repair the file, or fetch it again if it is cut off");
    }
  }

  /// What the parser found, without its note on where the thing began that never ended.
  private static String said(JacksonException e) {
    return e.getOriginalMessage().replaceFirst("(?s) \\(start marker.*", "");
  }

  private static void deliverUntil(@Nullable JsonToken end, JsonParser parser, RowSink rows) {
    while (parser.currentToken() != end) {
      long line = line(parser);
      JsonRecord.deliver(JsonRecord.MAPPER.readTree(parser), line, rows);
      parser.nextToken();
    }
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
