package org.papermap.topic;

import java.util.List;

/// A name that the reader gives to a group of papers, told by some of its papers rather than by a
/// number, so that it finds its group again when the map is made anew.
///
/// @param level which kind of group it is for
/// @param name what to call it, not blank
/// @param papers ids of papers that should be in it, at least one; its exemplars serve well
public record TopicLabel(Level level, String name, List<String> papers) {
  /// What a label is for.
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
