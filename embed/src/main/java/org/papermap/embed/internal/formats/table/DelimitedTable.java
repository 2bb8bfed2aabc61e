package org.papermap.embed.internal.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.table.RowParser.ParsedRow;
import org.papermap.files.SpreadsheetText;

/// Rows of fields between separators: commas, tabs, semicolons or bars; the first row names the
/// columns. A row that does not fit costs itself alone.
public final class DelimitedTable implements Format {
  /// Rows looked at to tell whether a column without a known name holds texts.
  private static final int SAMPLE = 50;

  /// Half of the abstracts of any collection are longer, and hardly any other field is.
  private static final int LONG_TEXT = 150;

  @Override
  public String key() {
    return "csv";
  }

  @Override
  public String words() {
    return "CSV or TSV";
  }

  @Override
  public Claim claim(Head head) {
    return head.isText()
        ? Dialect.of(head)
            .map(dialect -> new Claim(Certainty.LIKELY, dialect.words()))
            .orElseGet(Claim::none)
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Dialect dialect = Dialect.of(source.head()).orElse(Dialect.CSV);
    BufferedReader text = source.text();
    if (dialect.isNamed()) {
      text.readLine();
    }
    RowParser rows = new RowParser(text, dialect);
    Optional<ParsedRow> header = rows.next(0);
    if (header.isEmpty()) {
      throw new UnrecognizedException("empty", "Give a file with papers in it");
    }
    List<String> columns = header.get().fields().stream().map(String::strip).toList();
    checkColumns(columns, dialect, source.head());
    long offset = dialect.isNamed() ? 1 : 0;
    Optional<ParsedRow> row = rows.next(columns.size());
    while (row.isPresent()) {
      deliver(row.get(), offset, columns, sink);
      row = rows.next(columns.size());
    }
  }

  private static void checkColumns(List<String> columns, Dialect dialect, Head head)
      throws FormatException {
    FieldNames names = head.names();
    boolean title = has(columns, names, Field.TITLE);
    boolean text = has(columns, names, Field.ABSTRACT);
    if (title && (text || isListOfTitles(columns, dialect, head))) {
      return;
    }
    String missing =
        title ? "abstract column" : text ? "title column" : "title column and no abstract column";
    String found =
        columns.stream()
            .map(name -> name.isBlank() ? "(no name)" : name)
            .collect(Collectors.joining(", "));
    throw new UnrecognizedException(
        "a table with no %s, only %s".formatted(missing, PlainText.printable(found)),
        "Name the columns \"title\" and \"abstract\" in the first row, or say which they are with"
            + " --map title=COLUMN,abstract=COLUMN");
  }

  private static boolean has(List<String> columns, FieldNames names, Field field) {
    return columns.stream().anyMatch(name -> names.isNamed(name, field));
  }

  /// Whether the table is one of papers, and no other column holds their abstracts.
  private static boolean isListOfTitles(List<String> columns, Dialect dialect, Head head) {
    FieldNames names = head.names();
    boolean papers =
        has(columns, names, Field.AUTHORS)
            || has(columns, names, Field.DOI)
            || has(columns, names, Field.ARXIV)
            || has(columns, names, Field.PUBMED)
            || has(columns, names, Field.DATE);
    List<ParsedRow> rows = dialect.rows(head.wholeLines(), SAMPLE);
    return papers
        && IntStream.range(0, columns.size())
            .filter(column -> names.named(columns.get(column)).isEmpty())
            .noneMatch(column -> isLong(rows, column));
  }

  private static boolean isLong(List<ParsedRow> rows, int column) {
    long full =
        rows.stream()
            .skip(1)
            .filter(row -> row.fields().size() > column)
            .filter(row -> row.fields().get(column).length() >= LONG_TEXT)
            .count();
    return 4 * full >= rows.size();
  }

  private static void deliver(ParsedRow row, long offset, List<String> columns, RecordSink sink) {
    List<String> fields = row.fields();
    long line = row.line() + offset;
    if (row.isUnclosed()) {
      sink.malformed(line, "a quotation mark that is not closed");
      return;
    }
    if (fields.stream().allMatch(String::isBlank)) {
      return; // spreadsheets leave such rows at the end
    }
    boolean onlyBlanksBeyond =
        fields.size() >= columns.size()
            && fields.subList(columns.size(), fields.size()).stream().allMatch(String::isBlank);
    if (!onlyBlanksBeyond) {
      sink.malformed(line, misfit(row, columns));
      return;
    }
    SourceRecord.Builder record = SourceRecord.at(line);
    for (int i = 0; i < columns.size(); i++) {
      record.put(columns.get(i), SpreadsheetText.plain(fields.get(i)));
    }
    sink.record(record.build());
  }

  private static String misfit(ParsedRow row, List<String> columns) {
    return columns.size()
        + " columns are named and here are "
        + row.fields().size()
        + (row.lines() > 1
            ? ", over " + row.lines() + " lines: perhaps an unclosed quotation mark"
            : "");
  }
}
