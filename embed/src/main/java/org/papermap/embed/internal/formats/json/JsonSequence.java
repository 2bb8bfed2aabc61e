package org.papermap.embed.internal.formats.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/// JSON that is not one object a line: a list of records, an answer of a service with records
/// somewhere in it, a table of a data frame, or several of these after each other.
///
/// Lists are read record by record, also those inside a large object. Past a syntax error the
/// borders of records are unknown, so reading ends there.
public final class JsonSequence extends NamedFormat {
  private static final int BLOCK = 256;

  /// Comments and blanks before a value.
  private static final String COMMENTS =
      "\\s*+(?:(?://|#)[^\\n\\r]*+\\R\\s*+|/\\*(?s:.*?)\\*/\\s*+){0,200}+";

  /// Not `[[papers]]`, as TOML has it.
  private static final Pattern ARRAY =
      Pattern.compile(COMMENTS + "\\[\\s*(?:[{\"/]|\\]\\s*\\z|\\[\\s*[\"\\[\\]{\\d-])");

  private static final Pattern OBJECT = Pattern.compile(COMMENTS + "\\{\\s*[\"'}/#]");

  private static final Pattern PYTHON = Pattern.compile("\\[\\s*\\{\\s*'");

  public JsonSequence() {
    super("json", "JSON");
  }

  @Override
  public Claim claim(Head head) {
    if (head.begins(ARRAY)) {
      return new Claim(Certainty.LIKELY, "JSON array");
    }
    return head.begins(OBJECT) && new JsonLines().claim(head).isNone()
        ? new Claim(Certainty.LIKELY, "JSON objects")
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Prefix prefix = Prefix.of(source.text());
    if (PYTHON.matcher(prefix.text().stripLeading()).lookingAt()) {
      readPython(prefix, source, sink);
      return;
    }
    if (isByLine(prefix)) {
      JsonLines.read(new BufferedReader(prefix.all()), source.names(), sink);
      return;
    }
    FirstTitle titled = new FirstTitle(sink, source.names());
    Reading reading = new Reading(new JsonRecords(source.names()), titled);
    try (JsonParser parser = JsonTree.parser(prefix.all())) {
      reading.read(parser, prefix);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      reading.deliver();
      boolean any = titled.hasTitle();
      titled.breakOff();
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String found = "broken JSON, " + PlainText.printable(said(e));
      if (any && said(e).startsWith("Unexpected end-of-input")) {
        sink.malformed(line, "the content is cut off in this record: " + found);
        return;
      }
      throw new FormatException(line, found, "Repair the file, or fetch it again if it is cut off");
    }
    titled.finish();
  }

  /// Whether a first line too long for the head turns out to be a value of its own before others.
  private static boolean isByLine(Prefix prefix) {
    String text = prefix.text();
    int end = text.indexOf('\n');
    return end >= Head.LENGTH
        && text.stripLeading().startsWith("{")
        && !text.substring(end).isBlank()
        && JsonLines.isWhole(text.substring(0, end));
  }

  private static void readPython(Prefix prefix, Source source, RecordSink sink) throws IOException {
    FirstTitle titled = new FirstTitle(sink, source.names());
    JsonRecords records = new JsonRecords(source.names());
    String text = Prefix.all(prefix.all(), Integer.MAX_VALUE);
    try {
      int number = 0;
      for (JsonNode each : PythonLiteral.parse(text)) {
        number++;
        records.in(each, number).forEach(delivery -> delivery.to(titled));
      }
    } catch (ParseException e) {
      long line = text.substring(0, Math.min(text.length(), e.getErrorOffset())).lines().count();
      throw new FormatException(
          Math.max(1, line), "a broken list of Python, " + e.getMessage(), "Write JSON instead");
    }
    titled.finish();
  }

  /// What the parser found, without its note on where the thing began that never ended.
  static String said(JacksonException e) {
    return e.getOriginalMessage().replaceFirst("(?s) \\(start marker.*", "");
  }

  /// One pass over a text.
  private static final class Reading {
    private final JsonRecords records;
    private final FirstTitle sink;
    private final List<Element> block = new ArrayList<>(BLOCK);
    private @Nullable List<String> columns;
    private long rows;

    private record Element(JsonNode value, long line) {}

    Reading(JsonRecords records, FirstTitle sink) {
      this.records = records;
      this.sink = sink;
    }

    void read(JsonParser parser, Prefix prefix) throws IOException {
      boolean first = true;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          columns = null;
          readList(parser, true);
        } else if (first && token == JsonToken.START_OBJECT && isLargeWrapper(prefix)) {
          readLists(parser);
        } else {
          add(parser);
        }
        first = false;
        if (sink.isHopeless()) {
          break;
        }
      }
      deliver();
    }

    /// Whether the first value goes on beyond the prefix, or is cut off, and has its papers in
    /// lists.
    private boolean isLargeWrapper(Prefix prefix) {
      try (JsonParser parser = JsonTree.parser(prefix.reader())) {
        parser.nextToken();
        JsonTree.Beginning beginning = JsonTree.beginning(parser);
        return beginning.cut() && records.areListed(beginning.value());
      }
    }

    private void readLists(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean aside = !JsonRecords.mayHoldPapers(parser.currentName());
        JsonToken token = parser.nextToken();
        if (aside) {
          parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
          readLists(parser);
        } else if (token == JsonToken.START_ARRAY) {
          readList(parser, false);
        }
      }
    }

    /// Reads the list record by record.
    ///
    /// @param sure whether it is known to be one of papers; else its first element tells
    private void readList(JsonParser parser, boolean sure) {
      boolean papers = sure;
      boolean begun = sure;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == null) {
          return;
        }
        if (begun && !papers) {
          parser.skipChildren();
          continue;
        }
        long line = JsonTree.line(parser);
        JsonNode value = JsonTree.next(parser);
        papers |= !begun && records.areIn(value);
        begun = true;
        if (papers) {
          add(value, line);
        }
      }
    }

    private void add(JsonParser parser) {
      long line = JsonTree.line(parser);
      add(JsonTree.next(parser), line);
    }

    private void add(JsonNode value, long line) {
      rows++;
      if (value.isArray()) {
        if (columns != null) {
          block.add(new Element(Frames.row(columns, value), line));
          return;
        }
        Optional<List<String>> header =
            rows == 1 ? records.frames().header(value) : Optional.empty();
        if (header.isPresent()) {
          columns = header.get();
          return;
        }
      }
      block.add(new Element(value, line));
      if (block.size() == BLOCK) {
        deliver();
      }
    }

    private void deliver() {
      block.parallelStream()
          .map(element -> records.in(element.value(), element.line()))
          .toList()
          .forEach(deliveries -> deliveries.forEach(delivery -> delivery.to(sink)));
      block.clear();
    }
  }
}
