package org.papermap.embed.internal.formats.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/// Rows of fields between separators (RFC 4180, or tabs or semicolons for commas); the first row
/// names the columns.
///
/// Tables between tabs are written with quotation marks that hold fields together and without:
/// without, a title may begin with a quotation mark of its own.
public final class DelimitedTable implements Format {
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
    return Dialect.of(head)
        .map(dialect -> new Claim(Certainty.LIKELY, dialect.words()))
        .orElseGet(Claim::none);
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Dialect dialect = Dialect.of(source.head()).orElseGet(() -> new Dialect(',', true));
    // Not closed, since the text is not this method's to close.
    Iterator<CsvRecord> records =
        dialect.reader().allowUnclosedQuote(false).ofCsvRecord(source.text()).iterator();
    long line = 1;
    try {
      List<String> columns = records.next().getFields();
      checkColumns(columns, source.names());
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        deliver(row, columns, sink);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException disk) {
        throw disk;
      }
      throw new FormatException(
          line,
          "after the row that begins here no row could be told from the next",
          "Look for a quotation mark that is not closed");
    }
  }

  private static void checkColumns(List<String> columns, FieldNames names)
      throws UnrecognizedException {
    boolean title = columns.stream().anyMatch(name -> names.isNamed(name, Field.TITLE));
    boolean text = columns.stream().anyMatch(name -> names.isNamed(name, Field.ABSTRACT));
    if (!title || !text) {
      String missing =
          title ? "abstract column" : text ? "title column" : "title column and no abstract column";
      String found =
          columns.stream()
              .map(name -> name.isBlank() ? "(no name)" : name)
              .collect(Collectors.joining(", "));
      throw new UnrecognizedException(
          "a table with no %s, only %s".formatted(missing, PlainText.printable(found)),
          "Name the columns \"title\" and \"abstract\" in the first row");
    }
  }

  private static void deliver(CsvRecord row, List<String> columns, RecordSink sink) {
    List<String> fields = row.getFields();
    if (fields.stream().allMatch(String::isBlank)) {
      return; // spreadsheets leave such rows at the end
    }
    boolean onlyBlanksBeyond =
        fields.size() >= columns.size()
            && fields.subList(columns.size(), fields.size()).stream().allMatch(String::isBlank);
    if (!onlyBlanksBeyond) {
      sink.malformed(row.getStartingLineNumber(), misfit(fields, columns));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.merge(columns.get(i), fields.get(i), (first, next) -> first.isBlank() ? next : first);
    }
    SourceRecord.Builder record = SourceRecord.at(row.getStartingLineNumber());
    values.forEach(record::put);
    sink.record(record.build());
  }

  private static String misfit(List<String> fields, List<String> columns) {
    long lines = 1 + fields.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    return columns.size()
        + " columns are named and here are "
        + fields.size()
        + (lines > 1 ? ", over " + lines + " lines: perhaps an unclosed quotation mark" : "");
  }
}
