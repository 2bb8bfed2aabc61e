package org.papermap.embed.internal.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;

/// How a table sets its fields apart.
///
/// @param quoted whether quotation marks hold fields together. Tables between tabs are written with
///   and without: without, a title may begin with a quotation mark of its own.
/// @param backslash whether a backslash before a quotation mark makes it text
/// @param isNamed whether a first line `sep=;` names the separator
/// @param above rows above the names of the columns, such as the kind and the day of the export
/// @param unnamed what the columns are, if no row names them
record Dialect(
    char separator,
    boolean quoted,
    boolean backslash,
    boolean isNamed,
    int above,
    List<String> unnamed) {
  static final Dialect CSV = new Dialect(',', true, false, false, 0);

  /// Rows looked at to tell what columns without names are.
  private static final int ROWS_UNNAMED = 50;

  /// `"title" "abstract"`, as R writes the first row of a table.
  private static final Pattern BETWEEN_BLANKS =
      Pattern.compile("(?:\"[^\"\\n]*\" ){1,60}\"[^\"\\n]*\"\\s*\\R");

  Dialect(char separator, boolean quoted, boolean backslash, boolean isNamed, int above) {
    this(separator, quoted, backslash, isNamed, above, List.of());
  }

  /// Rows looked at for the names of the columns.
  private static final int ROWS_BEFORE = 20;

  /// What spreadsheets write before the first row.
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=(.)\"?[ ,;\\t]*\\R", Pattern.CASE_INSENSITIVE);

  /// A backslash before a doubled mark within a field, as in `G\""odel`; at the end of a field the
  /// second mark closes it.
  private static final Pattern DOUBLED_MARK = Pattern.compile("\\\\\"\"(?![,;\\t\\r\\n]|$)");

  private static final Pattern ESCAPED_MARK = Pattern.compile("[^\\\\]\\\\\"(?![\",;\\t\\r\\n])");

  /// The table that the text begins like: a first row that names a title or an abstract among
  /// several columns, or any several columns in a file that is named as a table.
  static Optional<Dialect> of(Head head) {
    Matcher named = SEPARATOR_LINE.matcher(head.text());
    if (named.lookingAt()) {
      char separator = named.group(1).charAt(0);
      return Optional.of(new Dialect(separator, true, escapes(head), true, 0));
    }
    String text = head.wholeLines();
    boolean byName =
        head.hasExtension("csv") || head.hasExtension("tsv") || head.hasExtension("tab");
    boolean backslash = escapes(head);
    Dialect best = null;
    long mostTexts = -1;
    int mostColumns = -1;
    char[] separators =
        BETWEEN_BLANKS.matcher(text).lookingAt()
            ? new char[] {',', '\t', ';', '|', ' '}
            : new char[] {',', '\t', ';', '|'};
    for (char separator : separators) {
      boolean quoted = separator == '\t' ? isQuoted(text) : separator != '|';
      Dialect table =
          new Dialect(separator, quoted, backslash, false, 0).fromNames(text, head.names());
      List<String> columns = table.columns(text);
      long texts = textColumns(columns, head.names());
      boolean fits = columns.size() > 1 && texts > 0 || (byName && !table.isBars());
      boolean better = texts > mostTexts || (texts == mostTexts && columns.size() > mostColumns);
      if (fits && better) {
        best = table;
        mostTexts = texts;
        mostColumns = columns.size();
      }
    }
    Dialect byColumns = best;
    return mostTexts > 1
        ? Optional.ofNullable(best)
        : unnamed(text).or(() -> Optional.ofNullable(byColumns));
  }

  /// The table whose columns have no names and are known all the same.
  private static Optional<Dialect> unnamed(String text) {
    for (char separator : new char[] {'\t', ',', ';', '|'}) {
      if (text.indexOf(separator) < 0) {
        continue;
      }
      boolean quoted = separator == '\t' ? isQuoted(text) : separator != '|';
      Dialect table = new Dialect(separator, quoted, false, false, 0);
      Optional<List<String>> columns = UnnamedColumns.of(table.rows(text, ROWS_UNNAMED), separator);
      if (columns.isPresent()) {
        return Optional.of(new Dialect(separator, quoted, false, false, 0, columns.get()));
      }
    }
    return Optional.empty();
  }

  String words() {
    return switch (separator) {
      case '\t' -> "TSV";
      case ',' -> "CSV";
      case '|' -> "table between bars";
      case ' ' -> "table between blanks";
      default -> "CSV with '" + separator + "'";
    };
  }

  boolean isTabs() {
    return separator == '\t';
  }

  boolean isBars() {
    return separator == '|';
  }

  /// Whether marks within fields have a backslash before them, and so are not doubled.
  private static boolean escapes(Head head) {
    return head.text().contains("\\\"")
        && ESCAPED_MARK.matcher(head.text()).find()
        && !DOUBLED_MARK.matcher(head.text()).find();
  }

  private static long textColumns(List<String> columns, FieldNames names) {
    return columns.stream()
        .map(String::strip)
        .filter(name -> names.isNamed(name, Field.TITLE) || names.isNamed(name, Field.ABSTRACT))
        .count();
  }

  private List<String> columns(String head) {
    return rows(head, above + 1).stream()
        .skip(above)
        .findFirst()
        .map(RowParser.ParsedRow::fields)
        .orElse(List.of());
  }

  /// The table that begins at the names of its columns, which some exports write below a few lines
  /// of their own.
  private Dialect fromNames(String head, FieldNames names) {
    if (textColumns(columns(head), names) > 0) {
      return this;
    }
    List<RowParser.ParsedRow> rows = rows(head, ROWS_BEFORE);
    for (int i = 1; i < rows.size(); i++) {
      if (names.areOfPapers(rows.get(i).fields().stream().map(String::strip).toList())) {
        return new Dialect(separator, quoted, backslash, isNamed, i);
      }
    }
    return this;
  }

  /// The first rows of the text.
  List<RowParser.ParsedRow> rows(String head, int count) {
    RowParser parser = new RowParser(new BufferedReader(new StringReader(head)), this);
    return Stream.generate(() -> next(parser))
        .limit(count)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<RowParser.ParsedRow> next(RowParser parser) {
    try {
      return parser.next(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasFieldWithMark(String lines) {
    for (int mark = lines.indexOf('"'); mark >= 0; mark = lines.indexOf('"', mark + 1)) {
      if (mark == 0 || "\t\r\n".indexOf(lines.charAt(mark - 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether some field between tabs begins with a quotation mark, and all that do also end so.
  private static boolean isQuoted(String lines) {
    if (!hasFieldWithMark(lines)) {
      return false;
    }
    return new Dialect('\t', true, false, false, 0)
        .rows(lines, Integer.MAX_VALUE).stream()
            .noneMatch(row ->
                row.isUnclosed()
                    || row.fields().stream().anyMatch(field -> field.startsWith("\"")));
  }
}
