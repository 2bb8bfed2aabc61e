package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.layout.Layout;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.viz.internal.labels.LabelPlaces.Group;
import org.papermap.viz.internal.labels.LabelPlaces.Place;
import org.papermap.viz.internal.shapes.MapShapes;
import org.papermap.viz.internal.shapes.Ring;
import org.papermap.viz.internal.shapes.TopicShape;

/// Solves where names stand, once for all scales: each label is seen over one stretch of scales, in
/// which its box meets that of no other (after Been, Daiches and Yap, doi:10.1109/TVCG.2006.136).
///
/// A box has a fixed size on the screen and a fixed place on the map, so two boxes that meet stand
/// apart from some scale on; the later of two labels is seen from there. From afar areas are named;
/// from [#topicsFrom] on topics, the largest first and in the largest letters, then their islands,
/// sub-topics, and important papers.
public final class MapLabels {
  private static final double SUBTOPICS_FROM = 1.7 * LabelPlaces.DESK;

  /// Where sub-topics have taken over, islands need no names of their own.
  private static final double ISLANDS_TO = 2.6 * LabelPlaces.DESK;

  /// An island's name that has no room before this has none.
  private static final double ISLANDS_FROM = 1.5 * LabelPlaces.DESK;

  /// An island this near to its topic's name needs none, in pixels.
  private static final double NEAR = 110;

  /// Names that have room only beyond this scale never have it: it is as close as readers get.
  static final double CLOSEST = 40 * LabelPlaces.DESK;

  /// Fewer topics than that have room on the smallest screen.
  private static final int TOPICS_AT_A_LOOK = 12;

  private static final double SMALLEST = 12;

  /// An area is not named where fewer of the papers than this are its own.
  private static final double FEWEST_OWN = 0.3;

  /// What a place may cost beyond which a sub-topic is better not named.
  private static final double DEAREST = 34;

  private final Layout layout;
  private final LabelPlaces places;
  private final MapShapes shapes;
  private final double topicsFrom;
  private final List<MapLabel> placed = new ArrayList<>();

  private MapLabels(PaperMap map, MapShapes shapes) {
    this.layout = map.layout();
    this.places = new LabelPlaces(map.layout(), shapes.extent());
    this.shapes = shapes;
    this.topicsFrom = topicsFrom(map);
  }

  /// The scale from which on topics are named; from afar their areas are, if there are several.
  public static double topicsFrom(PaperMap map) {
    if (map.areas().size() < 2) {
      return 0;
    }
    return (map.topics().size() < TOPICS_AT_A_LOOK ? 0.5 : 0.78) * LabelPlaces.DESK;
  }

  /// The labels of a map, topics first.
  static List<MapLabel> of(PaperMap map, MapShapes shapes, Importance importance) {
    MapLabels labels = new MapLabels(map, shapes);
    labels.placeTopics(map.topics());
    if (labels.topicsFrom > 0) {
      labels.placeAreas(map.areas());
    } else {
      labels.placeNumbers(map.topics());
    }
    labels.placeIslands(map.topics());
    labels.placeSubtopics(map.topics());
    labels.placed.addAll(Landmarks.of(map, importance, labels.placed, labels.places));
    return List.copyOf(labels.placed);
  }

  /// Letters as large as the group weighs among its like: by the root of its papers.
  private static double size(LabelKind kind, double more, List<Topic> groups, int group) {
    return Math.rint(2 * (kind.size + more * (2 * weight(groups, group) - 0.75))) / 2;
  }

  /// The root of a group's papers, as a share of the largest group's.
  private static double weight(List<Topic> groups, int group) {
    int most = groups.stream().mapToInt(it -> it.papers().size()).max().orElse(1);
    return Math.sqrt((double) groups.get(group).papers().size() / Math.max(1, most));
  }

