package org.papermap.embed.internal.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a table apart into rows (RFC 4180 and what people make of it). Quotation marks hold a
/// field together only if they stand at both of its ends; all others are text. A mark that is never
/// closed costs its own row: what follows it is read as rows again.
final class RowParser {
  /// Longer than any field with a sense, short enough to look through for a closing mark.
  private static final int LONGEST_FIELD = 1 << 20;

  private static final Pattern RULE_OF_MARKDOWN = Pattern.compile("[-:| +=]+");

  private final BufferedReader text;
  private final Dialect dialect;

  /// Lines that were looked at and belong to later rows.
  private final List<String> ahead = new ArrayList<>();

  private long line = 1;

  RowParser(BufferedReader text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /// @param line where the row begins
  /// @param isUnclosed whether a quotation mark in its first line has no other end
  record ParsedRow(long line, List<String> fields, int lines, boolean isUnclosed) {}

  /// The next row that is not blank.
  ///
  /// @param columns how many fields it should have, or 0
  Optional<ParsedRow> next(int columns) throws IOException {
    while (true) {
      String first = ahead.isEmpty() ? text.readLine() : ahead.removeFirst();
      if (first == null) {
        return Optional.empty();
      }
      long begin = line++;
      if (first.isBlank() || (dialect.isBars() && RULE_OF_MARKDOWN.matcher(first).matches())) {
        continue;
      }
      Row row = new Row(dialect.isBars() ? withoutOuterBars(first) : first);
      row.parse();
      int more = row.lines - 1;
      if (row.unclosed || (more > 0 && swallows(row, columns))) {
        return Optional.of(new ParsedRow(begin, row.fields, 1, true));
      }
      ahead.subList(0, more).clear();
      line += more;
      return Optional.of(new ParsedRow(begin, row.fields, row.lines, false));
    }
  }

  private static String withoutOuterBars(String line) {
    String bare = line.strip();
    return bare.length() > 1 && bare.startsWith("|") && bare.endsWith("|")
        ? bare.substring(1, bare.length() - 1)
        : line;
  }

  /// Whether the row has taken lines that are rows themselves: the row does not fit, and one of
  /// them does; or all of them fit and begin as the row does, with a number or the like.
  private boolean swallows(Row row, int columns) {
    if (columns < 2) {
      return false;
    }
    boolean fits = row.fields.size() == columns;
    int likely = 0;
    int rows = row.lines - 1;
    for (String next : ahead.subList(0, rows)) {
      Row alone = new Row(next);
      alone.parseAlone();
      if (alone.fields.size() == columns) {
        if (!fits) {
          return true;
        }
        likely += beginsAlike(row.fields.getFirst(), alone.fields.getFirst()) ? 1 : 0;
      }
    }
    return likely == rows;
  }

  private static boolean beginsAlike(String one, String other) {
    return !one.isBlank()
        && one.chars().anyMatch(Character::isDigit)
        && shape(one).equals(shape(other));
  }

  private static String shape(String field) {
    return field.strip().replaceAll("\\p{L}+", "a").replaceAll("\\d+", "0");
  }

  /// The line at this distance after the row's first one, or null at the end.
  private @Nullable String lineAhead(int distance) throws IOException {
    while (ahead.size() < distance) {
      String next = text.readLine();
      if (next == null) {
        return null;
      }
      ahead.add(next);
    }
    return ahead.get(distance - 1);
  }

  /// One row as it is taken apart.
  private final class Row {
    private final List<String> fields = new ArrayList<>();
    private String current;
    private int at;
    private int lines = 1;
    private boolean unclosed;
    private boolean alone;

    Row(String first) {
      this.current = first;
    }

    void parseAlone() {
      alone = true;
      try {
        parse();
      } catch (IOException e) {
        throw new IllegalStateException("a line by itself is not read from the disk", e);
      }
    }

    void parse() throws IOException {
      while (!unclosed) {
        field();
        if (at >= current.length()) {
          return;
        }
        at++; // the separator
        if (at == current.length()) {
          fields.add("");
          return;
        }
      }
    }

    private void field() throws IOException {
      int begin = at;
      while (begin < current.length() && current.charAt(begin) == ' ') {
        begin++;
      }
      if (!dialect.quoted() || begin >= current.length() || current.charAt(begin) != '"') {
        int end = endOfPlain(at);
        fields.add(current.substring(at, end));
        at = end;
      } else if (!quoted(begin + 1)) {
        literal();
      }
    }

    private int endOfPlain(int from) {
      int end = current.indexOf(dialect.separator(), from);
      return end < 0 ? current.length() : end;
    }

    /// Reads a field between quotation marks, over several lines if need be.
    ///
    /// @return whether it was one; if not, nothing was read
    private boolean quoted(int from) throws IOException {
      StringBuilder field = new StringBuilder();
      String text = current;
      int taken = 0;
      int i = from;
      boolean marks = false;
      while (field.length() < LONGEST_FIELD) {
        if (i >= text.length()) {
          String next = alone ? null : lineAhead(lines + taken);
          if (next == null) {
            return false;
          }
          taken++;
          field.append('\n');
          text = next;
          i = 0;
          continue;
        }
        char c = text.charAt(i);
        char after = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        if (c == '\\' && dialect.backslash() && (after == '"' || after == '\\')) {
          field.append(after);
          i += 2;
        } else if (c != '"') {
          int end = endOfWords(text, i + 1);
          field.append(text, i, end);
          i = end;
        } else if (after == '"') {
          field.append('"');
          i += 2;
        } else if (isEnd(text, i + 1)) {
          fields.add(field.toString());
          current = text;
          at = endOfField(text, i + 1);
          lines += taken;
          return true;
        } else if (opens(text, i) || (!marks && closes(text, i))) {
          return false;
        } else {
          marks = true;
          field.append('"');
          i++;
        }
      }
      return false;
    }

    /// Up to the next sign that may mean something.
    private int endOfWords(String text, int from) {
      int end = text.indexOf('"', from);
      end = end < 0 ? text.length() : end;
      int backslash = dialect.backslash() ? text.indexOf('\\', from) : -1;
      return backslash < 0 ? end : Math.min(end, backslash);
    }

    private boolean isEnd(String text, int from) {
      int end = endOfField(text, from);
      return end >= text.length() || text.charAt(end) == dialect.separator();
    }

    private int endOfField(String text, int from) {
      int end = from;
      while (end < text.length() && text.charAt(end) == ' ' && dialect.separator() != ' ') {
        end++;
      }
      return end;
    }

    /// Whether the mark begins another field.
    private boolean opens(String text, int i) {
      return i == 0 || text.charAt(i - 1) == dialect.separator();
    }

    /// Whether the mark ends what a mark at the field's beginning began: `"Wooden" parts`.
    private boolean closes(String text, int i) {
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      return before != ' ' && !Character.isLetterOrDigit(text.charAt(i + 1));
    }

    /// Reads a field that begins with a mark of its own text, up to a separator outside of marks.
    private void literal() {
      int marks = 0;
      int end = at;
      while (end < current.length()) {
        char c = current.charAt(end);
        if (c == '"') {
          marks++;
        } else if (c == dialect.separator() && marks % 2 == 0) {
          break;
        }
        end++;
      }
      if (marks % 2 == 1) {
        unclosed = true;
        return;
      }
      fields.add(current.substring(at, end));
      at = end;
    }
  }
}
