package org.papermap.embed.internal.formats.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.table.SqlTokens.Kind;

/// A database written out as SQL, by MySQL, PostgreSQL, SQLite or SQL Server: the rows of tables
/// that have a title and what else papers have. Rows of other tables are counted.
public final class SqlDump extends NamedFormat {
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)--|/\\*|(?:pragma|begin|create|insert|set|drop|use|start|lock|copy|alter|go)\\b");

  private static final Pattern ROWS =
      Pattern.compile(
          "(?im)^\\h*(?:(?:insert|replace)\\s+(?:(?:or\\s+)?(?:ignore|replace)\\s+)?(?:into\\s+)?"
              + "[\\w.\"`\\[\\]]{1,100}\\s*(?:\\(|values)|copy\\s[^;\\n]{1,5000}\\sfrom stdin;)");

  private static final Pattern MYSQL = Pattern.compile("(?i)mysql|mariadb|into `");

  private static final Set<String> NO_COLUMNS =
      Set.of("primary", "key", "unique", "constraint", "index", "fulltext", "foreign", "check");

  public SqlDump() {
    super("sql", "SQL dump");
  }

  @Override
  public Claim claim(Head head) {
    return head.isText() && head.begins(BEGINS) && ROWS.matcher(head.text()).find()
        ? new Claim(Certainty.SURE, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    boolean backslash = MYSQL.matcher(source.head().text()).find();
    new Script(new SqlTokens(source.text(), backslash), source.names(), sink).read();
  }

  /// One pass over a script.
  private static final class Script {
    private final SqlTokens tokens;
    private final FieldNames names;
    private final RecordSink sink;
    private final Map<String, List<String>> columnsOf = new HashMap<>();
    private final Map<String, Integer> passedOver = new LinkedHashMap<>();
    private boolean any;

    /// The token that the last statement ended before.
    private Kind kind = Kind.SIGN;

    Script(SqlTokens tokens, FieldNames names, RecordSink sink) {
      this.tokens = tokens;
      this.names = names;
      this.sink = sink;
    }

    void read() throws IOException {
      next();
      while (kind != Kind.END) {
        if (isWord("create")) {
          create();
        } else if (isWord("insert") || isWord("replace")) {
          insert();
        } else if (isWord("copy")) {
          copy();
        } else {
          next();
        }
      }
      if (!any) {
        throw new UnrecognizedException(
            "an SQL dump without a table of papers, only "
                + PlainText.printable(String.join(", ", passedOver.keySet())),
            "Export the papers' table as CSV, with columns \"title\" and \"abstract\"");
      }
      passedOver.forEach((table, rows) ->
          sink.navigation(1, "the table " + table + " is not one of papers: " + rows + " rows"));
    }

    private void next() throws IOException {
      kind = tokens.read();
    }

    private boolean isWord(String word) {
      return kind == Kind.WORD && tokens.value().equalsIgnoreCase(word);
    }

    private boolean isSign(String sign) {
      return kind == Kind.SIGN && tokens.value().equals(sign);
    }

    /// `CREATE TABLE papers (id int, title text, …)`
    private void create() throws IOException {
      next();
      if (!isWord("table")) {
        return;
      }
      String table = name();
      if (!isSign("(")) {
        return;
      }
      List<String> columns = new ArrayList<>();
      for (Item item : list()) {
        if (!NO_COLUMNS.contains(item.first().toLowerCase(Locale.ROOT))) {
          columns.add(item.first());
        }
      }
      columnsOf.put(table, columns);
    }

    /// The last word before a parenthesis or `VALUES`: the name of a table.
    private String name() throws IOException {
      String name = "";
      next();
      while ((kind == Kind.WORD && !isWord("values")) || isSign(".")) {
        name = kind == Kind.WORD ? tokens.value() : name;
        next();
      }
      return name;
    }

    /// What stands between the parentheses that are open, item by item. Goes on behind them.
    private List<Item> list() throws IOException {
      List<Item> items = new ArrayList<>();
      List<String> words = new ArrayList<>();
      String text = null;
      int open = 1;
      for (next(); kind != Kind.END; next()) {
        open += isSign("(") ? 1 : isSign(")") ? -1 : 0;
        if (open == 0 || (open == 1 && isSign(","))) {
          items.add(new Item(words.isEmpty() ? "" : words.getFirst(), value(words, text)));
          words.clear();
          text = null;
        } else if (kind == Kind.TEXT) {
          text = text == null ? tokens.value() : text;
        } else if (kind == Kind.WORD) {
          words.add(tokens.value());
        }
        if (open == 0) {
          next();
          break;
        }
      }
      return items;
    }

    /// @param value its first text, or its words; empty for `NULL`
    private record Item(String first, String value) {}

    private static String value(List<String> words, @Nullable String text) {
      String value = text == null ? String.join(".", words) : text;
      return text == null && value.equalsIgnoreCase("null") ? "" : value;
    }

    /// `INSERT INTO papers (id, title) VALUES (1, 'Knots'), (2, 'Ropes');`
    private void insert() throws IOException {
      String table = name();
      List<String> columns = columnsOf.getOrDefault(table, List.of());
      if (isSign("(")) {
        columns = list().stream().map(Item::first).toList();
      }
      if (!isWord("values")) {
        return;
      }
      next();
      while (isSign("(")) {
        long line = tokens.line();
        row(line, table, columns, list().stream().map(Item::value).toList());
        if (isSign(",")) {
          next();
        }
      }
    }

    /// `COPY papers (id, title) FROM stdin;` with a row a line, up to a line `\.`
    private void copy() throws IOException {
      String table = name();
      List<String> columns = columnsOf.getOrDefault(table, List.of());
      if (isSign("(")) {
        columns = list().stream().map(Item::first).toList();
      }
      if (!isWord("from")) {
        return;
      }
      tokens.restOfLine();
      long line = tokens.line() + 1;
      while (!tokens.isAtEnd()) {
        String row = tokens.restOfLine();
        if (row.strip().equals("\\.")) {
          break;
        }
        List<String> fields = new ArrayList<>();
        for (String field : row.split("\t", -1)) {
          fields.add(field.equals("\\N") ? "" : unescaped(field));
        }
        row(line++, table, columns, fields);
      }
      next();
    }

    private static String unescaped(String field) {
      if (field.indexOf('\\') < 0) {
        return field;
      }
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < field.length(); i++) {
        char c = field.charAt(i);
        if (c == '\\' && i + 1 < field.length()) {
          c = (char) SqlTokens.escaped(field.charAt(++i));
        }
        plain.append(c);
      }
      return plain.toString();
    }

    private void row(long line, String table, List<String> columns, List<String> fields) {
      if (!isOfPapers(columns)) {
        passedOver.merge(table, 1, Integer::sum);
        return;
      }
      any = true;
      if (fields.size() != columns.size()) {
        sink.malformed(
            line, "%d columns are named and here are %d".formatted(columns.size(), fields.size()));
        return;
      }
      SourceRecord.Builder record = SourceRecord.at(line);
      for (int i = 0; i < columns.size(); i++) {
        record.put(columns.get(i), fields.get(i));
      }
      sink.record(record.build());
    }

    /// A mere name is that of a person or a journal as well.
    private boolean isOfPapers(List<String> columns) {
      return names.areOfPapers(columns)
          && columns.stream()
              .anyMatch(it -> names.isNamed(it, Field.TITLE) && !it.equalsIgnoreCase("name"));
    }
  }
}
