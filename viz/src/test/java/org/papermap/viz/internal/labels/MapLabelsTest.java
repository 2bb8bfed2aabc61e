package org.papermap.viz.internal.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicTree;
import org.papermap.viz.SampleMaps;
import org.papermap.viz.internal.shapes.MapShapes;

class MapLabelsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 91, 700})
  void boxes_of_labels_and_titles_meet_at_no_scale(int papers) {
    PaperMap map = withAreas(SampleMaps.of(papers));
    List<MapLabel> labels = new ArrayList<>(labels(map));
    // A paper's short name goes when its title comes.
    labels.removeIf(label -> label.kind() == LabelKind.LANDMARK);
    labels.addAll(titles(map));

    for (double scale : scales().toArray()) {
      List<MapLabel> seen = MapLabels.seenAt(labels, scale);
      for (int i = 0; i < seen.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(meet(seen.get(i).box(), seen.get(j).box(), scale))
              .as("at %.0f: %s and %s", scale, seen.get(i), seen.get(j))
              .isFalse();
        }
      }
    }
  }

  @Test
  void titles_of_few_papers_hide_no_dot() {
    PaperMap map = SampleMaps.of(91);
    Importance importance = Importance.of(map);

    for (MapLabel title : titles(map)) {
      for (int row = 0; row < map.corpus().size(); row++) {
        double radius = importance.radius(row);
        LabelBox dot = LabelBox.dot(map.layout().x(row), map.layout().y(row), radius);
        boolean isHidden =
            scales().filter(title::isSeenAt).anyMatch(scale -> meet(title.box(), dot, scale));
        assertThat(isHidden).as("%s hides %d", title, row).isFalse();
      }
    }
  }

  @Test
  void titles_of_a_crowded_map_meet_at_no_scale() {
    List<MapLabel> titles = titles(SampleMaps.of(5000));

    List<MapLabel> hiding = new ArrayList<>();
    for (MapLabel title : titles) {
      for (MapLabel other : titles) {
        double both = Math.max(title.from(), other.from());
        if (other != title && title.box().meeting(other.box()).to() > both + 1e-6) {
          hiding.add(other);
        }
      }
    }
    assertThat(hiding).isEmpty();
  }

  @Test
  void every_topic_has_its_name_or_number_on_a_phone_and_its_name_on_a_desk() {
    PaperMap map = SampleMaps.of(91);
    List<MapLabel> labels = labels(map);

    assertThat(labelled(labels, LabelPlaces.PHONE, LabelKind.TOPIC, LabelKind.NUMBER)).hasSize(8);
    assertThat(labelled(labels, LabelPlaces.DESK, LabelKind.TOPIC)).hasSize(8);
  }

  @Test
  void a_topic_never_shows_its_name_and_its_number_at_once() {
    List<MapLabel> labels = labels(SampleMaps.of(700));

    for (MapLabel number : labels) {
      if (number.kind() == LabelKind.NUMBER) {
        assertThat(labels)
            .filteredOn(it -> it.kind() == LabelKind.TOPIC && it.number() == number.number())
            .allSatisfy(name -> assertThat(name.from()).isGreaterThanOrEqualTo(number.to()));
      }
    }
  }

  @Test
  void areas_are_named_from_afar_until_their_topics_are() {
    PaperMap map = withAreas(SampleMaps.of(700));
    List<MapLabel> labels = labels(map);
    double topicsFrom = MapLabels.topicsFrom(map);

    assertThat(topicsFrom).isBetween(300.0, LabelPlaces.DESK);
    assertThat(labelled(labels, 0.9 * topicsFrom, LabelKind.AREA)).containsExactly(0, 1);
    assertThat(labelled(labels, 0.9 * topicsFrom, LabelKind.TOPIC)).isEmpty();
    assertThat(labelled(labels, LabelPlaces.DESK, LabelKind.TOPIC)).hasSize(8);
    assertThat(labelled(labels, LabelPlaces.DESK, LabelKind.AREA)).isEmpty();
  }

  @Test
  void the_more_papers_a_topic_has_the_larger_are_its_letters() {
    PaperMap map = SampleMaps.of(700);
    List<Double> sizes =
        labels(map).stream()
            .filter(label -> label.kind() == LabelKind.TOPIC)
            .map(label -> label.text().size())
            .toList();

    // Topics are numbered by size; the root of a tenth of the papers is a third.
    assertThat(sizes.getFirst()).isEqualTo(24);
    assertThat(sizes).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(sizes.getLast()).isBetween(12.0, 20.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 5000})
  void a_name_stands_on_its_own_ground_wherever_its_topic_has_such_a_place(int papers) {
    PaperMap map = SampleMaps.of(papers);

    for (MapLabel label : labels(map)) {
      if (label.kind() == LabelKind.TOPIC) {
        double scale = Math.max(label.from(), LabelPlaces.DESK);
        List<Integer> own = map.topics().get(label.number()).papers();
        boolean hasPlace =
            own.stream()
                .map(row ->
                    new LabelBox(
                        map.layout().x(row),
                        map.layout().y(row),
                        0,
                        0,
                        label.box().width(),
                        label.box().height()))
                .anyMatch(box -> share(map, box, own, scale) >= 0.65);
        if (hasPlace) {
          assertThat(share(map, label.box(), own, scale))
              .as("%s", label)
              .isGreaterThanOrEqualTo(0.58); // the grid of the solution is two pixels fine
        }
      }
    }
  }

  /// The share of a topic's papers among those in a box and a little around it.
  private static double share(PaperMap map, LabelBox box, List<Integer> rows, double scale) {
    Set<Integer> members = Set.copyOf(rows);
    int own = 0;
    int all = 0;
    for (int row = 0; row < map.corpus().size(); row++) {
      double across = Math.abs(map.layout().x(row) * scale - box.centreX(scale));
      double up = Math.abs(map.layout().y(row) * scale - box.centreY(scale));
      if (across < box.width() / 2 + LabelPlaces.GROUND
          && up < box.height() / 2 + LabelPlaces.GROUND) {
        all++;
        own += members.contains(row) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) own / all;
  }

  @Test
  void an_island_of_a_topic_has_its_name_again() {
    PaperMap map = SampleMaps.of(700);

    // The halves of a sample's topics lie apart by more than twice their width.
    assertThat(labelled(labels(map), LabelPlaces.DESK, LabelKind.ISLAND))
        .isSubsetOf(labelled(labels(map), LabelPlaces.DESK, LabelKind.TOPIC));
  }

  @Test
  void names_in_two_parts_are_broken_behind_the_joining_word() {
    assertThat(shape("KV cache & sparse attention", 2))
        .containsExactly("KV cache &", "sparse attention");
    assertThat(shape("Attacks & safety", 2)).containsExactly("Attacks &", "safety");
    // No line is a joining word alone.
    assertThat(LabelText.shapes("Attacks & safety", LabelKind.TOPIC, 16)).hasSize(2);
    assertThat(shape("Theory of deep learning", 2)).containsExactly("Theory of", "deep learning");
  }

  private static List<String> shape(String name, int lines) {
    return LabelText.shapes(name, LabelKind.TOPIC, 16).get(lines - 1).lines();
  }

  @Test
  void a_paper_is_called_by_what_stands_before_the_colon() {
    assertThat(Landmarks.shortName("LoRA: Low-rank adaptation")).contains("LoRA");
    assertThat(Landmarks.shortName("Attention is all you need")).isEmpty();
    assertThat(Landmarks.shortName("a study in lower case: and more")).isEmpty();
    assertThat(Landmarks.shortName("A long beginning that is no name at all: and more")).isEmpty();
  }

  @Test
  void the_scales_at_which_two_boxes_meet_are_told() {
    // A tenth of the map apart, each 20 wide: they meet until a tenth of the map is 20.
    LabelBox left = new LabelBox(0.4, 0.5, 0, 0, 20, 10);
    LabelBox right = new LabelBox(0.5, 0.5, 0, 0, 20, 10);
    assertThat(left.meeting(right)).isEqualTo(new LabelBox.Scales(0, 200.00000000000006));

    // The right one stands 50 to the left of its place: they meet from 0.1 s − 50 = −20 to 20.
    LabelBox.Scales across = left.meeting(new LabelBox(0.5, 0.5, -50, 0, 20, 10));
    assertThat(across.from()).isCloseTo(300, within(1e-6));
    assertThat(across.to()).isCloseTo(700, within(1e-6));

    // One line higher for good.
    assertThat(left.meeting(new LabelBox(0.4, 0.5, 0, -10, 20, 10)).any()).isFalse();

    assertThat(left.isApartFrom(199, right)).isFalse();
    assertThat(left.isApartFrom(201, right)).isTrue();
    assertThat(right.isApartFrom(201, left)).isTrue();
    assertThat(left.clearance(right, 100)).isCloseTo(200, within(1e-6));
    assertThat(left.clearance(right, 300)).isEqualTo(300);
  }

  @Test
  void titles_are_whole_and_broken_into_even_lines() {
    assertThat(LabelText.title("Attention is all you need").lines())
        .containsExactly("Attention is all you need");
    assertThat(LabelText.title("Deep residual learning for image recognition").lines())
        .containsExactly("Deep residual learning", "for image recognition");
    String whole = "word ".repeat(24).strip();
    assertThat(String.join(" ", LabelText.title(whole).lines())).isEqualTo(whole);
    assertThat(String.join(" ", LabelText.title("word ".repeat(40).strip()).lines()))
        .hasSizeLessThanOrEqualTo(132)
        .endsWith("…");
    assertThat(LabelText.title("x".repeat(100_000)).lines()).hasSize(1);
  }

  private static List<MapLabel> labels(PaperMap map) {
    return MapLabels.of(map, MapShapes.of(map), Importance.of(map));
  }

  /// The titles as the page makes them from their codes.
  private static List<MapLabel> titles(PaperMap map) {
    Importance importance = Importance.of(map);
    TitleLabels titles = TitleLabels.of(map, labels(map), importance);
    List<MapLabel> labels = new ArrayList<>();
    for (int row = 0; row < map.corpus().size(); row++) {
      int code = titles.codes()[row];
      if (code > 0) {
        LabelText text = LabelText.title(map.corpus().paper(row).title());
        double edge = importance.radius(row) + TitleLabels.BESIDE;
        double across = edge + text.width() / 2;
        double up = edge + text.height() / 2;
        double[][] sides = {{across, 0}, {-across, 0}, {0, -up}, {0, up}};
        double[] side = sides[code & 3];
        LabelBox box =
            new LabelBox(
                map.layout().x(row),
                map.layout().y(row),
                side[0],
                side[1],
                text.width(),
                text.height());
        double from = titles.least() * Math.pow(2, (double) ((code >> 2) - 1) / TitleLabels.STEPS);
        labels.add(new MapLabel(LabelKind.TITLE, row, text, box, from, Double.POSITIVE_INFINITY));
      }
    }
    assertThat(labels).isNotEmpty();
    return labels;
  }

  private static DoubleStream scales() {
    return IntStream.range(0, 60).mapToDouble(i -> 100 * Math.pow(2, i / 7.0));
  }

  private static boolean meet(LabelBox a, LabelBox b, double scale) {
    double across = Math.abs(a.centreX(scale) - b.centreX(scale)) * 2 - a.width() - b.width();
    double down = Math.abs(a.centreY(scale) - b.centreY(scale)) * 2 - a.height() - b.height();
    return across < -1e-6 && down < -1e-6;
  }

  private static Set<Integer> labelled(List<MapLabel> labels, double scale, LabelKind... kinds) {
    return MapLabels.seenAt(labels, scale).stream()
        .filter(label -> List.of(kinds).contains(label.kind()))
        .map(MapLabel::number)
        .collect(Collectors.toSet());
  }

  /// The same map with its topics in two areas.
  private static PaperMap withAreas(PaperMap map) {
    List<Topic> topics = map.topics();
    int half = Math.ceilDiv(topics.size(), 2);
    List<Topic> areas =
        List.of(
            area(0, "Everything that generates", topics.subList(0, half)),
            area(1, "All of the rest", topics.subList(half, topics.size())));
    return new PaperMap(
        map.title(),
        map.corpus(),
        map.neighbors(),
        map.layout(),
        map.layoutQuality(),
        map.tree(),
        new TopicTree(topics.size() < 2 ? List.of() : areas, topics, new LabelQuality(0, 1)),
        map.themes(),
        map.provenance());
  }

  private static Topic area(int number, String name, List<Topic> topics) {
    if (topics.isEmpty()) {
      return new Topic(
          number, name, List.of(), List.of(), List.of(), List.of(), evidence(), quality());
    }
    List<Integer> rows =
        topics.stream()
            .flatMap(topic -> topic.papers().stream())
            .sorted(Comparator.naturalOrder())
            .toList();
    return new Topic(number, name, List.of(), rows, List.of(), topics, evidence(), quality());
  }

  private static NameEvidence evidence() {
    return new NameEvidence(NameSource.READER, List.of(), List.of());
  }

  private static LabelQuality quality() {
    return new LabelQuality(0, 1);
  }
}
