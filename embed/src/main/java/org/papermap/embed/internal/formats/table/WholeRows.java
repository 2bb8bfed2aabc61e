package org.papermap.embed.internal.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.table.RowParser.ParsedRow;

/// Tables whose rows a spreadsheet had in one cell each, so that it has put quotation marks around
/// whole rows: `"title,authors"`.
final class WholeRows {
  /// A first row all in quotation marks, with several names in it.
  private static final Pattern WHOLE_ROW =
      Pattern.compile("\"[^\"\\n]{1,500}[,;\\t][^\"\\n]{1,500}\"\\s*\\R\"");

  private static final Dialect WHOLE_ROWS = new Dialect('\0', true, false, false, 0);

  private WholeRows() {}

  /// The head as it was before a spreadsheet put quotation marks around whole rows, each of which
  /// it had in one cell; or the same head.
  static Head withoutMarks(Head head) {
    if (!WHOLE_ROW.matcher(head.text()).lookingAt()) {
      return head;
    }
    try {
      String rows = withoutMarks(new BufferedReader(new StringReader(head.wholeLines())));
      Head plain = new Head(head.bytes(), rows, "", head.isWhole(), head.names());
      List<String> columns =
          Dialect.of(plain).stream()
              .flatMap(dialect -> dialect.rows(rows, 1).stream())
              .flatMap(row -> row.fields().stream())
              .map(String::strip)
              .toList();
      return head.names().areOfPapers(columns) ? plain : head;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String withoutMarks(BufferedReader text) throws IOException {
    StringBuilder rows = new StringBuilder();
    RowParser parser = new RowParser(text, WHOLE_ROWS);
    for (Optional<ParsedRow> row = parser.next(1); row.isPresent(); row = parser.next(1)) {
      rows.append(row.get().fields().getFirst()).append('\n');
    }
    return rows.toString();
  }
}
