package org.papermap.viz.internal.svg;

/// What stands in the `d` of an SVG path, built up piece by piece, in pixels to a tenth. Not for
/// several threads at once.
public final class SvgPath {
  private final StringBuilder path = new StringBuilder();

  public SvgPath moveTo(double x, double y) {
    return add('M', x, y);
  }

  /// A quadratic curve.
  public SvgPath curveTo(double controlX, double controlY, double x, double y) {
    add('Q', controlX, controlY);
    return add(' ', x, y);
  }

  /// A line of no length, which a round end makes a dot.
  public SvgPath dot(double x, double y) {
    moveTo(x, y);
    path.append("h0");
    return this;
  }

  public SvgPath close() {
    path.append('Z');
    return this;
  }

  public boolean isEmpty() {
    return path.isEmpty();
  }

  private SvgPath add(char step, double x, double y) {
    path.append(step);
    addTenths(Math.round(10 * x));
    path.append(' ');
    addTenths(Math.round(10 * y));
    return this;
  }

  /// Pictures have a number for each paper: to format them by a pattern takes ten times as long.
  private void addTenths(long tenths) {
    path.append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10).append('.');
    path.append(Math.abs(tenths) % 10);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
