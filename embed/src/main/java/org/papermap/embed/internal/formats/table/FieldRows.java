package org.papermap.embed.internal.formats.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.table.RowParser.ParsedRow;

/// A table with a field a row, as Embase writes CSV: the field's name, then its values, of which a
/// paper's authors are several. A paper begins with the name that the first one begins with. Where
/// several titles stand in one row, each column is a paper.
public final class FieldRows extends NamedFormat {
  /// Rows looked at.
  private static final int SAMPLE = 60;

  private static final int FEWEST_NAMES = 3;

  public FieldRows() {
    super("field-rows", "table with a field a row");
  }

  /// A first row that names no columns, and a first column that names a title and what else papers
  /// have.
  @Override
  public Claim claim(Head head) {
    return head.isText() && dialect(head).isPresent()
        ? new Claim(Certainty.SURE, words())
        : Claim.none();
  }

  private static Optional<Dialect> dialect(Head head) {
    for (char separator : new char[] {',', '\t', ';'}) {
      if (head.text().indexOf(separator) < 0) {
        continue;
      }
      Dialect dialect = new Dialect(separator, true, false, false, 0);
      List<ParsedRow> rows = dialect.rows(head.wholeLines(), SAMPLE);
      if (rows.size() >= FEWEST_NAMES && areFields(rows, head.names())) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  private static boolean areFields(List<ParsedRow> rows, FieldNames names) {
    if (rows.stream().anyMatch(row -> row.isUnclosed() || row.fields().size() < 2)) {
      return false;
    }
    List<String> first = rows.stream().map(row -> row.fields().getFirst().strip()).toList();
    long known = first.stream().distinct().filter(name -> names.named(name).isPresent()).count();
    boolean across =
        rows.getFirst().fields().stream()
            .skip(1)
            .anyMatch(name -> names.named(name.strip()).isPresent());
    boolean named = first.stream().allMatch(name -> !name.isEmpty() && name.length() <= 40);
    return named && !across && known >= FEWEST_NAMES && names.areOfPapers(first);
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Dialect dialect =
        dialect(source.head())
            .orElseThrow(() ->
                new UnrecognizedException(
                    "not a table with a field a row: its first column has no \"title\"",
                    "Leave out --format"));
    RowParser rows = new RowParser(source.text(), dialect);
    if (isTurned(dialect.rows(source.head().wholeLines(), SAMPLE), source.names())) {
      readTurned(rows, sink);
    } else {
      readFields(rows, source.names(), sink);
    }
  }

  /// Whether a title stands beside another, so that each column is a paper.
  private static boolean isTurned(List<ParsedRow> rows, FieldNames names) {
    return rows.stream()
        .filter(
            row -> !row.isUnclosed() && names.isNamed(row.fields().getFirst().strip(), Field.TITLE))
        .findFirst()
        .filter(row -> row.fields().stream().filter(value -> !value.isBlank()).count() > 2)
        .isPresent();
  }

  private static void readTurned(RowParser rows, RecordSink sink) throws IOException {
    List<SourceRecord.Builder> records = new ArrayList<>();
    for (Optional<ParsedRow> row = rows.next(0); row.isPresent(); row = rows.next(0)) {
      if (row.get().isUnclosed()) {
        sink.malformed(row.get().line(), "a quotation mark that is not closed");
        continue;
      }
      List<String> values = row.get().fields();
      for (int i = 1; i < values.size(); i++) {
        if (records.size() < i) {
          records.add(SourceRecord.at(1));
        }
        records.get(i - 1).put(values.getFirst().strip(), values.get(i));
      }
    }
    records.stream().map(SourceRecord.Builder::build).forEach(sink::record);
  }

  private static void readFields(RowParser rows, FieldNames names, RecordSink sink)
      throws IOException {
    String starter = "";
    SourceRecord.Builder record = null;
    for (Optional<ParsedRow> row = rows.next(0); row.isPresent(); row = rows.next(0)) {
      ParsedRow field = row.get();
      if (field.isUnclosed()) {
        sink.malformed(field.line(), "a quotation mark that is not closed");
        continue;
      }
      String name = field.fields().getFirst().strip();
      starter = starter.isEmpty() ? name : starter;
      if (record == null || name.equals(starter)) {
        if (record != null) {
          sink.record(record.build());
        }
        record = SourceRecord.at(field.line());
      }
      List<String> values =
          field.fields().stream().skip(1).filter(value -> !value.isBlank()).toList();
      if (names.isNamed(name, Field.AUTHORS) && values.size() > 1) {
        values.forEach(record::author);
      } else {
        record.put(name, String.join("; ", values));
      }
    }
    if (record != null) {
      sink.record(record.build());
    }
  }
}
