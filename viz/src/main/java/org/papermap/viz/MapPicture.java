package org.papermap.viz;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.papermap.map.PaperMap;
import org.papermap.viz.internal.colors.Tone;
import org.papermap.viz.internal.labels.LabelKind;
import org.papermap.viz.internal.labels.MapDrawing;
import org.papermap.viz.internal.labels.MapLabel;
import org.papermap.viz.internal.labels.MapLabels;
import org.papermap.viz.internal.page.PageTemplate;
import org.papermap.viz.internal.shapes.Box;
import org.papermap.viz.internal.shapes.MapShapes;
import org.papermap.viz.internal.shapes.Ring;
import org.papermap.viz.internal.svg.SvgPath;

/// Draws a map as an SVG picture, as the page shows the whole of it in the light theme: the same
/// places, outlines, colours and labels, and no browser needed. The picture has neither script nor
/// link. Equal maps give equal bytes.
final class MapPicture {
  /// The map's longer side in pixels. Labels were solved for about this size.
  private static final double SCALE = 900;

  private static final double MARGIN = 28;
  private static final double BLUR = 9;

  /// Sizes of dots that are told apart.
  private static final int SIZES = 5;

  private static final double LARGEST_DOT = 4.5;
  private static final double SMALLEST_DOT = 1;

  /// Letters, as in `css/tokens.css`.
  private static final String TEXT = "#1b1d21";

  private static final String QUIET_TEXT = "#565b66";

  /// Dots of papers without a topic, as in `js/colors.js`.
  private static final String NO_TOPIC = "#8a8a86";

  /// Letters of labels are narrower in most fonts than the room kept for them.
  private static final String FONTS =
      "ui-sans-serif, -apple-system, 'Segoe UI', Inter, Roboto, 'Noto Sans', Helvetica, Arial,"
          + " sans-serif";

  private final PaperMap map;
  private final MapShapes shapes;
  private final List<MapLabel> labels;
  private final List<Tone> tones;
  private final List<Double> weights;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final StringBuilder svg = new StringBuilder();

  private MapPicture(MapDrawing drawing) {
    this.map = drawing.map();
    this.shapes = drawing.shapes();
    this.labels = MapLabels.seenAt(drawing.labels(), SCALE);
    this.tones = drawing.tones();
    this.weights = drawing.importance().weights();
    Box box = box();
    this.left = box.left() - MARGIN;
    this.top = box.top() + MARGIN;
    this.width = Math.ceil(box.right() - box.left() + 2 * MARGIN);
    this.height = Math.ceil(box.top() - box.bottom() + 2 * MARGIN);
  }

  /// The picture as text, to be stored as UTF-8.
  static String toSvg(PaperMap map) {
    return toSvg(MapDrawing.of(map));
  }

  static String toSvg(MapDrawing drawing) {
    return new MapPicture(drawing).draw();
  }

  /// A box around all that is drawn, in pixels.
  private Box box() {
    if (map.corpus().isEmpty()) {
      return new Box(0, 0, SCALE, SCALE / 2);
    }
    Box box = shapes.extent().times(SCALE);
    for (MapLabel label : labels) {
      double x = label.box().centreX(SCALE);
      double y = label.box().centreY(SCALE);
      double w = label.box().width() / 2;
      double h = label.box().height() / 2;
      box = box.union(new Box(x - w, y - h, x + w, y + h));
    }
    return box;
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0"
            + " %.0f %.0f\" role=\"img\" font-family=\"%s\">\n",
        width, height, width, height, FONTS);
    add("<title>%s</title>\n", escaped(map.title()));
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", Tone.LIGHT_BACKGROUND.hex());
    glow();
    dots();
    add("<g text-anchor=\"middle\" paint-order=\"stroke\" stroke-linejoin=\"round\">\n");
    labels.forEach(this::label);
    svg.append("</g>\n</svg>\n");
    return svg.toString();
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private double x(double place) {
    return place * SCALE - left;
  }

  private double y(double place) {
    return top - place * SCALE;
  }

  /// A soft light on the dense ground of each topic.
  private void glow() {
    add(
        "<filter id=\"glow\" x=\"-10%%\" y=\"-10%%\" width=\"120%%\" height=\"120%%\">"
            + "<feGaussianBlur stdDeviation=\"%s\"/></filter>\n<g filter=\"url(#glow)\">\n",
        BLUR);
    for (int topic = 0; topic < tones.size(); topic++) {
      fill(shapes.topics().get(topic).outer(), tones.get(topic), 0.2);
      fill(shapes.topics().get(topic).core(), tones.get(topic), 0.22);
    }
    add("</g>\n");
  }

