package org.papermap.embed.internal.formats.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.papermap.embed.internal.formats.FormatException;

/// The content of an OpenDocument spreadsheet (ISO/IEC 26300-3), in which rows and cells that are
/// alike stand once with a number of times.
final class OpenDocument {
  static final String CONTENT = "content.xml";

  private static final int MAX_COLUMNS = 16_384;

  /// Kinds of cells whose value is kept apart from what is seen of it, and where.
  private static final Map<String, String> VALUES =
      Map.of("date", "date-value", "float", "value", "percentage", "value");

  private static final Set<String> CELLS = Set.of("table-cell", "covered-table-cell");

  private OpenDocument() {}

  /// The names of the tables, in the order of their tabs.
  static List<String> tables(byte[] content) throws FormatException {
    List<String> names = new ArrayList<>();
    SheetXml.elements(content, Map.of("table", table -> names.add(table.attribute("name"))));
    return names;
  }

  static void rows(byte[] content, String table, Workbook.RowSink rows) throws FormatException {
    SheetXml.read(
        content,
        reader -> {
          boolean inside = false;
          long number = 0;
          while (reader.hasNext()) {
            int event = reader.next();
            if (event != XMLStreamConstants.START_ELEMENT) {
              continue;
            }
            if (SheetXml.name(reader).equals("table")) {
              inside = SheetXml.attribute(reader, "name").equals(table);
              number = 0;
            } else if (inside && SheetXml.name(reader).equals("table-row")) {
              long times = Math.max(1, times(reader, "number-rows-repeated"));
              List<String> cells = cells(reader);
              if (!cells.isEmpty()) {
                rows.row(number + 1, cells);
              }
              number += times;
            }
          }
        });
  }

  private static long times(XMLStreamReader reader, String name) {
    String times = SheetXml.attribute(reader, name);
    return times.matches("\\d{1,9}") ? Long.parseLong(times) : 1;
  }

  /// Without the empty cells at the end.
  private static List<String> cells(XMLStreamReader reader) throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    int empty = 0;
    while (!isEnd(reader, reader.next(), "table-row")) {
      if (reader.getEventType() != XMLStreamConstants.START_ELEMENT
          || !CELLS.contains(SheetXml.name(reader))) {
        continue;
      }
      int times = (int) Math.min(MAX_COLUMNS, times(reader, "number-columns-repeated"));
      String text = text(reader);
      if (text.isBlank()) {
        empty += times;
        continue;
      }
      for (int i = 0; i < empty + times && cells.size() < MAX_COLUMNS; i++) {
        cells.add(i < empty ? "" : text);
      }
      empty = 0;
    }
    return cells;
  }

  /// The value of the cell, or its paragraphs on lines, without what people noted at it.
  private static String text(XMLStreamReader reader) throws XMLStreamException {
    String end = SheetXml.name(reader);
    String place = VALUES.getOrDefault(SheetXml.attribute(reader, "value-type"), "");
    String value = place.isEmpty() ? "" : SheetXml.attribute(reader, place);
    StringBuilder text = new StringBuilder();
    int noted = 0;
    for (int event = reader.next(); !isEnd(reader, event, end); event = reader.next()) {
      if (event == XMLStreamConstants.CHARACTERS) {
        text.append(noted == 0 ? reader.getText() : "");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (SheetXml.name(reader)) {
          case "annotation" -> noted++;
          case "p", "line-break" -> text.append(text.isEmpty() || noted > 0 ? "" : "\n");
          case "s", "tab" -> text.append(' ');
          default -> {
            // How a part of the text looks.
          }
        }
      } else if (isEnd(reader, event, "annotation")) {
        noted--;
      }
    }
    return value.isEmpty() ? text.toString().strip() : value;
  }

  private static boolean isEnd(XMLStreamReader reader, int event, String name) {
    return event == XMLStreamConstants.END_ELEMENT && SheetXml.name(reader).equals(name);
  }
}
