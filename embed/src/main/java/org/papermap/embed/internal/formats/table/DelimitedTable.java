package org.papermap.embed.internal.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Goods;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.table.RowParser.ParsedRow;
import org.papermap.files.SpreadsheetText;

/// Rows of fields between separators: commas, tabs, semicolons or bars; the first row names the
/// columns. A row that does not fit costs itself alone.
public final class DelimitedTable extends NamedFormat {
  /// Rows looked at to tell whether a column without a known name holds texts.
  private static final int SAMPLE = 50;

  /// Half of the abstracts of any collection are longer, and hardly any other field is.
  private static final int LONG_TEXT = 150;

  /// Long texts that are no abstracts.
  private static final Pattern OF_OTHER_TEXTS =
      Pattern.compile("(?i)affiliation|address|references|cited|funding|keywords|author|https?:");

  /// What is blank in the tables that databases copy out, where line ends are written `\n`.
  private static final Pattern BLANK_OF_COPY =
      Pattern.compile("(?m)(?:^|[\\t;,])\\\\N(?:[\\t;,]|$)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([nrt\\\\])");

  /// Springer writes the names of authors without anything between them: `Ada LindJo Moreau`.
  private static final List<String> OF_SPRINGER = List.of("Item Title", "Item DOI", "Authors");

  /// `="2019"`, by which spreadsheets are kept from reading a text as something else.
  private static final Pattern GUARDED = Pattern.compile("^=\"([^\"]*)\"$");

  /// A whole value in quotation marks.
  private static final Pattern EXTRA_QUOTES =
      Pattern.compile("(?s)^\\s*(?:\"(.+)\"|'(.+)'|[“„«](.+)[”“»])\\s*$");

  private static final Pattern GLUED =
      Pattern.compile("(?<=\\p{Ll}{2})(?<!Mc|Mac|\\bDe|\\bDi|\\bDel|\\bVan|\\bFitz)(?=\\p{Lu})");

  public DelimitedTable() {
    super("csv", "CSV or TSV");
  }

  @Override
  public Claim claim(Head head) {
    return head.isText()
        ? Dialect.of(WholeRows.withoutMarks(head))
            .map(dialect -> new Claim(Certainty.LIKELY, dialect.words()))
            .orElseGet(Claim::none)
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Head head = WholeRows.withoutMarks(source.head());
    Dialect dialect = Dialect.of(head).orElse(Dialect.CSV);
    BufferedReader text = source.text();
    if (head != source.head()) {
      text = new BufferedReader(new StringReader(WholeRows.withoutMarks(text)));
    }
    if (dialect.isNamed()) {
      text.readLine();
    }
    RowParser rows = new RowParser(text, dialect);
    List<String> columns = dialect.unnamed();
    if (columns.isEmpty()) {
      Optional<ParsedRow> header = names(rows, dialect.above(), sink);
      if (header.isEmpty()) {
        throw new UnrecognizedException("empty", "Give a file with papers in it");
      }
      columns = header.get().fields().stream().map(String::strip).toList();
      columns = withRowNames(columns, dialect, head);
    } else {
      sink.note(1, "no row names the columns; they are read as " + words(columns));
    }
    checkColumns(columns, dialect, head);
    long offset = dialect.isNamed() ? 1 : 0;
    boolean copied = BLANK_OF_COPY.matcher(head.text()).find();
    boolean quoted = areTitlesQuoted(columns, dialect, head);
    Optional<ParsedRow> row = rows.next(columns.size());
    while (row.isPresent()) {
      ParsedRow next = copied ? uncopied(row.get(), dialect.isTabs()) : row.get();
      deliver(next, offset, columns, quoted, head.names(), sink);
      row = rows.next(columns.size());
    }
  }

  /// @param escaped whether line ends and backslashes are written with a backslash before them
  private static ParsedRow uncopied(ParsedRow row, boolean escaped) {
    List<String> fields =
        row.fields().stream()
            .map(field -> field.equals("\\N") ? "" : escaped ? unescaped(field) : field)
            .toList();
    return new ParsedRow(row.line(), fields, row.lines(), row.isUnclosed());
  }

  private static String unescaped(String field) {
    return ESCAPED.matcher(field).replaceAll(mark -> mark.group(1).equals("\\") ? "\\\\" : " ");
  }

  private static String words(List<String> columns) {
    return columns.stream()
        .map(name -> name.isEmpty() ? "(unknown)" : name)
        .collect(Collectors.joining(", "));
  }

  /// The names with a blank one before them, if all rows begin with a name of their own, which R
  /// writes and gives no column for.
  private static List<String> withRowNames(List<String> columns, Dialect dialect, Head head) {
    int above = dialect.above() + 1;
    List<ParsedRow> rows =
        dialect.rows(head.wholeLines(), SAMPLE + above).stream().skip(above).toList();
    boolean named =
        !rows.isEmpty()
            && rows.stream()
                .allMatch(row ->
                    row.fields().size() == columns.size() + 1
                        && !row.fields().getFirst().isBlank()
                        && !row.fields().getLast().isBlank());
    return named ? Stream.concat(Stream.of(""), columns.stream()).toList() : columns;
  }

  /// The row that names the columns; those above it are told.
  private static Optional<ParsedRow> names(RowParser rows, int above, RecordSink sink)
      throws IOException {
    Optional<ParsedRow> row = rows.next(0);
    for (int i = 0; i < above && row.isPresent(); i++) {
      sink.navigation(row.get().line(), String.join(" ", row.get().fields()).strip());
      row = rows.next(0);
    }
    return row;
  }

