package org.papermap.viz.internal.svg;

import java.util.Locale;
import org.papermap.viz.internal.colors.Color;
import org.papermap.viz.internal.page.PageTemplate;

/// A picture in SVG 1.1, built up piece by piece. Lengths are in pixels, to a tenth, y down. Not
/// for several threads at once.
public final class SvgDrawing {
  private static final String PAPER = "#fbfaf7";
  private static final String INK = "#2b2a27";
  private static final String FAINT = "#d8d5cc";

  private final StringBuilder svg = new StringBuilder();

  public SvgDrawing(int width, int height) {
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
            + " font-family='system-ui, sans-serif' font-size='13' fill='%s'>\n",
        width, height, width, height, INK);
    add("<rect width='%d' height='%d' fill='%s'/>\n", width, height, PAPER);
  }

  /// Where a text begins, ends or has its middle.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  public SvgDrawing dot(double x, double y, double radius, Color color) {
    return add("<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>\n", x, y, radius, color.hex());
  }

  public SvgDrawing bar(double x, double y, double width, double height, Color color) {
    return add(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>\n",
        x, y, width, height, color.hex());
  }

  /// A faint straight line.
  public SvgDrawing rule(double x, double y, double toX, double toY) {
    return add("<path d='M%.1f %.1fL%.1f %.1f' stroke='%s'/>\n", x, y, toX, toY, FAINT);
  }

  public SvgDrawing text(double x, double y, Anchor anchor, String text) {
    return add(
        "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>\n",
        x, y, anchor.name().toLowerCase(Locale.ROOT), PageTemplate.escaped(text));
  }

  private SvgDrawing add(String piece, Object... values) {
    svg.append(String.format(Locale.ROOT, piece, values));
    return this;
  }

  /// The picture, complete.
  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
