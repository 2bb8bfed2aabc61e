package org.papermap.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.papermap.cluster.internal.entries.NumberedEntries;

/// Reads a file of names for areas, topics and sub-topics.
///
/// It is UTF-8 text. Each name has two lines, `topic.1.name = Retrieval` and `topic.1.papers = p46;
/// p60`: the ids of a few papers that the topic should have, with semicolons between them. Names of
/// areas and sub-topics have `area` and `subtopic` in place of `topic`. The numbers only tell
/// entries apart. Blank lines and lines that begin with `#` or `!` are skipped.
public final class LabelFile {
  private static final List<String> KINDS = List.of("topic", "area", "subtopic");

  /// A longer name would be cut on the map.
  private static final int LONGEST_NAME = 60;

  private LabelFile() {}

  /// The labels of a file: areas, then topics, then sub-topics, each in the order of their numbers.
  ///
  /// @throws LabelFormatException if a line is not understood, or an entry lacks one of its two
  /// @throws IOException if the file cannot be read
  public static List<TopicLabel> read(Path file) throws IOException {
    return NumberedEntries.read(file, KINDS, "papers", LabelFormatException::new).stream()
        .map(entry -> label(file, entry))
        .sorted(Comparator.comparing(TopicLabel::level))
        .toList();
  }

  private static TopicLabel label(Path file, NumberedEntries.Entry entry) {
    String name = entry.name();
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new LabelFormatException(
          file,
          "%s.%d.name: %s. Give up to %d characters, none of them a control character."
              .formatted(entry.kind(), entry.number(), NumberedEntries.shown(name), LONGEST_NAME));
    }
    return new TopicLabel(
        TopicLabel.Level.valueOf(entry.kind().toUpperCase(Locale.ROOT)), name, entry.items());
  }
}
