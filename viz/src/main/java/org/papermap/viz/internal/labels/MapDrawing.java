package org.papermap.viz.internal.labels;

import java.util.Arrays;
import java.util.List;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.viz.internal.colors.Tone;
import org.papermap.viz.internal.shapes.MapColors;
import org.papermap.viz.internal.shapes.MapShapes;

/// A map with all that has to be solved before it can be drawn.
///
/// @param shapes where its groups lie
/// @param labels where their names stand, topics first
/// @param tones the colours of its topics
/// @param importance of its papers
public record MapDrawing(
    PaperMap map,
    MapShapes shapes,
    List<MapLabel> labels,
    List<Tone> tones,
    Importance importance) {
  public static MapDrawing of(PaperMap map) {
    MapShapes shapes = MapShapes.of(map);
    int[] papers = map.topics().stream().mapToInt(topic -> topic.papers().size()).toArray();
    List<Tone> tones = MapColors.of(shapes.topics(), areas(map), papers, map.hues());
    Importance importance = Importance.of(map);
    return new MapDrawing(map, shapes, MapLabels.of(map, shapes, importance), tones, importance);
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
