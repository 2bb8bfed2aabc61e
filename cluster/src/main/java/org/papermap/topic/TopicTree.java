package org.papermap.topic;

import java.util.List;
import org.papermap.topic.Topic.LabelQuality;

/// The named groups of a corpus: topics with their sub-topics, and the areas above them.
///
/// @param areas the level above the topics, largest first; the sub-topics of an area are topics.
///   Empty where there are too few topics
/// @param topics the level that a map names and colours: topic *i* is cluster *i*
/// @param quality of the topics' keyphrases
public record TopicTree(List<Topic> areas, List<Topic> topics, LabelQuality quality) {
  public TopicTree {
    areas = List.copyOf(areas);
    topics = List.copyOf(topics);
  }

  /// A tree whose quality is the mean of its topics'.
  public static TopicTree of(List<Topic> areas, List<Topic> topics) {
    return new TopicTree(
        areas,
        topics,
        new LabelQuality(
            topics.stream().mapToDouble(it -> it.quality().coherence()).average().orElse(0),
            topics.stream().mapToDouble(it -> it.quality().diversity()).average().orElse(1)));
  }
}
