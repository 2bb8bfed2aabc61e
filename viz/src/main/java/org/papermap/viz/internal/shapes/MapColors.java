package org.papermap.viz.internal.shapes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.papermap.viz.internal.colors.Color;
import org.papermap.viz.internal.colors.Color.Vision;
import org.papermap.viz.internal.colors.Tone;

/// Gives topics their colours by where they lie: the hue is the direction from the middle of the
/// map, stretched so that the hues of all topics lie evenly around the circle, and the topics of an
/// area side by side. What lies far from the middle is more vivid.
///
/// Lightness tells neighbours apart, for every kind of colour vision. A pair of topics costs more
/// the closer they are and the more alike they look; each topic takes the shade that costs least,
/// as long as that lowers the sum.
public final class MapColors {
  /// Topics whose outlines touch count as this far apart, a twentieth of the map.
  private static final double TOUCHING = 0.05;

  /// What a pair that looks alike costs wherever it lies: as much as one a quarter of the map
  /// apart.
  private static final double ANYWHERE = 4;

  /// Where the circle of hues begins: what lies to the right of the middle is green-blue.
  private static final double HUE_OF_RIGHT = 3.6;

  private static final double LEAST_CHROMA = 0.11;
  private static final double MORE_CHROMA = 0.055;

  /// Between two areas the hues leave out this part of a topic's share.
  private static final double GAP = 0.4;

  /// How far a topic's hue may be moved to keep off its neighbours', in parts of its share.
  private static final double[] SHIFTS = {0, -0.25, 0.25};

  /// Each round visits all topics; two or three rounds settle.
  private static final int MOST_ROUNDS = 12;

  private final List<TopicShape> shapes;
  private final int[] areas;
  private final double[] weights;
  private final double middleX;
  private final double middleY;

  private MapColors(List<TopicShape> shapes, int[] areas, int[] papers) {
    this.shapes = shapes;
    this.areas = areas;
    this.weights = Arrays.stream(papers).mapToDouble(Math::sqrt).toArray();
    double sum = Arrays.stream(weights).sum();
    this.middleX = mean(IntStream.range(0, papers.length).toArray(), true, sum);
    this.middleY = mean(IntStream.range(0, papers.length).toArray(), false, sum);
  }

  /// The colour of each topic.
  ///
  /// @param areas for each topic the number of its area, below 0 where it has none
  /// @param papers for each topic the number of its papers
  /// @param kept marks on the light background that are settled, as `0xRRGGBB`, by topic
  public static List<Tone> of(
      List<TopicShape> shapes, int[] areas, int[] papers, Map<Integer, Integer> kept) {
    if (shapes.isEmpty()) {
      return List.of();
    }
    MapColors colors = new MapColors(shapes, areas, papers);
    double[] shares = new double[papers.length];
    double[] hues = colors.hues(shares);
    List<List<Shade>> choices = new ArrayList<>();
    for (int topic = 0; topic < papers.length; topic++) {
      Integer settled = kept.get(topic);
      choices.add(
          settled == null
              ? colors.shades(topic, hues[topic], shares[topic])
              : List.of(Shade.of(Tone.of(Color.of(settled)))));
    }
    return colors.chosen(choices);
  }

  private double mean(int[] topics, boolean across, double sum) {
    double mean = 0;
    for (int topic : topics) {
      TopicShape shape = shapes.get(topic);
      mean += weights[topic] * (across ? shape.x() : shape.y()) / sum;
    }
    return mean;
  }

  private double direction(double x, double y) {
    return Math.atan2(y - middleY, x - middleX);
  }

  private double directionOf(int topic) {
    return direction(shapes.get(topic).x(), shapes.get(topic).y());
  }

  /// The topics of each area, and each topic that has none by itself, around the middle.
  private List<int[]> groups() {
    return IntStream.range(0, areas.length)
        .mapToObj(topic -> areas[topic] < 0 ? -1 - topic : areas[topic])
        .distinct()
        .map(group ->
            IntStream.range(0, areas.length)
                .filter(it -> group < 0 ? it == -1 - group : areas[it] == group)
                .toArray())
        .sorted(Comparator.comparingDouble(this::direction))
        .toList();
  }

  private double direction(int[] group) {
    double sum = Arrays.stream(group).mapToDouble(topic -> weights[topic]).sum();
    return direction(mean(group, true, sum), mean(group, false, sum));
  }

