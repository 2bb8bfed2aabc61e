package org.papermap.embed.internal.formats.json;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// Papers that a page loads as a script: `var papers = […];`, `export default […]`,
/// `callback({…});`. Nothing is run; the first value that holds papers is read as JSON, with keys
/// and quotation marks as JavaScript has them.
public final class ScriptData extends NamedFormat {
  private static final int MAX_LENGTH = 1 << 27;

  private static final String NAME = "[\\p{L}_$][\\w$]*";
  private static final String PATH = NAME + "(?:\\.[\\w$]+|\\[[\"'][\\w$.-]+[\"']])*";

  /// Where a value is given a name or handed to a function.
  private static final Pattern VALUE =
      Pattern.compile(
          "(?m)(?:^|;)\\h*(?:export\\s+default\\s*|(?:export\\s+)?(?:const|let|var)\\s+"
              + NAME
              + "(?:\\s*:[^=\\n]{1,60})?\\s*=\\s*|"
              + PATH
              + "\\s*=\\s*|"
              + PATH
              + "\\(\\s*(?:JSON\\.parse\\(\\s*)?)(?=[\\[{]\\s*[\\[{\"'\\w$])");

  private static final Pattern COMMENTS =
      Pattern.compile("\\s*+(?://[^\\n]*+\\n\\s*+|/\\*(?s:.*?)\\*/\\s*+){0,50}");

  private static final Pattern FIRST =
      Pattern.compile(
          "(?:[\"']use"
              + " strict[\"'];?\\s*)?(?:export\\s|(?:const|let|var)\\s|(?:window|self|globalThis"
              + "|module|exports|this)\\b\\s*[.\\[=]|"
              + PATH
              + "\\s*(?:=\\s*[\\[{]|\\(\\s*[\\[{]))");

  public ScriptData() {
    super("script", "data in a script");
  }

  @Override
  public Claim claim(Head head) {
    Matcher comments = COMMENTS.matcher(head.text());
    int start = comments.lookingAt() ? comments.end() : 0;
    Matcher first = FIRST.matcher(head.text());
    return first.region(start, head.text().length()).lookingAt()
            && VALUE.matcher(head.text()).find()
        ? new Claim(Certainty.LIKELY, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    String text = Prefix.all(source.text(), MAX_LENGTH);
    JsonRecords records = new JsonRecords(source.names());
    Matcher value = VALUE.matcher(text);
    while (value.find()) {
      JsonNode data = value(text, value.end());
      if (data.isArray() ? records.areIn(data.path(0)) : records.areIn(data)) {
        long line = Math.max(1, text.substring(0, value.end()).lines().count());
        FirstTitle titled = new FirstTitle(sink, source.names());
        records.in(data, line).forEach(delivery -> delivery.to(titled));
        titled.finish();
        return;
      }
    }
    throw new UnrecognizedException(
        "a script without a list of papers in it", "Give the data as JSON");
  }

  /// The value that begins at a place of the text, or nothing where that is code.
  private static JsonNode value(String text, int start) throws IOException {
    StringReader rest = new StringReader(text);
    rest.skip(start);
    try (JsonParser parser = JsonTree.scriptParser(rest)) {
      parser.nextToken();
      return JsonTree.next(parser);
    } catch (JacksonException code) {
      return JsonTree.nothing();
    }
  }
}
