package org.papermap.embed.internal.formats.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;

/// How a table sets its fields apart.
///
/// @param quoted whether quotation marks hold fields together
record Dialect(char separator, boolean quoted) {
  private static final char NO_QUOTE = '\0';

  /// The table that the text begins like: a first row that names a title or an abstract among
  /// several columns, or any several columns in a file that is named as a table.
  static Optional<Dialect> of(Head head) {
    String text = head.text();
    boolean named =
        head.hasExtension("csv") || head.hasExtension("tsv") || head.hasExtension("tab");
    Comparator<Dialect> order =
        Comparator.<Dialect>comparingLong(table -> table.textColumns(text, head.names()))
            .thenComparing(table -> table.columns(text).size());
    return Stream.of(',', '\t', ';')
        .map(separator -> new Dialect(separator, separator != '\t' || isQuoted(text)))
        .filter(table ->
            named || (table.columns(text).size() > 1 && table.textColumns(text, head.names()) > 0))
        .max(order);
  }

  String words() {
    return switch (separator) {
      case '\t' -> "TSV";
      case ',' -> "CSV";
      default -> "CSV with '" + separator + "'";
    };
  }

  private long textColumns(String head, FieldNames names) {
    return columns(head).stream()
        .filter(name -> names.isNamed(name, Field.TITLE) || names.isNamed(name, Field.ABSTRACT))
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

  CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quoted ? '"' : NO_QUOTE)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true);
  }
}
