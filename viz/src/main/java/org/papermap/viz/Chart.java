package org.papermap.viz;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.viz.internal.colors.Color;
import org.papermap.viz.internal.colors.Tone;
import org.papermap.viz.internal.svg.Axis;
import org.papermap.viz.internal.svg.SvgDrawing;

/// A small picture for a notebook or a report, in SVG, with the same in words.
///
/// @param svg the picture, a document of its own; markup in texts is shown as text
/// @param text what it shows, a line an entry
public record Chart(String svg, String text) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;

  /// Room for the title above, and for the names of axes.
  private static final int MARGIN = 48;

  private static final int RIM = 24;

  /// The width of a letter, on average, and the most of them that have room beside a bar.
  private static final double LETTER = 7.2;

  private static final int LONGEST_NAME = 44;

  private static final Color BLUE = Color.of(Tone.ofCategories(1).getFirst().light());

  /// A map's picture: papers as dots in the colours of their topics, which are named. Papers in no
  /// topic are grey.
  public static Chart map(PaperMap map) {
    return new Chart(
        MapPicture.toSvg(map),
        map.topics().stream().map(Topic::name).collect(Collectors.joining("\n", "", "\n")));
  }

  /// Bars from left to right, one below the other, in the order of the map's entries, each with its
  /// value.
  ///
  /// @param values finite; what is below 0 gets no bar
  public static Chart bars(String title, Map<String, Double> values) {
    int step = 30;
    int left = RIM + (int) (LETTER * Math.min(LONGEST_NAME, longest(values.keySet())));
    SvgDrawing drawing = new SvgDrawing(WIDTH, MARGIN + step * values.size() + step / 2);
    drawing.text(RIM, 28, SvgDrawing.Anchor.START, title);
    double most = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double y = MARGIN;
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      double length = most > 0 ? (WIDTH - left - 80) * Math.max(0, entry.getValue()) / most : 0;
      drawing
          .text(left - 10, y + 15, SvgDrawing.Anchor.END, entry.getKey())
          .bar(left, y, length, step - 9, BLUE)
          .text(left + length + 8, y + 15, SvgDrawing.Anchor.START, figure(entry.getValue()));
      y += step;
    }
    return new Chart(drawing.toString(), words(title, values));
  }

  private static int longest(Set<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  /// Dots by two quantities.
  ///
  /// @param x from left to right, finite
  /// @param y from bottom to top, as many, finite
  public static Chart dots(String xName, String yName, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "%d values beside %d. Give pairs.".formatted(x.length, y.length));
    }
    Axis across = Axis.over(x, MARGIN + 12, WIDTH - RIM);
    Axis up = Axis.over(y, HEIGHT - MARGIN, MARGIN);
    SvgDrawing drawing = new SvgDrawing(WIDTH, HEIGHT);
    for (double tick : across.ticks()) {
      drawing
          .rule(across.place(tick), HEIGHT - MARGIN, across.place(tick), MARGIN)
          .text(across.place(tick), HEIGHT - 28, SvgDrawing.Anchor.MIDDLE, across.written(tick));
    }
    for (double tick : up.ticks()) {
      drawing
          .rule(MARGIN + 12, up.place(tick), WIDTH - RIM, up.place(tick))
          .text(MARGIN + 4, up.place(tick) + 4, SvgDrawing.Anchor.END, up.written(tick));
    }
    drawing
        .text(RIM, 28, SvgDrawing.Anchor.START, yName)
        .text(WIDTH - RIM, HEIGHT - 8, SvgDrawing.Anchor.END, xName);
    for (int i = 0; i < x.length; i++) {
      drawing.dot(across.place(x[i]), up.place(y[i]), 5, BLUE);
    }
    return new Chart(drawing.toString(), yName + " by " + xName + "\n" + pairs(x, y));
  }

  private static String pairs(double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> "%s  %s\n".formatted(figure(x[i]), figure(y[i])))
        .collect(Collectors.joining());
  }

  private static String words(String title, Map<String, Double> values) {
    return values.entrySet().stream()
        .map(entry -> "%s  %s\n".formatted(figure(entry.getValue()), entry.getKey()))
        .collect(Collectors.joining("", title + "\n", ""));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.3f", value);
  }
}
