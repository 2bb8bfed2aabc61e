package org.papermap.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A UTF-8 text of lines `key = value`, each key once, as `models.properties`, theme files and
/// label files are. Blank lines and lines that begin with `#` or `!` are skipped, and so is a byte
/// order mark. A value ends with its line and may be empty.
public final class KeyValueFile {
  private static final int MOST_SHOWN = 60;

  private final String where;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private KeyValueFile(String where) {
    this.where = where;
  }

  /// A line.
  ///
  /// @param number from 1
  /// @param key without the space around it
  /// @param value without the space around it
  public record Entry(int number, String key, String value) {}

  /// Reads a file.
  ///
  /// @param advice what to write, for a line that has no `=`
  /// @throws InputException if it is a folder, not UTF-8, or holds a line without a key or one key
  ///   twice
  public static KeyValueFile read(Path file, String advice) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a folder. Name a file.");
    }
    try {
      return parse(file.toString(), Files.readString(file), advice);
    } catch (CharacterCodingException _) {
      throw new InputException(file + ": not UTF-8. Save it as UTF-8.");
    }
  }

  /// Reads a text.
  ///
  /// @param where what messages begin with
  /// @throws InputException as above
  public static KeyValueFile parse(String where, String text, String advice) throws InputException {
    KeyValueFile file = new KeyValueFile(where);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      // A byte order mark is no white space to strip.
      String content = line.replace("\uFEFF", "").strip();
      if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != '!') {
        file.add(number, content, advice);
      }
    }
    return file;
  }

  private void add(int number, String content, String advice) throws InputException {
    int equals = content.indexOf('=');
    if (equals < 1) {
      throw wrong(new Entry(number, content, ""), "\"" + shown(content) + "\"", advice);
    }
    Entry entry =
        new Entry(
            number, content.substring(0, equals).strip(), content.substring(equals + 1).strip());
    Entry earlier = entries.putIfAbsent(entry.key, entry);
    if (earlier != null) {
      throw wrong(
          entry,
          "\"%s\" stands in line %d too".formatted(shown(entry.key), earlier.number),
          "Keep one of them");
    }
  }

  /// All lines, in their order.
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /// What is wrong with a line.
  public InputException wrong(Entry entry, String found, String advice) {
    return new InputException("%s:%d: %s. %s.".formatted(where, entry.number, found, advice));
  }

  /// What is wrong with the file.
  public InputException wrong(String found, String advice) {
    return new InputException("%s: %s. %s.".formatted(where, found, advice));
  }

  /// Text of a file as messages show it: short, and without control characters.
  public static String shown(String text) {
    String plain = text.replaceAll("\\p{C}", "?");
    return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN - 1) + "…";
  }
}
