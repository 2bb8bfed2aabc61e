package org.papermap.viz.internal.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.layout.Layout;
import org.papermap.viz.internal.colors.Color;
import org.papermap.viz.internal.colors.Color.Vision;
import org.papermap.viz.internal.colors.Tone;

class MapColorsTest {
  private static final int PAPERS = 10;

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 26, 60})
  void no_two_topics_look_alike(int topics) {
    List<Tone> tones = colors(scattered(topics), noAreas(topics), Map.of());

    assertThat(tones).hasSize(topics).doesNotHaveDuplicates();
    for (int a = 0; a < topics; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(apart(tones.get(a), tones.get(b), Vision.NORMAL)).isGreaterThan(2);
      }
    }
  }

  @Test
  void topics_that_touch_are_told_apart_with_any_colour_vision() {
    int topics = 26;
    List<TopicShape> shapes = shapes(scattered(topics));
    List<Tone> tones = colors(scattered(topics), noAreas(topics), Map.of());

    for (int a = 0; a < topics; a++) {
      for (int b = 0; b < a; b++) {
        if (shapes.get(a).gap(shapes.get(b)) == 0) {
          for (Vision vision : Vision.values()) {
            assertThat(apart(tones.get(a), tones.get(b), vision))
                .as("%d and %d, %s", a, b, vision)
                .isGreaterThan(2);
          }
        }
      }
    }
  }

  @Test
  void hues_follow_each_other_around_the_map_and_each_direction_keeps_its_hue() {
    double[][] ring = ring(12, 0);

    double[] hues = hues(colors(ring, noAreas(12), Map.of()));
    double[] turned = hues(colors(ring(12, 0.2), noAreas(12), Map.of()));

    for (int topic = 0; topic < 12; topic++) {
      // A twelfth of the circle is 0.52; a topic may be moved by a quarter of it.
      double step = Math.IEEEremainder(hues[(topic + 1) % 12] - hues[topic], 2 * Math.PI);
      assertThat(step).isBetween(0.15, 0.9);
      double turn = Math.IEEEremainder(turned[topic] - hues[topic], 2 * Math.PI);
      assertThat(turn).isBetween(-0.15, 0.6);
    }
  }

  @Test
  void topics_of_an_area_are_akin() {
    double[][] ring = ring(12, 0);
    int[] areas = IntStream.range(0, 12).map(topic -> topic / 4).toArray();

    double[] hues = hues(colors(ring, areas, Map.of()));

    for (int area = 0; area < 3; area++) {
      double first = hues[4 * area];
      double[] within =
          IntStream.range(4 * area, 4 * area + 4)
              .mapToDouble(topic -> Math.IEEEremainder(hues[topic] - first, 2 * Math.PI))
              .toArray();
      double widest =
          Arrays.stream(within).max().orElseThrow() - Arrays.stream(within).min().orElseThrow();
      assertThat(widest).isLessThan(2 * Math.PI / 3);
    }
  }

  @Test
  void colours_that_are_settled_stay_and_the_others_keep_off_them() {
    int settled = Color.of("#4369a2").rgb();

    List<Tone> tones = colors(scattered(8), noAreas(8), Map.of(2, settled));

    assertThat(tones.get(2).light()).isEqualTo("#4369a2");
    assertThat(tones).doesNotHaveDuplicates();
  }

  @Test
  void no_topic_and_one_topic_have_their_colours() {
    assertThat(MapColors.of(List.of(), new int[0], new int[0], Map.of())).isEmpty();
    assertThat(colors(ring(1, 0), noAreas(1), Map.of())).hasSize(1);
  }

  private static double apart(Tone a, Tone b, Vision vision) {
    return Math.min(
        Color.of(a.light()).distance(Color.of(b.light()), vision),
        Color.of(a.dark()).distance(Color.of(b.dark()), vision));
  }

  private static double[] hues(List<Tone> tones) {
    return tones.stream()
        .mapToDouble(tone -> {
          double[] lab = Color.of(tone.light()).oklab(Vision.NORMAL);
          return Math.atan2(lab[2], lab[1]);
        })
        .toArray();
  }

  private static List<Tone> colors(double[][] middles, int[] areas, Map<Integer, Integer> kept) {
    int[] papers = new int[middles.length];
    Arrays.fill(papers, PAPERS);
    return MapColors.of(shapes(middles), areas, papers, kept);
  }

  private static int[] noAreas(int topics) {
    int[] areas = new int[topics];
    Arrays.fill(areas, -1);
    return areas;
  }

  /// Topics around the middle of the map, from the right on, turned by an angle.
  private static double[][] ring(int topics, double turned) {
    double[][] middles = new double[topics][];
    for (int topic = 0; topic < topics; topic++) {
      double angle = 2 * Math.PI * topic / topics + turned;
      middles[topic] = new double[] {0.5 + 0.4 * Math.cos(angle), 0.5 + 0.4 * Math.sin(angle)};
    }
    return middles;
  }

  private static double[][] scattered(int topics) {
    Random random = new Random(6);
    double[][] middles = new double[topics][];
    for (int topic = 0; topic < topics; topic++) {
      middles[topic] = new double[] {random.nextDouble(), random.nextDouble()};
    }
    return middles;
  }

  private static List<TopicShape> shapes(double[][] middles) {
    Random random = new Random(7);
    double[] places = new double[2 * PAPERS * middles.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = middles[i / (2 * PAPERS)][i % 2] + 0.03 * random.nextGaussian();
    }
    Layout layout = Layout.of(places);
    List<TopicShape> shapes = new ArrayList<>();
    for (int topic = 0; topic < middles.length; topic++) {
      shapes.add(
          TopicShape.of(
              layout, IntStream.range(PAPERS * topic, PAPERS * topic + PAPERS).boxed().toList()));
    }
    return shapes;
  }
}
