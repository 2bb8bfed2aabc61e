package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// Tables whose first row names a title and an abstract.
final class HtmlTables implements PageReader {
  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    for (Element table : page.select("table:has(th), table:has(td)")) {
      List<Element> rows = table.select("tr");
      List<String> columns = rows.isEmpty() ? List.of() : cells(rows.getFirst());
      boolean papersInRows =
          columns.stream().anyMatch(name -> names.isNamed(name, Field.TITLE))
              && columns.stream().anyMatch(name -> names.isNamed(name, Field.ABSTRACT));
      if (papersInRows) {
        rows.stream().skip(1).forEach(row -> add(row, columns, papers));
      }
    }
    return papers;
  }

  private static void add(Element row, List<String> columns, List<SourceRecord> papers) {
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

  private static List<String> cells(Element row) {
    return row.select("> th, > td").stream().map(HtmlText::of).toList();
  }
}
