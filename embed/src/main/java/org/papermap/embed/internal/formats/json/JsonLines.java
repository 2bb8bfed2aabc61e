package org.papermap.embed.internal.formats.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import tools.jackson.core.JacksonException;

/// One JSON object a line. A line that cannot be read is one malformed row, and reading goes on
/// with the next.
///
/// A block of lines is taken apart by all processors, then handed on in their order.
public final class JsonLines extends NamedFormat {
  private static final int BLOCK = 512;

  /// Characters of a block, so that long lines do not pile up.
  private static final int BLOCK_LENGTH = 1 << 23;

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"'}]");

  /// Lines looked at to tell records a line from a record over several lines.
  private static final int LINES_SEEN = 10;

  private record Line(long number, String text) {}

  public JsonLines() {
    super("jsonl", "JSON Lines");
  }

  @Override
  public Claim claim(Head head) {
    return head.begins(OBJECT) && isByLine(head)
        ? new Claim(Certainty.LIKELY, words())
        : Claim.none();
  }

  /// Whether the first line is an object of its own, or else half of the lines are.
  private static boolean isByLine(Head head) {
    List<String> lines =
        head.wholeLines().lines().filter(line -> !line.isBlank()).limit(LINES_SEEN).toList();
    if (!head.isWhole() && head.text().indexOf('\n') < 0) {
      return false;
    }
    long whole = lines.stream().filter(JsonLines::isWhole).count();
    return isWhole(withoutComma(lines.getFirst())) || 2 * whole >= lines.size();
  }

  static boolean isWhole(String line) {
    try {
      return JsonTree.whole(line, 1).isObject();
    } catch (JacksonException e) {
      return PythonLiteral.looksLikeObject(line);
    }
  }

  /// The line without the comma that lists cut into lines keep behind each object.
  private static String withoutComma(String line) {
    String bare = line.stripTrailing();
    return bare.endsWith("},") ? bare.substring(0, bare.length() - 1) : line;
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    read(source.text(), source.names(), sink);
  }

  static void read(BufferedReader text, FieldNames names, RecordSink sink) throws IOException {
    JsonRecords records = new JsonRecords(names);
    FirstTitle titled = new FirstTitle(sink, names);
    List<Line> block = new ArrayList<>(BLOCK);
    long number = 0;
    long length = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        block.add(new Line(number, withoutComma(line)));
        length += line.length();
      }
      if (block.size() == BLOCK || length >= BLOCK_LENGTH) {
        deliver(block, records, titled);
        block.clear();
        length = 0;
        if (titled.isHopeless()) {
          break;
        }
      }
    }
    deliver(block, records, titled);
    titled.finish();
  }

  private static void deliver(List<Line> block, JsonRecords records, RecordSink sink) {
    block.parallelStream()
        .map(line -> records.inText(line.text(), line.number()))
        .toList()
        .forEach(deliveries -> deliveries.forEach(delivery -> delivery.to(sink)));
  }
}
