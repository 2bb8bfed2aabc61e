package org.papermap.viz.internal.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.layout.Layout;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;

/// Where all groups of a map lie.
///
/// @param topics of each topic
/// @param subtopics for each topic those of its sub-topics
/// @param extent a box around all outlines and papers
public record MapShapes(
    List<TopicShape> areas, List<TopicShape> topics, List<List<TopicShape>> subtopics, Box extent) {
  public static MapShapes of(PaperMap map) {
    Layout layout = map.layout();
    List<TopicShape> topics = shapes(map.topics(), layout);
    List<List<TopicShape>> subtopics = new ArrayList<>();
    for (Topic topic : map.topics()) {
      subtopics.add(shapes(topic.subtopics(), layout));
    }
    return new MapShapes(
        shapes(map.areas(), layout), topics, List.copyOf(subtopics), extent(topics, layout));
  }

  private static List<TopicShape> shapes(List<Topic> topics, Layout layout) {
    return topics.stream().parallel().map(topic -> TopicShape.of(layout, topic.papers())).toList();
  }

  private static Box extent(List<TopicShape> topics, Layout layout) {
    Stream<Box> papers =
        IntStream.range(0, layout.rows()).mapToObj(row -> Box.at(layout.x(row), layout.y(row)));
    Stream<Box> rings = topics.stream().flatMap(topic -> topic.outer().stream()).map(Ring::box);
    return Stream.concat(papers, rings).reduce(Box.NOTHING, Box::union);
  }
}
