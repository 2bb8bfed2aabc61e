package org.papermap.pipeline;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.files.InputException;
import org.papermap.files.SpreadsheetText;

/// A map's `topics.csv` as a reader has edited it, in a spreadsheet or by hand. What counts are the
/// columns `topic`, `parent`, `name` and `exemplars`:
///
/// - another name renames, and topics of one name become one;
/// - a topic whose parent is another topic becomes part of that;
/// - a sub-topic whose parent is an area, or blank, becomes a topic of its own;
/// - the name `-` hides a topic: its papers are in none.
///
/// Groups are found by their exemplars, so that the file serves for another run. A row that was
/// deleted changes nothing.
public final class TopicsFile {
  /// The name of a topic that is hidden.
  static final String HIDDEN = "-";

  private static final Pattern NUMBER = Pattern.compile("A\\d+|\\d+(\\.\\d+)?");

  private static final int LONGEST_NAME = 60;

  private TopicsFile() {}

  /// A row: a group as it was, and as it is to be.
  ///
  /// @param line in the file, from 1
  /// @param number `A0` of an area, `3` of a topic, `3.1` of a sub-topic
  /// @param parent the number of what it is to be part of, or empty
  /// @param name that it is to have; empty for any
  /// @param exemplars ids of papers that it had, one or more
  public record Row(int line, String number, String parent, String name, List<String> exemplars) {
    boolean isArea() {
      return number.startsWith("A");
    }

    boolean isSubtopic() {
      return number.contains(".");
    }

    /// Whether its parent is a topic that it was not in.
    boolean isMerged() {
      String own = isSubtopic() ? number.substring(0, number.indexOf('.')) : "";
      return !isArea() && !parent.isEmpty() && !parent.startsWith("A") && !parent.equals(own);
    }

    /// Whether it is a sub-topic that is to be a topic.
    boolean isSplit() {
      return isSubtopic() && (parent.isEmpty() || parent.startsWith("A"));
    }
  }

  /// The rows of a file, in order.
  ///
  /// @throws InputException if it is no such table, or a row refers to what is not there
  /// @throws IOException if it cannot be read
  public static List<Row> read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file).replace("\uFEFF", "");
    } catch (CharacterCodingException _) {
      throw new InputException(file + ": not UTF-8. Save it as CSV in UTF-8.");
    }
    String head = text.lines().findFirst().orElse("");
    if (!Stream.of("topic", "parent", "name", "exemplars").allMatch(head::contains)) {
      throw new InputException(
          file + ": no columns topic, parent, name and exemplars. Give a topics.csv of a map.");
    }
    char separator = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord each : csv) {
        rows.add(row(file, each));
      }
    } catch (CsvParseException e) {
      throw new InputException(
          "%s: is not CSV (%s). Save it as CSV in UTF-8.".formatted(file, e.getMessage()));
    }
    requireParents(file, rows);
    return List.copyOf(rows);
  }

  private static Row row(Path file, NamedCsvRecord each) throws InputException {
    int line = (int) each.getStartingLineNumber();
    Row row =
        new Row(
            line,
            field(each, "topic"),
            field(each, "parent"),
            field(each, "name"),
            Stream.of(field(each, "exemplars").split(";", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList());
    if (!NUMBER.matcher(row.number).matches()) {
      throw new InputException(
          "%s, line %d: topic \"%s\". Leave that column as it was."
              .formatted(file, line, shown(row.number)));
    }
    if (row.exemplars.isEmpty()) {
      throw new InputException(
          "%s, line %d: no exemplars, by which the topic is found. Leave that column as it was."
              .formatted(file, line));
    }
    if (row.name.length() > LONGEST_NAME || row.name.chars().anyMatch(Character::isISOControl)) {
      throw new InputException(
          "%s, line %d: name \"%s\". Give up to %d characters, none of them a control character."
              .formatted(file, line, shown(row.name), LONGEST_NAME));
    }
    return row;
  }

  private static String field(NamedCsvRecord each, String name) {
    return SpreadsheetText.plain(each.findField(name).orElse("").strip());
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }

  private static void requireParents(Path file, List<Row> rows) throws InputException {
    Set<String> numbers = new HashSet<>();
    for (Row row : rows) {
      if (!numbers.add(row.number)) {
        throw new InputException(
            "%s, line %d: topic %s stands twice. Leave one of them."
                .formatted(file, row.line, row.number));
      }
    }
    for (Row row : rows) {
      if (row.isMerged() && !numbers.contains(row.parent)) {
        throw new InputException(
            "%s, line %d: parent \"%s\", which is not a topic here. Give the number of one."
                .formatted(file, row.line, shown(row.parent)));
      }
    }
  }
}
