package org.papermap.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.papermap.cluster.internal.entries.NumberedEntries;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;
import org.papermap.topic.LabelledTopics.TopicLabel;

/// Reads a file of names for areas, topics and sub-topics.
///
/// It is UTF-8 text. Each name has two lines, `topic.1.name = Retrieval` and `topic.1.papers = p46;
/// p60`: the ids of a few papers that the topic should have, with semicolons between them. Names of
/// areas and sub-topics have `area` and `subtopic` in place of `topic`. The numbers only tell
/// entries apart. Blank lines and lines that begin with `#` or `!` are skipped.
final class LabelFile {
  private static final List<String> KINDS = List.of("topic", "area", "subtopic");

  /// A longer name would be cut on the map.
  private static final int LONGEST_NAME = 60;

  private LabelFile() {}

  /// The labels of a file: areas, then topics, then sub-topics, each in the order of their numbers.
  ///
  /// @throws InputException if a line is not understood, or an entry lacks one of its two
  /// @throws IOException if the file cannot be read
  static List<TopicLabel> read(Path file) throws IOException {
    List<TopicLabel> labels = new ArrayList<>();
    for (NumberedEntries.Entry entry : NumberedEntries.read(file, KINDS, "papers")) {
      labels.add(label(file, entry));
    }
    labels.sort(Comparator.comparing(TopicLabel::level));
    return List.copyOf(labels);
  }

  private static TopicLabel label(Path file, NumberedEntries.Entry entry) throws InputException {
    String name = entry.name();
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new InputException(
          "%s: %s.%d.name: %s. Give up to %d characters, none of them a control character."
              .formatted(
                  file, entry.kind(), entry.number(), KeyValueFile.shown(name), LONGEST_NAME));
    }
    return new TopicLabel(
        TopicLabel.Level.valueOf(entry.kind().toUpperCase(Locale.ROOT)), name, entry.items());
  }
}
