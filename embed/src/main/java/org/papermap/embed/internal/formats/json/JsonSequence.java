package org.papermap.embed.internal.formats.json;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/// One JSON array of records, or records that follow each other over several lines. They are read
/// one at a time. Past a syntax error the borders of records are unknown, so reading ends there.
public final class JsonSequence implements Format {
  /// Comments and blanks before the first value.
  private static final String COMMENTS = "(?:\\s|//.*\\R|/\\*(?s:.*?)\\*/)*+";

  private static final Pattern ARRAY = Pattern.compile(COMMENTS + "\\[" + COMMENTS + "[\\[{\"\\]]");

  /// Programs that indent their JSON leave the brace alone on the first line.
  private static final Pattern INDENTED_OBJECT =
      Pattern.compile(COMMENTS + "\\{[ \\t]*\\R" + COMMENTS + "[\"'}]");

  @Override
  public String key() {
    return "json";
  }

  @Override
  public String words() {
    return "JSON";
  }

  @Override
  public Claim claim(Head head) {
    if (head.begins(ARRAY)) {
      return new Claim(Certainty.LIKELY, "JSON array");
    }
    return head.begins(INDENTED_OBJECT)
        ? new Claim(Certainty.LIKELY, "JSON objects")
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    FieldNames names = source.names();
    try (JsonParser parser = JsonRecord.MAPPER.createParser(source.text())) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        parser.nextToken();
        deliverUntil(JsonToken.END_ARRAY, parser, names, sink);
        if (parser.nextToken() != null) {
          throw new FormatException(
              line(parser), "more text after the end of the JSON array", "Keep one array a file");
        }
      } else {
        deliverUntil(null, parser, names, sink);
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new FormatException(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "broken JSON, " + PlainText.printable(said(e)),
          "Repair the file, or fetch it again if it is cut off");
    }
  }

  /// What the parser found, without its note on where the thing began that never ended.
  private static String said(JacksonException e) {
    return e.getOriginalMessage().replaceFirst("(?s) \\(start marker.*", "");
  }

  private static void deliverUntil(
      @Nullable JsonToken end, JsonParser parser, FieldNames names, RecordSink sink) {
    while (parser.currentToken() != end) {
      long line = line(parser);
      JsonRecord.deliver(JsonRecord.MAPPER.readTree(parser), line, names, sink);
      parser.nextToken();
    }
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
