package org.papermap.viz.internal.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.papermap.viz.internal.colors.Palette;

/// Gives topics their hues, so that topics close to each other on the map, or of one area, look
/// most unlike.
///
/// A pair costs more the closer the topics and the more alike their hues; hues change places, or
/// are changed for free ones, as long as that lowers the sum.
public final class HueAssignment {
  /// Of few topics none should take a hue from the end of the palette, where they are less
  /// distinct.
  private static final int FEWEST_HUES = 8;

  /// Topics whose outlines touch count as this far apart, a twentieth of the map.
  private static final double TOUCHING = 0.05;

  /// Topics of one area, which readers compare, count as no further from each other than this part
  /// of the map.
  private static final double SAME_AREA = 0.1;

  /// Each round visits all pairs; two or three rounds settle.
  private static final int MOST_ROUNDS = 12;

  private final double[][] closeness;
  private final Map<Integer, Integer> kept;
  private final int hues;
  private final int[] hueOf;

  private HueAssignment(double[][] closeness, Map<Integer, Integer> kept) {
    this.closeness = closeness;
    this.kept = kept;
    this.hues = Math.clamp(closeness.length, FEWEST_HUES, Palette.size());
    this.hueOf = new int[closeness.length];
    Arrays.setAll(hueOf, topic -> kept.getOrDefault(topic, topic % hues));
  }

  /// The hue of each topic.
  ///
  /// @param areas for each topic the number of its area, below 0 where it has none
  /// @param kept hues that are settled, by topic
  public static int[] of(List<TopicShape> shapes, int[] areas, Map<Integer, Integer> kept) {
    HueAssignment assignment = new HueAssignment(closeness(shapes, areas), kept);
    for (int round = 0; round < MOST_ROUNDS && assignment.improve(); round++) {}
    return assignment.hueOf;
  }

  private static double[][] closeness(List<TopicShape> shapes, int[] areas) {
    double[][] closeness = new double[shapes.size()][shapes.size()];
    for (int a = 0; a < shapes.size(); a++) {
      for (int b = 0; b < a; b++) {
        boolean sameArea = areas[a] >= 0 && areas[a] == areas[b];
        double apart = shapes.get(a).gap(shapes.get(b));
        double gap = TOUCHING + (sameArea ? Math.min(SAME_AREA, apart) : apart);
        closeness[a][b] = closeness[b][a] = 1 / (gap * gap);
      }
    }
    return closeness;
  }

  private boolean improve() {
    boolean improved = false;
    for (int topic = 0; topic < hueOf.length; topic++) {
      if (kept.containsKey(topic)) {
        continue;
      }
      for (int other = 0; other < topic; other++) {
        improved |= !kept.containsKey(other) && swapIfBetter(topic, other);
      }
      for (int hue = 0; hue < hues; hue++) {
        improved |= changeIfBetter(topic, hue);
      }
    }
    return improved;
  }

  private boolean swapIfBetter(int topic, int other) {
    double before = cost(topic) + cost(other);
    swap(topic, other);
    if (cost(topic) + cost(other) < before - 1e-9) {
      return true;
    }
    swap(topic, other);
    return false;
  }

  private void swap(int topic, int other) {
    int hue = hueOf[topic];
    hueOf[topic] = hueOf[other];
    hueOf[other] = hue;
  }

  private boolean changeIfBetter(int topic, int hue) {
    double before = cost(topic);
    int kept = hueOf[topic];
    hueOf[topic] = hue;
    if (cost(topic) < before - 1e-9) {
      return true;
    }
    hueOf[topic] = kept;
    return false;
  }

  private double cost(int topic) {
    double cost = 0;
    for (int other = 0; other < hueOf.length; other++) {
      if (other != topic) {
        double apart = 0.5 + Palette.distance(hueOf[topic], hueOf[other]);
        cost += closeness[topic][other] / (apart * apart);
      }
    }
    return cost;
  }
}
