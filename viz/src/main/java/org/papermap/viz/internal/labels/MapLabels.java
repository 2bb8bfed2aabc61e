package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.viz.internal.shapes.MapShapes;
import org.papermap.viz.internal.shapes.TopicShape;

/// Solves where names stand, once for all scales: each label is seen over one stretch of scales, in
/// which its box meets that of no other (after Been, Daiches and Yap, doi:10.1109/TVCG.2006.136).
///
/// A box has a fixed size on the screen and a fixed place on the map, so two boxes that meet stand
/// apart from some scale on; the later of two labels is seen from there. Topics come first, the
/// largest before the others, then areas as long as they meet no topic, numbers of topics until
/// their names have room, and sub-topics.
public final class MapLabels {
  private static final int ROUNDS = 3;

  /// What a label may cost beyond which it is worse than none.
  private static final double DEAREST_SUBTOPIC = 14;

  private static final double SUBTOPICS_FROM = 1.7 * LabelPlaces.DESK;

  /// Names that have room only beyond this scale never have it: it is as close as readers get.
  private static final double CLOSEST = 40 * LabelPlaces.DESK;

  /// Beyond this scale areas are not seen even where there is room: readers look at topics then.
  private static final double AREAS_UNTIL = 2 * LabelPlaces.DESK;

  /// Fewer topics than that have room on the smallest screen.
  private static final int TOPICS_AT_A_LOOK = 12;

  /// An area whose topics take over below this scale is not seen at all.
  private static final double AREAS_TO = 0.9 * LabelPlaces.PHONE;

  private final LabelPlaces places;
  private final List<TopicShape> topics;
  private final List<MapLabel> placed = new ArrayList<>();

  private MapLabels(LabelPlaces places, List<TopicShape> topics) {
    this.places = places;
    this.topics = topics;
  }

  /// The labels of a map, topics first.
  static List<MapLabel> of(PaperMap map, MapShapes shapes) {
    DotCover dots = new DotCover(map.layout());
    LabelPlaces places =
        new LabelPlaces(
            dots, new TopicGround(shapes.topics()), map.corpus().size(), shapes.extent());
    MapLabels labels = new MapLabels(places, shapes.topics());
    labels.placeTopics(map.topics());
    labels.placeAreas(map.areas(), shapes.areas());
    labels.placeNumbers(map.topics());
    labels.placeSubtopics(map.topics(), shapes);
    return List.copyOf(labels.placed);
  }