  /// The hue of each topic in radians.
  ///
  /// @param shares takes how much of the circle each topic has
  private double[] hues(double[] shares) {
    List<int[]> groups = groups();
    double gap = groups.size() < 2 ? 0 : GAP * Arrays.stream(weights).average().orElseThrow();
    double circle = Arrays.stream(weights).sum() + gap * groups.size();
    double[] hues = new double[areas.length];
    double done = 0;
    for (int[] group : groups) {
      double middle = direction(group);
      int[] ordered =
          Arrays.stream(group)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      topic -> Math.IEEEremainder(directionOf(topic) - middle, 2 * Math.PI)))
              .mapToInt(topic -> topic)
              .toArray();
      for (int topic : ordered) {
        shares[topic] = weights[topic] / circle * 2 * Math.PI;
        hues[topic] = (done + weights[topic] / 2) / circle * 2 * Math.PI;
        done += weights[topic];
      }
      done += gap;
    }
    return turned(hues);
  }

  /// The hues turned so that, on the whole, each direction has its hue on every map.
  private double[] turned(double[] hues) {
    double x = 0;
    double y = 0;
    for (int topic = 0; topic < hues.length; topic++) {
      double turn = directionOf(topic) + HUE_OF_RIGHT - hues[topic];
      x += weights[topic] * Math.cos(turn);
      y += weights[topic] * Math.sin(turn);
    }
    double turn = Math.atan2(y, x);
    return Arrays.stream(hues).map(hue -> hue + turn).toArray();
  }

  /// The colours that a topic could have.
  private List<Shade> shades(int topic, double hue, double share) {
    TopicShape shape = shapes.get(topic);
    double away = Math.hypot(shape.x() - middleX, shape.y() - middleY);
    double chroma = LEAST_CHROMA + MORE_CHROMA * Math.min(1, away / 0.4);
    List<Shade> shades = new ArrayList<>();
    for (double shift : SHIFTS) {
      for (double lightness : Tone.LIGHTNESSES) {
        double moved = Math.min(share, 0.3) * shift;
        shades.add(Shade.of(Tone.of(lightness, chroma, hue + moved)));
      }
    }
    return shades;
  }

  private List<Tone> chosen(List<List<Shade>> choices) {
    double[][] closeness = closeness();
    Shade[] chosen = new Shade[choices.size()];
    Arrays.setAll(chosen, topic -> choices.get(topic).get(topic % choices.get(topic).size()));
    boolean improved = true;
    for (int round = 0; round < MOST_ROUNDS && improved; round++) {
      improved = false;
      for (int topic = 0; topic < chosen.length; topic++) {
        double least = cost(topic, chosen[topic], chosen, closeness);
        for (Shade shade : choices.get(topic)) {
          double cost = cost(topic, shade, chosen, closeness);
          if (cost < least - 1e-9) {
            least = cost;
            chosen[topic] = shade;
            improved = true;
          }
        }
      }
    }
    return Arrays.stream(chosen).map(Shade::tone).toList();
  }

  private double[][] closeness() {
    double[][] closeness = new double[shapes.size()][shapes.size()];
    for (int a = 0; a < shapes.size(); a++) {
      for (int b = 0; b < a; b++) {
        double gap = TOUCHING + shapes.get(a).gap(shapes.get(b));
        closeness[a][b] = closeness[b][a] = ANYWHERE + 1 / gap;
      }
    }
    return closeness;
  }

  private static double cost(int topic, Shade shade, Shade[] chosen, double[][] closeness) {
    double cost = 0;
    for (int other = 0; other < chosen.length; other++) {
      if (other != topic) {
        double apart = 0.5 + shade.distance(chosen[other]);
        cost += closeness[topic][other] / (apart * apart * apart);
      }
    }
    return cost;
  }

  /// A tone, and how it looks on both backgrounds to each kind of colour vision.
  private record Shade(Tone tone, List<double[]> looks) {
    static Shade of(Tone tone) {
      List<double[]> looks = new ArrayList<>();
      for (Vision vision : Vision.values()) {
        looks.add(Color.of(tone.light()).oklab(vision));
        looks.add(Color.of(tone.dark()).oklab(vision));
      }
      return new Shade(tone, looks);
    }

    /// How far apart the two look with the kind of colour vision to which they look most alike.
    double distance(Shade other) {
      double least = Double.POSITIVE_INFINITY;
      for (int look = 0; look < looks.size(); look++) {
        double[] a = looks.get(look);
        double[] b = other.looks.get(look);
        double square = 0;
        for (int i = 0; i < 3; i++) {
          square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        least = Math.min(least, square);
      }
      return 100 * Math.sqrt(least);
    }
  }
}
