package org.papermap.embed.internal.formats.tagged;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.Arrays;
import java.util.List;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Web of Science, tab-delimited: a row of two-letter tags, then one record a line. Quotation marks
/// hold nothing together there, but for those that a spreadsheet put around a whole field.
public final class WosTable extends NamedFormat {
  public WosTable() {
    super("wos-table", "Web of Science, tabbed");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.isText() || head.text().indexOf('\t') < 0) {
      return Claim.none();
    }
    String first = head.text().stripLeading().lines().findFirst().orElse("");
    return isHeader(columns(first)) ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    LineNumberReader lines = new LineNumberReader(source.text());
    String line = lines.readLine();
    while (line != null && line.isBlank()) {
      line = lines.readLine();
    }
    List<String> columns = line == null ? List.of() : columns(line);
    if (!isHeader(columns)) {
      throw new UnrecognizedException(
          "not a Web of Science table: its first row has no tags such as PT, AU and TI",
          "Export \"Tab delimited file\" again, or leave out --format");
    }
    String names = line;
    for (line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.endsWith(names)) {
        sink.navigation(lines.getLineNumber(), "the names of the columns again");
      } else if (!line.isBlank()) {
        deliver(lines.getLineNumber(), columns, line, sink);
      }
    }
  }

  private static boolean isHeader(List<String> columns) {
    return columns.size() > 3
        && columns.contains("TI")
        && (columns.contains("AU") || columns.contains("AF") || columns.contains("UT"))
        && columns.stream().allMatch(name -> name.isEmpty() || (name.length() == 2 && isTag(name)));
  }

  private static boolean isTag(String name) {
    return WosFields.isKnown(name) || WosFields.tag(name, false).equals(name);
  }

  private static List<String> columns(String line) {
    return fields(line).stream().map(String::strip).toList();
  }

  private static void deliver(long number, List<String> columns, String line, RecordSink sink) {
    List<String> fields = fields(line);
    boolean fits =
        fields.size() >= columns.size()
            && fields.subList(columns.size(), fields.size()).stream().allMatch(String::isBlank);
    if (!fits) {
      sink.malformed(
          number,
          "%d columns are named and here are %d: a line break or a tab in a value"
              .formatted(columns.size(), fields.size()));
      return;
    }
    TaggedRecord record = new TaggedRecord(number);
    for (int i = 0; i < columns.size(); i++) {
      record.add(columns.get(i), fields.get(i));
    }
    WosFields.deliver(record, sink);
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split("\t", -1)).map(WosTable::unquoted).toList();
  }

  private static String unquoted(String field) {
    boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
    if (!quoted) {
      return field;
    }
    String inner = field.substring(1, field.length() - 1);
    return inner.replace("\"\"", "").contains("\"") ? field : inner.replace("\"\"", "\"");
  }
}
