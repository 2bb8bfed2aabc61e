package org.papermap.viz;

import java.util.Arrays;
import java.util.List;
import org.papermap.topic.Topic;

/// A map with all that has to be solved before it can be drawn.
///
/// @param shapes where its groups lie
/// @param labels where their names stand, topics first
/// @param hues of its topics
record MapDrawing(PaperMap map, MapShapes shapes, List<MapLabel> labels, List<Integer> hues) {
  static MapDrawing of(PaperMap map) {
    MapShapes shapes = MapShapes.of(map);
    int[] hues = HueAssignment.of(shapes.topics(), areas(map), map.hues());
    return new MapDrawing(
        map, shapes, MapLabels.of(map, shapes), Arrays.stream(hues).boxed().toList());
  }

  private static int[] areas(PaperMap map) {
    int[] areas = new int[map.topics().size()];
    Arrays.fill(areas, -1);
    for (Topic area : map.areas()) {
      area.subtopics().forEach(topic -> areas[topic.number()] = area.number());
    }
    return areas;
  }
}
