package org.papermap.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.papermap.files.SpreadsheetText;

/// Papers as a table (RFC 4180): a column for each field that any of them has. What a spreadsheet
/// would run as a formula stands behind an apostrophe, which is taken off when it is read again.
final class CsvPrinter {
  private static final List<String> COLUMNS =
      List.of("id", "title", "abstract", "authors", "date", "url");

  private CsvPrinter() {}

  static void print(List<Paper> papers, Writer out) throws IOException {
    Set<String> further = new LinkedHashSet<>();
    papers.forEach(paper -> further.addAll(paper.extra().keySet()));
    COLUMNS.forEach(further::remove);
    further.remove(Paper.TOLD_DATE);
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(further);
    row(header, out);
    for (Paper paper : papers) {
      List<String> row = new ArrayList<>(header.size());
      row.add(paper.id());
      row.add(paper.title());
      row.add(paper.abstractText());
      row.add(authors(paper));
      row.add(paper.dateText());
      row.add(Objects.toString(paper.url(), ""));
      for (String name : further) {
        row.add(JsonLinesPrinter.bare(name, paper.extra().getOrDefault(name, "")));
      }
      row(row, out);
    }
  }

  /// A single name ends with a semicolon, so that its comma is not read as one between two names.
  private static String authors(Paper paper) {
    boolean alone = paper.authors().size() == 1 && paper.authors().getFirst().contains(",");
    return String.join("; ", paper.authors()) + (alone ? ";" : "");
  }

  private static void row(List<String> values, Writer out) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      out.write(i == 0 ? "" : ",");
      String value = SpreadsheetText.of(values.get(i));
      boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ');
      out.write(quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
    }
    out.write("\r\n");
  }
}