  /// Two more rounds let early ones make room for late ones.
  private void placeTopics(List<Topic> named) {
    @Nullable MapLabel[] labels = new MapLabel[named.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int topic = 0; topic < labels.length; topic++) {
        labels[topic] = null;
        placed.clear();
        for (MapLabel label : labels) {
          if (label != null) {
            placed.add(label);
          }
        }
        labels[topic] = topic(named.get(topic).name(), topic);
      }
    }
    placed.clear();
    for (MapLabel label : labels) {
      if (label != null) {
        placed.add(label);
      }
    }
  }

  private @Nullable MapLabel topic(String name, int topic) {
    TopicShape shape = topics.get(topic);
    MapLabel best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (LabelText text : LabelText.shapes(name, LabelKind.TOPIC)) {
      for (LabelBox box : LabelPlaces.of(shape, text)) {
        double from = clearance(box, 0);
        double cost =
            lateness(from)
                + places.cost(box, shape, text.lines().size(), LabelPlaces.DESK, topics, topic);
        if (cost < lowest && from < CLOSEST) {
          lowest = cost;
          best = new MapLabel(LabelKind.TOPIC, topic, text, box, from, Double.POSITIVE_INFINITY);
        }
      }
    }
    return best;
  }

  /// A topic should be named on a phone's whole map, and must be on a desk's.
  private static double lateness(double from) {
    if (from <= LabelPlaces.PHONE) {
      return 0;
    }
    double doublings = Math.log(from / LabelPlaces.PHONE) / Math.log(2);
    return from <= LabelPlaces.DESK ? 4 * doublings : 60 + 30 * doublings;
  }

  /// The scale from which on a box meets no label that is placed, not below `least`.
  private double clearance(LabelBox box, double least) {
    double from = least;
    for (MapLabel other : placed) {
      from = MapLabel.clearance(box, other, from);
    }
    return from;
  }

  /// Areas are seen from afar, until the first topic needs the room; not where the topics
  /// themselves can all be read from afar.
  private void placeAreas(List<Topic> named, List<TopicShape> shapes) {
    if (topics.size() < TOPICS_AT_A_LOOK) {
      return;
    }
    for (int area = 0; area < named.size(); area++) {
      int[] own = named.get(area).subtopics().stream().mapToInt(Topic::number).toArray();
      String name = named.get(area).name();
      int number = area;
      TopicShape shape = shapes.get(area);
      MapLabel label =
          longest(
              LabelText.shapes(name, LabelKind.AREA),
              shape,
              text -> 0.02 * places.cost(text, shape, 1, LabelPlaces.PHONE, shapes, own),
              (text, box) -> {
                LabelBox.Scales free = free(box, AREAS_UNTIL);
                return new MapLabel(LabelKind.AREA, number, text, box, free.from(), free.to());
              });
      if (label != null && label.to() > AREAS_TO) {
        placed.add(label);
      }
    }
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
      TopicShape shape = topics.get(topic);
      if (until <= 0.7 * LabelPlaces.PHONE) {
        continue;
      }
      MapLabel label =
          longest(
              List.of(LabelText.number(topic + 1)),
              shape,
              box -> 0.02 * places.cost(box, shape, 1, LabelPlaces.PHONE, topics, number),
              (text, box) -> {
                double from = clearanceUntil(box, until);
                return new MapLabel(LabelKind.NUMBER, number, text, box, from, until);
              });
      if (label != null) {
        placed.add(label);
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

  /// The first free stretch of scales for a box: until the first label that it meets.
  private LabelBox.Scales free(LabelBox box, double until) {
    double to = until;
    for (MapLabel other : placed) {
      LabelBox.Scales meeting = box.meeting(other.box());
      double begins = Math.max(meeting.from(), other.from());
      if (meeting.any() && begins < Math.min(meeting.to(), other.to())) {
        to = Math.min(to, begins);
      }
    }
    return new LabelBox.Scales(0, to);
  }

  private interface Seen {
    MapLabel label(LabelText text, LabelBox box);
  }

  /// Of all places the one in which a label is seen for longest, less what the place costs, both in
  /// doublings of the scale about a phone's and a desk's.
  private @Nullable MapLabel longest(
      List<LabelText> texts, TopicShape shape, ToDoubleFunction<LabelBox> cost, Seen seen) {
    MapLabel best = null;
    double highest = 0;
    for (LabelText text : texts) {
      for (LabelBox box : LabelPlaces.of(shape, text)) {
        MapLabel label = seen.label(text, box);
        double from = Math.max(label.from(), LabelPlaces.PHONE / 4);
        double to = Math.min(label.to(), 2 * LabelPlaces.DESK);
        double worth = to > from ? Math.log(to / from) - cost.applyAsDouble(box) : 0;
        if (worth > highest) {
          highest = worth;
          best = label;
        }
      }
    }
    return best;
  }

  private void placeSubtopics(List<Topic> named, MapShapes shapes) {
    int number = 0;
    for (int topic = 0; topic < named.size(); topic++) {
      List<TopicShape> siblings = shapes.subtopics().get(topic);
      for (int i = 0; i < siblings.size(); i++) {
        Topic subtopic = named.get(topic).subtopics().get(i);
        if (subtopic.papers().size() > 1 && !subtopic.name().equals(named.get(topic).name())) {
          placeSubtopic(subtopic.name(), number, siblings, i, topic);
        }
        number++;
      }
    }
  }

  private void placeSubtopic(
      String name, int number, List<TopicShape> siblings, int at, int topic) {
    TopicShape shape = siblings.get(at);
    MapLabel best = null;
    double lowest = DEAREST_SUBTOPIC + 20;
    for (LabelText text : LabelText.shapes(name, LabelKind.SUBTOPIC)) {
      for (LabelBox box : LabelPlaces.of(shape, text)) {
        double from = clearance(box, SUBTOPICS_FROM);
        double late = 4 * Math.log(from / SUBTOPICS_FROM);
        if (from < CLOSEST) {
          double cost = late + places.cost(box, shape, text.lines().size(), from, siblings, topic);
          if (cost < lowest) {
            lowest = cost;
            best =
                new MapLabel(LabelKind.SUBTOPIC, number, text, box, from, Double.POSITIVE_INFINITY);
          }
        }
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
