package org.papermap.embed.internal.formats.xml;

import java.util.ArrayList;
import java.util.List;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// A workbook as Excel 2003 wrote it in XML. The first row that names a title and what else papers
/// have names the columns; those above are told.
final class SpreadsheetXml implements XmlSchema {
  private static final int MAX_COLUMNS = 16_384;

  private final FieldNames names;
  private List<String> columns = List.of();
  private boolean any;

  SpreadsheetXml(FieldNames names) {
    this.names = names;
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("Row");
  }

  @Override
  public void enter(XmlElement begun) {
    if (begun.name().equals("Table")) {
      columns = List.of();
    }
  }

  @Override
  public void take(XmlElement row, RecordSink sink) {
    List<String> cells = cells(row);
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (columns.isEmpty()) {
      List<String> here = cells.stream().map(String::strip).toList();
      if (names.areOfPapers(here)) {
        columns = here;
        any = true;
      } else {
        sink.navigation(row.line(), String.join(" ", here).strip());
      }
      return;
    }
    SourceRecord.Builder record = SourceRecord.at(row.line());
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      record.put(columns.get(i), cells.get(i));
    }
    sink.record(record.build());
  }

  /// Empty cells are left out, and the next one then tells its place, from 1.
  private static List<String> cells(XmlElement row) {
    List<String> cells = new ArrayList<>();
    row.children("Cell")
        .forEach(cell -> {
          String index = cell.attribute("Index");
          int place = index.matches("\\d{1,5}") ? Integer.parseInt(index) - 1 : cells.size();
          while (cells.size() < Math.min(place, MAX_COLUMNS)) {
            cells.add("");
          }
          cells.add(cell.text("Data"));
        });
    return cells;
  }

  @Override
  public boolean isAnyPaper() {
    return any;
  }
}
