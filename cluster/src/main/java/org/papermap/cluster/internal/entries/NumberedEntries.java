package org.papermap.cluster.internal.entries;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a UTF-8 text file of numbered entries. An entry has two lines, a name and a list with
/// semicolons between its items: `topic.1.name = Retrieval` and `topic.1.papers = p46; p60`. Blank
/// lines and lines that begin with `#` or `!` are skipped.
public final class NumberedEntries {
  private static final int MOST_SHOWN = 60;

  /// An entry of a file.
  ///
  /// @param kind the first part of its keys
  /// @param number the second part of its keys
  /// @param name of one character or more
  /// @param items one or more, none of them blank
  public record Entry(String kind, int number, String name, List<String> items) {}

  private final Path file;
  private final String kind;
  private final String list;
  private final Pattern key;
  private final BiFunction<Path, String, ? extends RuntimeException> exception;
  private final Map<String, Map<Integer, Map<String, String>>> values = new TreeMap<>();

  private NumberedEntries(
      Path file,
      List<String> kinds,
      String list,
      BiFunction<Path, String, ? extends RuntimeException> exception) {
    this.file = file;
    this.kind = kinds.getFirst();
    this.list = list;
    this.key =
        Pattern.compile(
            "(%s)\\.([1-9][0-9]{0,5})\\.(name|%s)".formatted(String.join("|", kinds), list));
    this.exception = exception;
  }

  /// The entries of a file, by kind and then by number.
  ///
  /// @param kinds the kinds of entries; messages show the first
  /// @param list the last part of the key of a list
  /// @param exception makes an exception of the file and what is wrong with it
  /// @throws IOException if the file cannot be read
  public static List<Entry> read(
      Path file,
      List<String> kinds,
      String list,
      BiFunction<Path, String, ? extends RuntimeException> exception)
      throws IOException {
    NumberedEntries entries = new NumberedEntries(file, kinds, list, exception);
    int number = 0;
    for (String line : entries.lines()) {
      number++;
      // A byte order mark is no white space to strip.
      String content = line.replace("\uFEFF", "").strip();
      if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != '!') {
        entries.readLine(number, content);
      }
    }
    List<Entry> all = new ArrayList<>();
    entries.values.forEach((kind, ofKind) ->
        ofKind.forEach((entry, fields) -> all.add(entries.entry(kind, entry, fields))));
    return all;
  }

  private List<String> lines() throws IOException {
    if (Files.isDirectory(file)) {
      throw exception.apply(file, "it is a folder. Name a file.");
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw exception.apply(file, "it is not UTF-8. Save it as UTF-8.");
    }
  }

  private void readLine(int number, String content) {
    int equals = content.indexOf('=');
    String left = equals < 0 ? content : content.substring(0, equals).strip();
    Matcher parts = key.matcher(left);
    if (equals < 0 || !parts.matches()) {
      throw exception.apply(
          file,
          "line %d: %s. Write %s.N.name = … or %s.N.%s = …; …"
              .formatted(number, shown(content), kind, kind, list));
    }
    String value = content.substring(equals + 1).strip();
    if (value.isEmpty()) {
      throw exception.apply(file, "line %d: %s is empty. Give it a value.".formatted(number, left));
    }
    Map<String, String> fields =
        values
            .computeIfAbsent(parts.group(1), _ -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(parts.group(2)), _ -> new TreeMap<>());
    if (fields.put(parts.group(3), value) != null) {
      throw exception.apply(file, "line %d: %s is there twice. Leave one.".formatted(number, left));
    }
  }

  private Entry entry(String kind, int number, Map<String, String> fields) {
    String name = fields.getOrDefault("name", "");
    List<String> items =
        Stream.of(fields.getOrDefault(list, "").split(";"))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .toList();
    if (name.isEmpty() || items.isEmpty()) {
      String missing = name.isEmpty() ? "name" : list;
      throw exception.apply(
          file,
          "%s.%d: no %s. Add %s.%d.%s = …".formatted(kind, number, missing, kind, number, missing));
    }
    if (name.codePoints().anyMatch(NumberedEntries::isObeyed)) {
      throw exception.apply(
          file,
          "%s.%d.name: %s. Leave control characters and those that turn the direction out."
              .formatted(kind, number, shown(name)));
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

  /// Text of a file as messages show it: short, and without control characters.
  public static String shown(String text) {
    String plain = text.replaceAll("\\p{C}", "?");
    return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN - 1) + "…";
  }
}
