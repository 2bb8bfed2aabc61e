package org.papermap.topic;

import java.util.List;

/// A name that the reader gives to a group of papers. Some of its papers identify the group, as its
/// number may change when the map is made anew.
///
/// @param level the kind of group
/// @param name not blank
/// @param papers ids of papers that should be in the group, at least one; its exemplars serve well
public record TopicLabel(Level level, String name, List<String> papers) {
  /// A kind of group.
  public enum Level {
    AREA,
    TOPIC,
    SUBTOPIC
  }

  public TopicLabel {
    papers = List.copyOf(papers);
    if (name.isBlank() || papers.isEmpty()) {
      throw new IllegalArgumentException(
          "label '" + name + "' of papers " + papers + ". Give a name and one paper or more.");
    }
  }
}