  private static void checkColumns(List<String> columns, Dialect dialect, Head head)
      throws FormatException {
    FieldNames names = head.names();
    boolean title = has(columns, names, Field.TITLE);
    boolean text = has(columns, names, Field.ABSTRACT);
    if (Goods.are(columns)) {
      throw new UnrecognizedException("a list of goods", "Name the file with the papers");
    }
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
            || has(columns, names, Field.PUBMED);
    List<ParsedRow> rows = dialect.rows(head.wholeLines(), SAMPLE + dialect.above());
    boolean listed =
        has(columns, names, Field.DATE)
            || has(columns, names, Field.ID)
            || has(columns, names, Field.URL)
            || has(columns, names, Field.KEY);
    return (papers || (listed && haveTitles(rows, columns, names)))
        && IntStream.range(0, columns.size())
            .filter(column -> names.named(columns.get(column)).isEmpty())
            .filter(column -> !OF_OTHER_TEXTS.matcher(columns.get(column)).find())
            .noneMatch(column -> isLong(rows, column));
  }

  /// Whether half of the titles have four words or more, as those of papers have and those of films
  /// and goods have not.
  private static boolean haveTitles(List<ParsedRow> rows, List<String> columns, FieldNames names) {
    int title =
        IntStream.range(0, columns.size())
            .filter(i -> names.isNamed(columns.get(i), Field.TITLE))
            .findFirst()
            .orElse(0);
    long worded =
        rows.stream()
            .filter(row -> row.fields().size() > title)
            .filter(row -> row.fields().get(title).strip().split("\\s+", -1).length > 3)
            .count();
    return 2 * worded > rows.size();
  }

  /// Whether two thirds of the titles stand in quotation marks beside those of the table.
  private static boolean areTitlesQuoted(List<String> columns, Dialect dialect, Head head) {
    int above = dialect.above() + 1;
    List<String> titles =
        dialect.rows(head.wholeLines(), SAMPLE + above).stream()
            .skip(above)
            .flatMap(row ->
                IntStream.range(0, Math.min(columns.size(), row.fields().size()))
                    .filter(i -> head.names().isNamed(columns.get(i), Field.TITLE))
                    .mapToObj(row.fields()::get))
            .filter(title -> !title.isBlank())
            .toList();
    long quoted = titles.stream().filter(title -> EXTRA_QUOTES.matcher(title).matches()).count();
    return quoted > 1 && 3 * quoted >= 2L * titles.size();
  }

  private static boolean isLong(List<ParsedRow> rows, int column) {
    long full =
        rows.stream()
            .skip(1) // the names, or what stands above them
            .filter(row -> row.fields().size() > column)
            .filter(row -> row.fields().get(column).length() >= LONG_TEXT)
            .count();
    return 4 * full >= rows.size();
  }

  private static void deliver(
      ParsedRow row,
      long offset,
      List<String> columns,
      boolean quoted,
      FieldNames names,
      RecordSink sink) {
    List<String> fields = row.fields();
    long line = row.line() + offset;
    if (row.isUnclosed()) {
      sink.malformed(line, "a quotation mark that is not closed");
      return;
    }
    if (fields.stream().allMatch(String::isBlank)) {
      return; // spreadsheets leave such rows at the end
    }
    if (fields.stream().map(String::strip).toList().equals(columns)) {
      sink.navigation(line, "the names of the columns again");
      return;
    }
    int type = columns.indexOf("Item Type");
    if (type >= 0 && type < fields.size() && FieldNames.isPartOfPaper(fields.get(type))) {
      sink.navigation(line, fields.get(type) + " of a paper");
      return;
    }
    if (fields.size() >= columns.size() && names.isSum(columns, fields)) {
      sink.navigation(line, String.join(" ", fields).strip());
      return;
    }
    boolean isShort = fields.size() < columns.size();
    if (isShort ? !endsBehindTexts(row, columns, names) : !isBlankBeyond(fields, columns.size())) {
      sink.malformed(line, misfit(row, columns));
      return;
    }
    boolean isOfSpringer = columns.containsAll(OF_SPRINGER);
    SourceRecord.Builder record = SourceRecord.at(line);
    for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
      String value = GUARDED.matcher(SpreadsheetText.plain(fields.get(i))).replaceFirst("$1");
      if (quoted) {
        value = EXTRA_QUOTES.matcher(value).replaceFirst("$1$2$3");
      }
      boolean glued = isOfSpringer && columns.get(i).equals("Authors");
      record.put(columns.get(i), glued ? GLUED.matcher(value).replaceAll("; ") : value);
    }
    sink.record(record.build());
    if (isShort) {
      sink.note(line, misfit(row, columns));
    }
  }

  private static boolean isBlankBeyond(List<String> fields, int columns) {
    return fields.subList(columns, fields.size()).stream().allMatch(String::isBlank);
  }

  /// Whether a row of one line that is too short has its title and its abstract: programs leave out
  /// what is empty at the end. Of a row that is broken in two, neither part has both.
  private static boolean endsBehindTexts(ParsedRow row, List<String> columns, FieldNames names) {
    List<String> fields = row.fields();
    return row.lines() == 1
        && Stream.of(Field.TITLE, Field.ABSTRACT)
            .allMatch(field ->
                IntStream.range(0, fields.size())
                    .anyMatch(
                        i -> names.isNamed(columns.get(i), field) && !fields.get(i).isBlank()));
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
