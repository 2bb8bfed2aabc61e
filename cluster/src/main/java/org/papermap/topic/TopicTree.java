package org.papermap.topic;

import java.util.List;

/// The named groups of a corpus: topics, the areas that hold them, and the sub-topics within.
///
/// @param areas the level above the topics, largest first; the sub-topics of an area are topics.
///   Empty where the papers are too few to have areas
/// @param topics the level that a map names and colours: topic *i* is cluster *i*
/// @param quality of the topics' keyphrases
public record TopicTree(List<Topic> areas, List<Topic> topics, LabelQuality quality) {
  public TopicTree {
    areas = List.copyOf(areas);
    topics = List.copyOf(topics);
  }
}
