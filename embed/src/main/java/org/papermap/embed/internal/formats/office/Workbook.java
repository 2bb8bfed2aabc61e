package org.papermap.embed.internal.formats.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.papermap.embed.internal.formats.FormatException;

/// The parts of an Office Open XML workbook that hold cells (ECMA-376, part 1, chapter 18), or
/// those of an OpenDocument spreadsheet, unpacked up to a multiple of the file's size.
final class Workbook {
  private static final int MAX_GROWTH = 120;
  private static final int ALWAYS = 1 << 22;

  private final Map<String, byte[]> parts;
  private final List<String> strings;
  private final Styles styles;
  private final List<Sheet> sheets;

  /// @param name as people see it
  record Sheet(String name, String part) {}

  /// Takes rows, from 1, with the texts of their cells from the first column on.
  interface RowSink {
    void row(long number, List<String> cells);

    /// Told before the rows: cells that are shown as one, which only the first row has a text for.
    ///
    /// @param column from 0
    default void merged(int column, long firstRow, long lastRow) {}
  }

  private Workbook(
      Map<String, byte[]> parts, List<String> strings, Styles styles, List<Sheet> sheets) {
    this.parts = parts;
    this.strings = strings;
    this.styles = styles;
    this.sheets = sheets;
  }

  /// @throws FormatException if the file is damaged, or would grow beyond measure
  static Workbook of(byte[] file) throws FormatException {
    Map<String, byte[]> parts = unpack(file);
    byte[] content = parts.get(OpenDocument.CONTENT);
    byte[] book = parts.get("xl/workbook.xml");
    if (book == null && content != null) {
      List<Sheet> tables =
          OpenDocument.tables(content).stream()
              .map(name -> new Sheet(name, OpenDocument.CONTENT))
              .toList();
      return new Workbook(parts, List.of(), Styles.of(new byte[0], false), tables);
    }
    if (book == null) {
      throw damaged();
    }
    Map<String, String> targets = new HashMap<>();
    boolean[] from1904 = {false};
    byte[] relations = parts.getOrDefault("xl/_rels/workbook.xml.rels", new byte[0]);
    SheetXml.elements(
        relations,
        Map.of(
            "Relationship",
            element -> targets.put(element.attribute("Id"), element.attribute("Target"))));
    List<Sheet> sheets = new ArrayList<>();
    SheetXml.elements(
        book,
        Map.of(
            "workbookPr", element -> from1904[0] = element.attribute("date1904").matches("1|true"),
            "sheet",
                element ->
                    part(targets.getOrDefault(element.attribute("id"), ""), parts)
                        .ifPresent(
                            part -> sheets.add(new Sheet(element.attribute("name"), part)))));
    if (sheets.isEmpty()) {
      parts.keySet().stream()
          .filter(name -> name.startsWith("xl/worksheets/sheet"))
          .sorted()
          .forEach(name -> sheets.add(new Sheet(name, name)));
    }
    List<String> strings =
        SheetXml.strings(parts.getOrDefault("xl/sharedStrings.xml", new byte[0]));
    Styles styles = Styles.of(parts.getOrDefault("xl/styles.xml", new byte[0]), from1904[0]);
    return new Workbook(parts, strings, styles, sheets);
  }

  private static Optional<String> part(String target, Map<String, byte[]> parts) {
    String name = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    return parts.containsKey(name) && name.contains("worksheets/")
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The sheets in the order of their tabs.
  List<Sheet> sheets() {
    return sheets;
  }

  void read(Sheet sheet, RowSink rows) throws FormatException {
    byte[] part = parts.get(sheet.part());
    if (part != null && sheet.part().equals(OpenDocument.CONTENT)) {
      OpenDocument.rows(part, sheet.name(), rows);
    } else if (part != null) {
      SheetXml.rows(part, strings, styles, rows);
    }
  }

  static FormatException damaged() {
    return new FormatException(0, "a damaged spreadsheet", "Save it again as .xlsx, or as CSV");
  }

  private static Map<String, byte[]> unpack(byte[] file) throws FormatException {
    Map<String, byte[]> parts = new HashMap<>();
    long left = (long) MAX_GROWTH * file.length + ALWAYS;
    byte[] buffer = new byte[1 << 14];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean kept = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
          left -= count;
          if (left < 0) {
            throw new FormatException(
                0,
                "a spreadsheet that unpacks to more than %d times its size".formatted(MAX_GROWTH),
                "Save it as CSV");
          }
          if (kept) {
            part.write(buffer, 0, count);
          }
        }
        if (kept) {
          parts.putIfAbsent(entry.getName(), part.toByteArray());
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged();
    } catch (FormatException e) {
      throw e;
    } catch (IOException e) {
      throw damaged(); // the bytes are in memory: no disk can fail
    }
    return parts;
  }
}
