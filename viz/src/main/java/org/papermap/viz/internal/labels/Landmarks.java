package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.papermap.map.PaperMap;

/// The short names of important papers beside their dots, from the whole map on: what stands before
/// the colon of a title. They keep well apart, so that a look meets few of them at any scale.
final class Landmarks {
  private static final int LONGEST = 26;
  private static final int SHORTEST = 3;

  /// The most that are looked at, and the most that are named.
  private static final int MOST_TRIED = 1500;

  private static final int MOST = 240;

  private static final double FROM = 0.85 * LabelPlaces.DESK;
  private static final double CLOSEST = 6 * LabelPlaces.DESK;
  private static final double BESIDE = 5;

  /// What a hidden dot costs on a map of many papers, and how much more on one of few, where each
  /// is large and alone.
  private static final double DOT_COST = 0.25;

  private static final double MORE_OF_FEW = 4;

  /// A dot of a map of few papers reaches so many pixels from its middle.
  private static final double DOT_OF_FEW = 5;

  /// The room that two of them leave between them, in pixels.
  private static final double ROOM_ACROSS = 44;

  private static final double ROOM_UP = 22;

  private final PaperMap map;
  private final LabelPlaces places;
  private final List<MapLabel> others;
  private final double few;
  private final List<MapLabel> found = new ArrayList<>();

  private Landmarks(PaperMap map, List<MapLabel> others, LabelPlaces places) {
    this.map = map;
    this.others = others;
    this.places = places;
    this.few = Math.max(0, 1 - map.corpus().size() / LabelPlaces.FEW_PAPERS);
  }

  /// @param others the labels that are placed already
  static List<MapLabel> of(
      PaperMap map, Importance importance, List<MapLabel> others, LabelPlaces places) {
    Landmarks landmarks = new Landmarks(map, others, places);
    Set<String> names = new HashSet<>();
    List<Integer> order = importance.order();
    for (int row : order.subList(0, Math.min(MOST_TRIED, order.size() / 4))) {
      if (landmarks.found.size() < MOST) {
        shortName(map.corpus().paper(row).title())
            .filter(names::add)
            .ifPresent(name -> landmarks.place(row, name));
      }
    }
    return landmarks.found;
  }

  /// What a paper calls its method or data, before the colon of its title.
  static Optional<String> shortName(String title) {
    int colon = title.indexOf(": ");
    String name = colon < 0 ? "" : title.substring(0, colon).strip();
    boolean isShort = name.length() >= SHORTEST && name.length() <= LONGEST;
    return isShort && name.codePoints().anyMatch(Character::isUpperCase)
        ? Optional.of(name)
        : Optional.empty();
  }

  private void place(int row, String name) {
    LabelText text = LabelText.landmark(name);
    MapLabel best = null;
    double lowest = Double.POSITIVE_INFINITY;
    double across = BESIDE + text.width() / 2;
    double up = BESIDE + text.height() / 2 - 1;
    double[][] sides = {{0, -up}, {0, up}, {across, 0}, {-across, 0}};
    for (double[] side : sides) {
      LabelBox box = box(row, side[0], side[1], text.width(), text.height());
      LabelBox roomy =
          box(row, side[0], side[1], text.width() + ROOM_ACROSS, text.height() + ROOM_UP);
      double from = MapLabels.clearance(roomy, found, MapLabels.clearance(box, others, FROM));
      double hidden = places.hidden(box, from, 1 + few * DOT_OF_FEW);
      double cost = 8 * Math.log(from / FROM) + (DOT_COST + few * MORE_OF_FEW) * hidden;
      if (from < CLOSEST && cost < lowest) {
        lowest = cost;
        best = new MapLabel(LabelKind.LANDMARK, row, text, box, from, Double.POSITIVE_INFINITY);
      }
    }
    if (best != null) {
      found.add(best);
    }
  }

  private LabelBox box(int row, double dx, double dy, double width, double height) {
    return new LabelBox(map.layout().x(row), map.layout().y(row), dx, dy, width, height);
  }
}
