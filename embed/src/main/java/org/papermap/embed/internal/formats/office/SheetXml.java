package org.papermap.embed.internal.formats.office;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.papermap.embed.internal.formats.FormatException;

/// The XML inside a workbook.
final class SheetXml {
  /// As many as Excel has.
  private static final int MAX_COLUMNS = 16_384;

  /// How workbooks write what XML cannot: `_x000D_`.
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /// `D3:D5`, of one column.
  private static final Pattern MERGED = Pattern.compile("([A-Z]{1,3})(\\d{1,9}):\\1(\\d{1,9})");

  private SheetXml() {}

  /// The attributes of an element.
  interface Attributes {
    /// The attribute of this name, its prefix left out, or empty.
    String attribute(String name);
  }

  /// Hands each element of these names to its consumer.
  static void elements(byte[] xml, Map<String, Consumer<Attributes>> byName)
      throws FormatException {
    read(
        xml,
        reader -> {
          while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
              Consumer<Attributes> taker = byName.get(name(reader));
              if (taker != null) {
                taker.accept(name -> attribute(reader, name));
              }
            }
          }
        });
  }

  /// The texts that cells refer to by number.
  static List<String> strings(byte[] xml) throws FormatException {
    List<String> strings = new ArrayList<>();
    read(
        xml,
        reader -> {
          while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && name(reader).equals("si")) {
              strings.add(text(reader));
            }
          }
        });
    return strings;
  }

  static void rows(byte[] xml, List<String> strings, Styles styles, Workbook.RowSink rows)
      throws FormatException {
    if (new String(xml, StandardCharsets.ISO_8859_1).contains("mergeCell ")) {
      elements(xml, Map.of("mergeCell", cell -> merged(cell.attribute("ref"), rows)));
    }
    read(
        xml,
        reader -> {
          long number = 0;
          while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && name(reader).equals("row")) {
              number = number(attribute(reader, "r"), number + 1);
              rows.row(number, cells(reader, strings, styles));
            }
          }
        });
  }

  private static void merged(String reference, Workbook.RowSink rows) {
    Matcher range = MERGED.matcher(reference);
    if (range.matches()) {
      rows.merged(
          column(range.group(1), 0),
          Long.parseLong(range.group(2)),
          Long.parseLong(range.group(3)));
    }
  }

  private static List<String> cells(XMLStreamReader reader, List<String> strings, Styles styles)
      throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    while (!(reader.next() == XMLStreamConstants.END_ELEMENT && name(reader).equals("row"))) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT && name(reader).equals("c")) {
        int column = column(attribute(reader, "r"), cells.size());
        String type = attribute(reader, "t");
        String style = attribute(reader, "s");
        String text = cellText(reader);
        while (cells.size() < Math.min(column, MAX_COLUMNS)) {
          cells.add("");
        }
        if (column < MAX_COLUMNS && column == cells.size()) {
          cells.add(value(type, style, text, strings, styles));
        }
      }
    }
    return cells;
  }

  private static String value(
      String type, String style, String text, List<String> strings, Styles styles) {
    return switch (type) {
      case "s" -> {
        long index = number(text.strip(), -1);
        yield index >= 0 && index < strings.size() ? strings.get((int) index) : "";
      }
      case "e" -> "";
      case "b" -> text.strip().equals("1") ? "true" : "false";
      case "", "n" -> styles.text(text.strip(), (int) number(style, 0));
      default -> unescape(text);
    };
  }

  /// The text of the cell's value or of its own string; its formula is no text.
  private static String cellText(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (!(reader.next() == XMLStreamConstants.END_ELEMENT && name(reader).equals("c"))) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (name(reader)) {
          case "v" -> text.append(characters(reader, "v"));
          case "is" -> text.append(text(reader));
          default -> {
            // A formula.
          }
        }
      }
    }
    return text.toString();
  }

  /// The text in the runs of the element at hand, without how it is pronounced.
  private static String text(XMLStreamReader reader) throws XMLStreamException {
    String end = name(reader);
    StringBuilder text = new StringBuilder();
    int pronounced = 0;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        pronounced += name(reader).equals("rPh") ? 1 : 0;
        if (name(reader).equals("t") && pronounced == 0) {
          text.append(characters(reader, "t"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        pronounced -= name(reader).equals("rPh") ? 1 : 0;
        if (name(reader).equals(end)) {
          return unescape(text.toString());
        }
      }
    }
  }

  private static String characters(XMLStreamReader reader, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (!(reader.next() == XMLStreamConstants.END_ELEMENT && name(reader).equals(end))) {
      if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  private static String unescape(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(it ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(it.group(1), 16))))
        : text;
  }

  /// The column, from 0, of a cell such as `AB12`.
  private static int column(String reference, int next) {
    int column = 0;
    int i = 0;
    while (i < reference.length()
        && i < 4
        && reference.charAt(i) >= 'A'
        && reference.charAt(i) <= 'Z') {
      column = 26 * column + reference.charAt(i++) - 'A' + 1;
    }
    return i == 0 ? next : column - 1;
  }

  private static long number(String digits, long otherwise) {
    return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : otherwise;
  }

  static String name(XMLStreamReader reader) {
    String name = reader.getLocalName();
    return name.substring(name.indexOf(':') + 1);
  }

  static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String own = reader.getAttributeLocalName(i);
      if (own.equals(name) || own.endsWith(":" + name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  interface Reading {
    void read(XMLStreamReader reader) throws XMLStreamException;
  }

  static void read(byte[] xml, Reading reading) throws FormatException {
    if (xml.length == 0) {
      return;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      reading.read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException | NoSuchElementException e) {
      throw Workbook.damaged();
    }
  }
}
