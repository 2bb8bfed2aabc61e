package org.papermap.cluster;

import java.util.List;
import java.util.Set;

/// The groups of an earlier map, as the papers of a new one know them.
///
/// @param topics of each paper the number of its topic on the earlier map, [#NONE] where it had
///   none, [#NEW] where the paper was not there
/// @param subtopics of each paper the number of its sub-topic, no two topics sharing one, or
///   [#NONE]
/// @param areas of each earlier topic the number of its area; empty where there were none
/// @param fixed earlier topics that no paper leaves, as the reader made them
public record EarlierTopics(
    List<Integer> topics, List<Integer> subtopics, List<Integer> areas, Set<Integer> fixed) {
  public static final int NONE = -1;
  public static final int NEW = -2;

  public EarlierTopics {
    topics = List.copyOf(topics);
    subtopics = List.copyOf(subtopics);
    areas = List.copyOf(areas);
    fixed = Set.copyOf(fixed);
    if (topics.size() != subtopics.size()) {
      throw new IllegalArgumentException(
          "earlier topics of %d papers, sub-topics of %d. Give those of the same papers."
              .formatted(topics.size(), subtopics.size()));
    }
  }

  /// Of each paper its earlier topic.
  int[] topicLabels() {
    return topics.stream().mapToInt(Integer::intValue).toArray();
  }
}
