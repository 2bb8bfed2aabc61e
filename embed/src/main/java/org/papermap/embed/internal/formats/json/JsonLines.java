package org.papermap.embed.internal.formats.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;

/// One JSON object a line. A line that cannot be read is one malformed row, and reading goes on
/// with the next.
///
/// A block of lines is taken apart by all processors, then handed on in their order.
public final class JsonLines implements Format {
  private static final int BLOCK = 512;

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"'}]");

  private record Line(long number, String text) {
    Consumer<RecordSink> delivery(FieldNames names) {
      return JsonRecord.delivery(text, number, names);
    }
  }

  @Override
  public String key() {
    return "jsonl";
  }

  @Override
  public String words() {
    return "JSON Lines";
  }

  @Override
  public Claim claim(Head head) {
    return head.begins(OBJECT) ? new Claim(Certainty.LIKELY, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    BufferedReader text = source.text();
    List<Line> block = new ArrayList<>(BLOCK);
    long number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        block.add(new Line(number, line));
      }
      if (block.size() == BLOCK) {
        deliver(block, source.names(), sink);
        block.clear();
      }
    }
    deliver(block, source.names(), sink);
  }

  private static void deliver(List<Line> block, FieldNames names, RecordSink sink) {
    block.parallelStream()
        .map(line -> line.delivery(names))
        .toList()
        .forEach(it -> it.accept(sink));
  }
}