  private void placeTopics(List<Topic> named) {
    List<List<Place>> choices = new ArrayList<>();
    for (int topic = 0; topic < named.size(); topic++) {
      double size = size(LabelKind.TOPIC, 6, named, topic);
      Group group =
          new Group(shapes.topics().get(topic), named.get(topic).papers(), shapes.topics());
      choices.add(
          places.of(
              texts(named.get(topic).name(), LabelKind.TOPIC, size), group, LabelPlaces.DESK));
    }
    // Where there is room for some names only, those of the largest topics are wanted first.
    List<Double> weights =
        IntStream.range(0, named.size()).mapToObj(topic -> 2 * weight(named, topic)).toList();
    placeTogether(LabelKind.TOPIC, choices, weights, topicsFrom, Double.POSITIVE_INFINITY);
  }

  /// A name in all its shapes, in its own letters and in smaller ones where room is scarce.
  private static List<LabelText> texts(String name, LabelKind kind, double size) {
    List<LabelText> texts = new ArrayList<>(LabelText.shapes(name, kind, size));
    for (double share : new double[] {0.88, 0.76}) {
      double smaller = Math.rint(2 * size * share) / 2;
      if (smaller >= SMALLEST) {
        texts.addAll(LabelText.shapes(name, kind, smaller));
      }
    }
    return texts;
  }

  private void placeAreas(List<Topic> named) {
    List<List<Place>> choices = new ArrayList<>();
    for (int area = 0; area < named.size(); area++) {
      double size = size(LabelKind.AREA, 3.5, named, area);
      Group group = new Group(shapes.areas().get(area), named.get(area).papers(), shapes.areas());
      choices.add(
          places.of(texts(named.get(area).name(), LabelKind.AREA, size), group, LabelPlaces.PHONE));
    }
    // A name that stands among others' papers would mislead.
    choices.replaceAll(places -> places.stream().filter(it -> it.own() > FEWEST_OWN).toList());
    List<Double> weights = Collections.nCopies(named.size(), 1.0);
    placeTogether(LabelKind.AREA, choices, weights, 0, topicsFrom);
  }

  private void placeTogether(
      LabelKind kind, List<List<Place>> choices, List<Double> weights, double least, double until) {
    placed.addAll(new LabelContest(kind, choices, weights, least, until).solve());
  }

  /// The scale from which on a box meets no label, not below `least`.
  static double clearance(LabelBox box, List<MapLabel> labels, double least) {
    double from = least;
    for (MapLabel other : labels) {
      from = MapLabel.clearance(box, other, from);
    }
    return from;
  }

  /// Where a topic's name is seen late its number stands until then.
  private void placeNumbers(List<Topic> named) {
    for (int topic = 0; topic < named.size(); topic++) {
      int number = topic;
      double until =
          placed.stream()
              .filter(it -> it.kind() == LabelKind.TOPIC && it.number() == number)
              .mapToDouble(MapLabel::from)
              .findFirst()
              .orElse(Double.POSITIVE_INFINITY);
      if (until <= 0.7 * LabelPlaces.PHONE) {
        continue;
      }
      Group group =
          new Group(shapes.topics().get(topic), named.get(topic).papers(), shapes.topics());
      List<LabelText> texts = List.of(LabelText.number(topic + 1));
      MapLabel best = null;
      double lowest = Double.POSITIVE_INFINITY;
      for (Place place : places.of(texts, group, LabelPlaces.PHONE)) {
        double from = clearanceUntil(place.box(), until);
        double cost = place.cost() + from / 20;
        if (from < until && cost < lowest) {
          lowest = cost;
          best = new MapLabel(LabelKind.NUMBER, topic, place.text(), place.box(), from, until);
        }
      }
      if (best != null) {
        placed.add(best);
      }
    }
  }

  /// The least scale from which on a box meets no label that is seen below `until`.
  private double clearanceUntil(LabelBox box, double until) {
    double from = 0;
    for (MapLabel other : placed) {
      LabelBox.Scales meeting = box.meeting(other.box());
      if (meeting.any() && Math.max(meeting.from(), other.from()) < until) {
        from = MapLabel.clearance(box, other, from);
      }
    }
    return from;
  }

