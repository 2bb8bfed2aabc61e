package org.papermap.topic;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a file of names for areas, topics and sub-topics.
///
/// It is UTF-8 text. Each name has two lines, `topic.1.name = Retrieval` and `topic.1.papers = p46;
/// p60`: ids of a few papers that the topic should have, parted by semicolons. `area` and
/// `subtopic` stand in the place of `topic` for those; the numbers only tell entries apart. Blank
/// lines and lines that begin with `#` or `!` are skipped.
public final class LabelFile {
  private static final Pattern KEY =
      Pattern.compile("(area|topic|subtopic)\\.([1-9][0-9]{0,5})\\.(name|papers)");

  /// A longer name would be cut on the map.
  private static final int LONGEST_NAME = 60;

  private static final int MOST_SHOWN = 60;

  private LabelFile() {}

  /// The labels of a file: areas, then topics, then sub-topics, each in the order of their numbers.
  ///
  /// @throws LabelFormatException if a line is not understood, or an entry lacks one of its two
  /// @throws IOException if the file cannot be read
  public static List<TopicLabel> read(Path file) throws IOException {
    Map<TopicLabel.Level, Map<Integer, Map<String, String>>> entries = new TreeMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      // A byte order mark is no white space to strip.
      String content = line.replace("\uFEFF", "").strip();
      if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != '!') {
        readLine(file, number, content, entries);
      }
    }
    List<TopicLabel> labels = new ArrayList<>();
    entries.forEach((level, ofLevel) ->
        ofLevel.forEach((entry, values) -> labels.add(label(file, level, entry, values))));
    return List.copyOf(labels);
  }

  private static List<String> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new LabelFormatException(file, "it is a folder. Name a file.");
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new LabelFormatException(file, "it is not UTF-8. Save it as UTF-8.");
    }
  }

  private static void readLine(
      Path file,
      int number,
      String content,
      Map<TopicLabel.Level, Map<Integer, Map<String, String>>> entries) {
    int equals = content.indexOf('=');
    String key = equals < 0 ? content : content.substring(0, equals).strip();
    Matcher parts = KEY.matcher(key);
    if (equals < 0 || !parts.matches()) {
      throw new LabelFormatException(
          file,
          "line %d: %s. Write topic.N.name = … or topic.N.papers = …; …"
              .formatted(number, shown(content)));
    }
    String value = content.substring(equals + 1).strip();
    if (value.isEmpty()) {
      throw new LabelFormatException(
          file, "line %d: %s is empty. Give it a value.".formatted(number, key));
    }
    TopicLabel.Level level = TopicLabel.Level.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    Map<String, String> entry =
        entries
            .computeIfAbsent(level, _ -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(parts.group(2)), _ -> new TreeMap<>());
    if (entry.put(parts.group(3), value) != null) {
      throw new LabelFormatException(
          file, "line %d: %s is there twice. Leave one.".formatted(number, key));
    }
  }

  private static TopicLabel label(
      Path file, TopicLabel.Level level, int number, Map<String, String> values) {
    String entry = level.name().toLowerCase(Locale.ROOT) + "." + number;
    String name = values.getOrDefault("name", "");
    List<String> papers =
        Stream.of(values.getOrDefault("papers", "").split(";"))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
    if (name.isEmpty() || papers.isEmpty()) {
      String missing = entry + (name.isEmpty() ? ".name" : ".papers");
      throw new LabelFormatException(file, "%s: missing. Add it.".formatted(missing));
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new LabelFormatException(
          file,
          "%s.name: %s. Give up to %d characters, none of them a control character."
              .formatted(entry, shown(name), LONGEST_NAME));
    }
    return new TopicLabel(level, name, papers);
  }

  /// What a file says goes to a terminal, so it is kept short and free of control characters.
  private static String shown(String text) {
    String plain = text.replaceAll("\\p{C}", "?");
    return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN - 1) + "…";
  }
}
