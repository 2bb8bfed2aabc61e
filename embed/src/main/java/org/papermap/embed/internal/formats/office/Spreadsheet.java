package org.papermap.embed.internal.formats.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;

/// A workbook of Excel (`.xlsx`) or LibreOffice (`.ods`): every sheet in which one of the first
/// rows names a title and what else papers have. Lines are rows. Other sheets are noted.
public final class Spreadsheet extends NamedFormat {
  private static final int MAX_LENGTH = 1 << 28;

  /// Rows looked at for the names of columns: reports have a few lines above them.
  private static final int ROWS_BEFORE = 20;

  public Spreadsheet() {
    super("xlsx", "spreadsheet (.xlsx)");
  }

  @Override
  public Claim claim(Head head) {
    if (!head.startsWith("PK\u0003\u0004")) {
      return Claim.none();
    }
    String bytes = new String(head.bytes(), StandardCharsets.ISO_8859_1);
    if (bytes.contains("opendocument.spreadsheet") || head.hasExtension("ods")) {
      return new Claim(Certainty.SIGNED, "spreadsheet (.ods)");
    }
    boolean office = bytes.contains("[Content_Types].xml") || bytes.contains("docProps/");
    boolean sheets =
        bytes.contains("xl/") || head.hasExtension("xlsx") || head.hasExtension("xlsm");
    return office && sheets || bytes.contains("xl/workbook") || bytes.contains("xl/worksheets/")
        ? new Claim(Certainty.SIGNED, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Workbook workbook = Workbook.of(source.allBytes(MAX_LENGTH));
    List<String> met = new ArrayList<>();
    boolean any = false;
    for (Workbook.Sheet sheet : workbook.sheets()) {
      Rows rows = new Rows(source, sink);
      workbook.read(sheet, rows);
      if (rows.columns.isEmpty()) {
        met.addAll(rows.first);
        if (!rows.first.isEmpty()) {
          sink.note(0, "the sheet " + sheet.name() + " has no column of titles and was not read");
        }
      }
      any |= !rows.columns.isEmpty();
    }
    if (!any) {
      throw Header.unknown("a spreadsheet", met);
    }
  }

  /// Cells of one column that are shown as one, with the text of the first.
  private record Merged(long last, String text) {}

  /// Takes the rows of one sheet.
  private static final class Rows implements Workbook.RowSink {
    private final Source source;
    private final RecordSink sink;
    private List<String> columns = List.of();
    private List<String> first = List.of();

    /// For each column that has merged cells, these by their first rows.
    private final NavigableMap<Integer, NavigableMap<Long, Merged>> merged = new TreeMap<>();

    /// The number of the row that names the columns.
    private long header;

    private int seen;

    /// The number of the last row that was not blank.
    private long last;

    Rows(Source source, RecordSink sink) {
      this.source = source;
      this.sink = sink;
    }

    @Override
    public void row(long number, List<String> cells) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (!columns.isEmpty()) {
        deliver(number, merged.isEmpty() ? cells : filled(number, cells));
        last = number;
      } else if (seen++ < ROWS_BEFORE) {
        List<String> names = cells.stream().map(String::strip).toList();
        first = first.isEmpty() ? names : first;
        columns = source.names().areOfPapers(names) ? names : List.of();
        header = number;
        last = number;
      }
    }

    @Override
    public void merged(int column, long firstRow, long lastRow) {
      merged.computeIfAbsent(column, _ -> new TreeMap<>()).put(firstRow, new Merged(lastRow, ""));
    }

    /// The cells with what the row has in common with those above it, such as the year. A title or
    /// an abstract over several rows is one of a paper that has several.
    private List<String> filled(long number, List<String> cells) {
      List<String> all = new ArrayList<>(cells);
      merged
          .headMap(columns.size())
          .forEach((column, ranges) -> {
            Map.Entry<Long, Merged> range = ranges.floorEntry(number);
            if (range == null || range.getKey() <= header || number > range.getValue().last()) {
              return;
            }
            if (number == range.getKey()) {
              String text = column < cells.size() ? cells.get(column) : "";
              ranges.put(number, new Merged(range.getValue().last(), text));
            } else if (!isText(columns.get(column))) {
              while (all.size() <= column) {
                all.add("");
              }
              all.set(column, range.getValue().text());
            }
          });
      return all;
    }

    private boolean isText(String name) {
      return source.names().isNamed(name, Field.TITLE)
          || source.names().isNamed(name, Field.ABSTRACT);
    }

    /// Whether a row of one or two cells stands apart below the table.
    private boolean isLegend(long number, List<String> cells) {
      return number > last + 2
          && columns.size() > 4
          && cells.stream().filter(cell -> !cell.isBlank()).count() <= 2;
    }

    private void deliver(long number, List<String> cells) {
      SourceRecord.Builder record = SourceRecord.at(number);
      for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
        if (!cells.get(i).isBlank() && !columns.get(i).isBlank()) {
          record.put(columns.get(i), cells.get(i));
        }
      }
      if (record.isEmpty()) {
        sink.malformed(number, "texts outside the named columns alone");
      } else if (source.names().isSum(columns, cells) || isLegend(number, cells)) {
        sink.navigation(number, String.join(" ", cells).strip());
      } else {
        sink.record(record.build());
      }
    }
  }
}
