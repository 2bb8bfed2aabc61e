package org.papermap.cluster.internal.entries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;

/// Reads a [KeyValueFile] of numbered entries. An entry has two lines, a name and a list with
/// semicolons between its items: `topic.1.name = Retrieval` and `topic.1.papers = p46; p60`.
public final class NumberedEntries {
  /// An entry of a file.
  ///
  /// @param kind the first part of its keys
  /// @param number the second part of its keys
  /// @param name of one character or more
  /// @param items one or more, none of them blank
  public record Entry(String kind, int number, String name, List<String> items) {}

  private final KeyValueFile file;
  private final String list;
  private final String advice;
  private final Pattern key;
  private final Map<String, Map<Integer, Map<String, String>>> values = new TreeMap<>();

  private NumberedEntries(KeyValueFile file, List<String> kinds, String list, String advice) {
    this.file = file;
    this.list = list;
    this.advice = advice;
    this.key =
        Pattern.compile(
            "(%s)\\.([1-9][0-9]{0,5})\\.(name|%s)".formatted(String.join("|", kinds), list));
  }

  /// The entries of a file, by kind and then by number.
  ///
  /// @param kinds the kinds of entries; messages show the first
  /// @param list the last part of the key of a list
  /// @throws InputException if a line is not understood, or an entry lacks one of its two
  /// @throws IOException if the file cannot be read
  public static List<Entry> read(Path path, List<String> kinds, String list) throws IOException {
    String advice = "Write %1$s.N.name = … or %1$s.N.%2$s = …; …".formatted(kinds.getFirst(), list);
    NumberedEntries entries =
        new NumberedEntries(KeyValueFile.read(path, advice), kinds, list, advice);
    for (KeyValueFile.Entry line : entries.file.entries()) {
      entries.add(line);
    }
    return entries.all();
  }

  private void add(KeyValueFile.Entry line) throws InputException {
    Matcher parts = key.matcher(line.key());
    if (!parts.matches()) {
      throw file.wrong(line, "unknown key \"" + KeyValueFile.shown(line.key()) + "\"", advice);
    }
    if (line.value().isEmpty()) {
      throw file.wrong(line, line.key() + " is empty", "Give it a value");
    }
    values
        .computeIfAbsent(parts.group(1), _ -> new TreeMap<>())
        .computeIfAbsent(Integer.valueOf(parts.group(2)), _ -> new TreeMap<>())
        .put(parts.group(3), line.value());
  }

  private List<Entry> all() throws InputException {
    List<Entry> all = new ArrayList<>();
    for (var ofKind : values.entrySet()) {
      for (var fields : ofKind.getValue().entrySet()) {
        all.add(entry(ofKind.getKey(), fields.getKey(), fields.getValue()));
      }
    }
    return all;
  }

  private Entry entry(String kind, int number, Map<String, String> fields) throws InputException {
    String name = fields.getOrDefault("name", "");
    List<String> items =
        Stream.of(fields.getOrDefault(list, "").split(";"))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .toList();
    if (name.isEmpty() || items.isEmpty()) {
      String missing = name.isEmpty() ? "name" : list;
      throw file.wrong(
          "%s.%d: no %s".formatted(kind, number, missing),
          "Add %s.%d.%s = …".formatted(kind, number, missing));
    }
    if (name.codePoints().anyMatch(NumberedEntries::isObeyed)) {
      throw file.wrong(
          "%s.%d.name: %s".formatted(kind, number, name.replaceAll("\\p{C}", "?")),
          "Leave control characters and those that turn the direction out");
    }
    return new Entry(kind, number, name, items);
  }

  /// Whether a terminal or a page would obey a character rather than show it. Joiners belong to
  /// emoji and to several scripts.
  private static boolean isObeyed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> false;
    };
  }
}