  /// Names the parts of topics that lie apart, until sub-topics are named.
  private void placeIslands(List<Topic> named) {
    for (int topic = 0; topic < named.size(); topic++) {
      TopicShape shape = shapes.topics().get(topic);
      for (Ring ring : shape.outer()) {
        List<Integer> rows =
            named.get(topic).papers().stream()
                .filter(row -> ring.contains(layout.x(row), layout.y(row)))
                .toList();
        if (rows.size() > 2 && !ring.contains(shape.x(), shape.y())) {
          placeIsland(named.get(topic).name(), topic, rows);
        }
      }
    }
  }

  private void placeIsland(String name, int topic, List<Integer> rows) {
    TopicShape island = TopicShape.of(layout, rows);
    List<LabelText> texts = LabelText.shapes(name, LabelKind.ISLAND, LabelKind.ISLAND.size);
    double least = Math.max(topicsFrom, 0.85 * LabelPlaces.DESK);
    MapLabel best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (Place place : places.of(texts, new Group(island, rows, List.of()), LabelPlaces.DESK)) {
      double from = clearance(place.box(), placed, least);
      double cost = place.cost() + from / 100;
      boolean fits = place.own() >= LabelPlaces.OWN_SHARE && from < ISLANDS_FROM;
      if (cost < lowest && fits && !isNamed(place.box(), topic)) {
        lowest = cost;
        best = new MapLabel(LabelKind.ISLAND, topic, place.text(), place.box(), from, ISLANDS_TO);
      }
    }
    if (best != null) {
      placed.add(best);
    }
  }

  private boolean isNamed(LabelBox box, int topic) {
    return placed.stream()
        .filter(it -> it.number() == topic)
        .filter(it -> it.kind() == LabelKind.TOPIC || it.kind() == LabelKind.ISLAND)
        .map(MapLabel::box)
        .anyMatch(it ->
            near(box.centreX(LabelPlaces.DESK), it.centreX(LabelPlaces.DESK))
                && near(box.centreY(LabelPlaces.DESK), it.centreY(LabelPlaces.DESK)));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < NEAR;
  }

  private void placeSubtopics(List<Topic> named) {
    int number = 0;
    for (int topic = 0; topic < named.size(); topic++) {
      List<Topic> finer = named.get(topic).subtopics();
      for (int i = 0; i < finer.size(); i++) {
        if (finer.get(i).papers().size() > 1
            && !finer.get(i).name().equals(named.get(topic).name())) {
          placeSubtopic(finer, i, number, shapes.subtopics().get(topic));
        }
        number++;
      }
    }
  }

  private void placeSubtopic(List<Topic> finer, int at, int number, List<TopicShape> siblings) {
    double size = size(LabelKind.SUBTOPIC, 1.5, finer, at);
    List<LabelText> texts = LabelText.shapes(finer.get(at).name(), LabelKind.SUBTOPIC, size);
    Group group = new Group(siblings.get(at), finer.get(at).papers(), siblings);
    MapLabel best = null;
    double lowest = DEAREST;
    for (Place place : places.of(texts, group, SUBTOPICS_FROM)) {
      if (place.cost() >= lowest) {
        continue;
      }
      double from = clearance(place.box(), placed, SUBTOPICS_FROM);
      double cost = place.cost() + 4 * Math.log(from / SUBTOPICS_FROM);
      if (from < CLOSEST && cost < lowest) {
        lowest = cost;
        best =
            new MapLabel(
                LabelKind.SUBTOPIC,
                number,
                place.text(),
                place.box(),
                from,
                Double.POSITIVE_INFINITY);
      }
    }
    if (best != null) {
      placed.add(best);
    }
  }

  /// The labels that are seen on a map of this scale.
  public static List<MapLabel> seenAt(List<MapLabel> labels, double scale) {
    return labels.stream().filter(label -> label.isSeenAt(scale)).toList();
  }
}
