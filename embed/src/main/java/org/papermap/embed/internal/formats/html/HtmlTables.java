package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// Tables of which one of the first rows names a title and an abstract.
final class HtmlTables implements PageReader {
  private static final int LONGEST_NAME = 200;

  /// Rows looked at for the names of columns: exports have a few lines above them.
  private static final int ROWS_BEFORE = 20;

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    for (Element table : page.select("table")) {
      List<Element> rows = rows(table);
      for (int i = 0; i < Math.min(ROWS_BEFORE, rows.size()); i++) {
        List<String> columns = names(rows.get(i));
        if (columns.stream().anyMatch(name -> names.isNamed(name, Field.TITLE))
            && columns.stream().anyMatch(name -> names.isNamed(name, Field.ABSTRACT))) {
          rows.stream().skip(i + 1L).forEach(row -> add(row, columns, names, papers));
          break;
        }
      }
    }
    return papers;
  }

  private static void add(
      Element row, List<String> columns, FieldNames names, List<SourceRecord> papers) {
    List<Element> own = cellsOf(row);
    for (int i = 0; i < Math.min(columns.size(), own.size()); i++) {
      if (names.isNamed(columns.get(i), Field.AUTHORS)) {
        own.get(i).select("br").forEach(end -> end.replaceWith(new TextNode("; ")));
      }
    }
    List<String> cells = cells(row);
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(row));
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      record.put(columns.get(i), cells.get(i));
    }
    papers.add(record.build());
  }

  /// The rows of the table, not of those in its cells.
  private static List<Element> rows(Element table) {
    return table.children().stream()
        .flatMap(child ->
            child.normalName().matches("thead|tbody|tfoot")
                ? child.children().stream()
                : Stream.of(child))
        .filter(child -> child.normalName().equals("tr"))
        .toList();
  }

  private static List<Element> cellsOf(Element row) {
    return row.children().stream().filter(cell -> cell.normalName().matches("th|td")).toList();
  }

  private static List<String> names(Element row) {
    return cellsOf(row).stream()
        .map(cell -> HtmlText.upTo(LONGEST_NAME, LONGEST_NAME, cell).orElse(""))
        .toList();
  }

  private static List<String> cells(Element row) {
    return cellsOf(row).stream().map(HtmlText::of).toList();
  }
}
