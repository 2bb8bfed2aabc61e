package org.papermap.viz.internal.shapes;

import java.util.ArrayList;
import java.util.List;
import org.papermap.layout.Layout;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;

/// Where all groups of a map lie.
///
/// @param topics of each topic
/// @param subtopics for each topic those of its sub-topics
/// @param extent left, bottom, right and top of all outlines and papers
public record MapShapes(
    List<TopicShape> areas,
    List<TopicShape> topics,
    List<List<TopicShape>> subtopics,
    double[] extent) {
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

  private static double[] extent(List<TopicShape> topics, Layout layout) {
    double[] extent = {1, 1, 0, 0};
    for (int row = 0; row < layout.rows(); row++) {
      double x = layout.x(row);
      double y = layout.y(row);
      widen(extent, new double[] {x, y, x, y});
    }
    topics.stream()
        .flatMap(topic -> topic.outer().stream())
        .forEach(ring -> widen(extent, ring.box()));
    return extent;
  }

  private static void widen(double[] extent, double[] box) {
    for (int side = 0; side < 2; side++) {
      extent[side] = Math.min(extent[side], box[side]);
      extent[side + 2] = Math.max(extent[side + 2], box[side + 2]);
    }
  }
}
