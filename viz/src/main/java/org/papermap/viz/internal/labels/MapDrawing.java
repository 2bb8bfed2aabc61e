package org.papermap.viz.internal.labels;

import java.util.Arrays;
import java.util.List;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.viz.internal.shapes.HueAssignment;
import org.papermap.viz.internal.shapes.MapShapes;

/// A map with all that has to be solved before it can be drawn.
///
/// @param shapes where its groups lie
/// @param labels where their names stand, topics first
/// @param hues of its topics
public record MapDrawing(
    PaperMap map, MapShapes shapes, List<MapLabel> labels, List<Integer> hues) {
  public static MapDrawing of(PaperMap map) {
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
