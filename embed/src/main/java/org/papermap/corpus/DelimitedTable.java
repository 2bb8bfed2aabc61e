package org.papermap.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.corpus.ReadReport.Reason;

/// Rows of fields between separators (RFC 4180, or tabs or semicolons for commas); the first row
/// names the columns.
///
/// @param quoted whether quotation marks hold fields together. Tables between tabs are written with
///   and without: without, a title may begin with a quotation mark of its own.
record DelimitedTable(char separator, boolean quoted) implements CorpusFormat {
  private static final char NO_QUOTE = '\0';
  private static final Pattern TABLE_NAME =
      Pattern.compile(".*\\.(csv|tsv|tab)(\\.gz)?", Pattern.CASE_INSENSITIVE);

  /// The table that the text begins like: a first row that names a title or an abstract among
  /// several columns, or any several columns in a file that is named as a table.
  static Optional<DelimitedTable> recognize(String head, String fileName) {
    boolean named = TABLE_NAME.matcher(fileName).matches();
    Comparator<DelimitedTable> order =
        Comparator.<DelimitedTable>comparingLong(table -> table.textColumns(head))
            .thenComparing(table -> table.columns(head).size());
    return Stream.of(',', '\t', ';')
        .map(separator -> new DelimitedTable(separator, separator != '\t' || isQuoted(head)))
        .filter(table -> named || (table.columns(head).size() > 1 && table.textColumns(head) > 0))
        .max(order);
  }

  @Override
  public String words() {
    return switch (separator) {
      case '\t' -> "TSV";
      case ',' -> "CSV";
      default -> "CSV with '" + separator + "'";
    };
  }

  @Override
  public void read(BufferedReader text, RowSink rows) throws IOException {
    // Not closed, since the text is not this method's to close.
    Iterator<CsvRecord> records = reader().allowUnclosedQuote(false).ofCsvRecord(text).iterator();
    long line = 1;
    try {
      List<String> columns = records.next().getFields();
      checkColumns(columns, rows);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        deliver(row, columns, rows);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException disk) {
        throw disk;
      }
      throw rows.broken(
          line,
          "after the row that begins here no row could be told from the next",
          "Look for a quotation mark that is not closed");
    }
  }

  private static void checkColumns(List<String> columns, RowSink rows)
      throws UnrecognizedCorpusException {
    boolean title = columns.stream().anyMatch(name -> Field.isNamed(name, Field.TITLE));
    boolean text = columns.stream().anyMatch(name -> Field.isNamed(name, Field.ABSTRACT));
    if (!title || !text) {
      String missing =
          title ? "abstract column" : text ? "title column" : "title column and no abstract column";
      String found =
          columns.stream()
              .map(name -> name.isBlank() ? "(no name)" : name)
              .collect(Collectors.joining(", "));
      throw rows.unrecognized(
          "a table with no %s, only %s".formatted(missing, PlainText.printable(found)),
          "Name the columns \"title\" and \"abstract\" in the first row");
    }
  }

  private static void deliver(CsvRecord row, List<String> columns, RowSink rows) {
    List<String> fields = row.getFields();
    if (fields.stream().allMatch(String::isBlank)) {
      return; // spreadsheets leave such rows at the end
    }
    boolean onlyBlanksBeyond =
        fields.size() >= columns.size()
            && fields.subList(columns.size(), fields.size()).stream().allMatch(String::isBlank);
    if (!onlyBlanksBeyond) {
      rows.drop(row.getStartingLineNumber(), Reason.MALFORMED, misfit(fields, columns));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.merge(columns.get(i), fields.get(i), (first, next) -> first.isBlank() ? next : first);
    }
    rows.row(Row.of(row.getStartingLineNumber(), values, List.of()));
  }

  private static String misfit(List<String> fields, List<String> columns) {
    long lines = 1 + fields.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    return columns.size()
        + " columns are named and here are "
        + fields.size()
        + (lines > 1 ? ", over " + lines + " lines: perhaps an unclosed quotation mark" : "");
  }

  private long textColumns(String head) {
    return columns(head).stream()
        .filter(name -> Field.isNamed(name, Field.TITLE) || Field.isNamed(name, Field.ABSTRACT))
        .count();
  }

  private List<String> columns(String head) {
    try {
      Iterator<CsvRecord> records = reader().ofCsvRecord(head).iterator();
      return records.hasNext() ? records.next().getFields() : List.of();
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  /// Whether some field between tabs begins with a quotation mark, and all that do also end so.
  private static boolean isQuoted(String head) {
    int lastLine = head.lastIndexOf('\n');
    String lines = lastLine < 0 ? head : head.substring(0, lastLine + 1);
    if (!Pattern.compile("(^|[\\t\\r\\n])\"").matcher(lines).find()) {
      return false;
    }
    try {
      Iterator<CsvRecord> records =
          CsvReader.builder().fieldSeparator('\t').ofCsvRecord(lines).iterator();
      while (records.hasNext()) {
        records.next();
      }
      return true;
    } catch (CsvParseException e) {
      return false;
    }
  }

  private CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quoted ? '"' : NO_QUOTE)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true);
  }
}