  private void fill(List<Ring> rings, Tone tone, double alpha) {
    SvgPath path = new SvgPath();
    rings.forEach(ring -> addSmooth(ring, path));
    add(
        "<path d=\"%s\" fill=\"%s\" fill-opacity=\"%s\" fill-rule=\"evenodd\"/>\n",
        path, tone.light(), alpha);
  }

  /// A smooth closed line through the middles of the sides.
  private void addSmooth(Ring ring, SvgPath path) {
    int points = ring.points();
    for (int i = 0; i <= points; i++) {
      double x = x(ring.x(i % points));
      double y = y(ring.y(i % points));
      double middleX = (x + x(ring.x((i + 1) % points))) / 2;
      double middleY = (y + y(ring.y((i + 1) % points))) / 2;
      if (i == 0) {
        path.moveTo(middleX, middleY);
      } else {
        path.curveTo(x, y, middleX, middleY);
      }
    }
    path.close();
  }

  /// All dots of one size and colour in one path, the most important papers last.
  private void dots() {
    for (int size = 0; size < SIZES; size++) {
      for (int topic = -1; topic < tones.size(); topic++) {
        String color = topic < 0 ? NO_TOPIC : tones.get(topic).light();
        SvgPath path = new SvgPath();
        for (int row = 0; row < map.corpus().size(); row++) {
          if (map.tree().topics().label(row) == topic && size(row) == size) {
            path.dot(x(map.layout().x(row)), y(map.layout().y(row)));
          }
        }
        if (!path.isEmpty()) {
          dotted(path, color, 2 * radius(size));
        }
      }
    }
  }

  private int size(int row) {
    return (int) Math.rint(weights.get(row) * (SIZES - 1));
  }

  private void dotted(SvgPath path, String color, double thickness) {
    add(
        "<path d=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linecap=\"round\"/>\n",
        path, color, thickness);
  }

  /// Large dots for few papers, small ones for many, and larger ones for important papers.
  private double radius(int size) {
    double papers = Math.max(1, map.corpus().size());
    double base = Math.clamp(45 / Math.sqrt(papers), SMALLEST_DOT, LARGEST_DOT);
    double more = Math.min(4, 1.2 + 1.2 * base);
    return base + more * Math.pow((double) size / (SIZES - 1), 1.5);
  }

  private void label(MapLabel label) {
    LabelKind kind = label.kind();
    double size = label.text().size();
    String color = labelColor(label);
    double x = label.box().centreX(SCALE) - left;
    double middle = top - label.box().centreY(SCALE);
    if (kind == LabelKind.NUMBER) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"11\" fill=\"%s\" stroke=\"%s\"/>\n",
          x, middle, Tone.LIGHT_BACKGROUND.hex(), color);
    }
    List<String> lines = label.text().lines();
    for (int i = 0; i < lines.size(); i++) {
      // A third of the letters' size below the middle is where their line is.
      double y =
          middle + (i - (lines.size() - 1) / 2.0) * kind.leading * size / kind.size + 0.35 * size;
      add(
          "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%s\" font-weight=\"%d\" fill=\"%s\""
              + " stroke=\"%s\" stroke-width=\"%s\">%s</text>\n",
          x,
          y,
          size,
          kind.weight,
          color,
          Tone.LIGHT_BACKGROUND.hex(),
          kind.halo,
          escaped(lines.get(i)));
    }
  }

  private String labelColor(MapLabel label) {
    return switch (label.kind()) {
      case AREA -> TEXT;
      case LANDMARK, TITLE -> QUIET_TEXT;
      case TOPIC, ISLAND, NUMBER -> tones.get(label.number()).lightInk();
      case SUBTOPIC -> QUIET_TEXT;
    };
  }

  /// Text as it may stand in XML: what XML 1.0 does not allow at all is left out.
  private static String escaped(String text) {
    String allowed =
        text.codePoints()
            .filter(it ->
                it == '\t'
                    || it == '\n'
                    || it >= ' ' && it < 0xd800
                    || it > 0xdfff && it < 0xfffe
                    || it > 0xffff)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return PageTemplate.escaped(allowed);
  }
}
