package org.papermap.viz.internal.labels;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.layout.Layout;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;

/// From which scale on each paper's title is seen beside its dot: where it hides neither another
/// dot nor any label. Central papers of topics come first, then the others by row.
///
/// The page needs a side and a scale of each, which go into one number: see [#codes()].
public final class TitleLabels {
  /// The least scale for titles: the whole map is then 3.4 windows wide.
  private static final double LEAST = 3.4 * LabelPlaces.DESK;

  /// Scales are kept in steps of an eighth of a doubling, up to 62 of them.
  public static final int STEPS = 8;

  private static final int MOST_STEPS = 62;

  /// Dots up to this radius are kept free; larger ones are drawn only where there is much room.
  private static final double DOT = 5;

  private static final double BESIDE = 7;

  /// The farthest that two dots can be from each other while their titles meet, in pixels: titles
  /// of two lines stand beside both.
  private static final double REACH_ACROSS = 460;

  private static final double REACH_UP = 74;

  /// The mean number of papers near a paper; the time grows with it.
  private static final double MOST_NEAR = 158;

  private enum Side {
    RIGHT,
    LEFT,
    ABOVE,
    BELOW
  }

  private final PaperMap map;
  private final List<MapLabel> labels;
  private final double least;
  private final int columns;
  private final int lines;
  private final int[] starts;
  private final int[] rows;
  private final LabelBox[] dots;
  private final @Nullable MapLabel[] titles;
  private final int[] codes;

  private TitleLabels(PaperMap map, List<MapLabel> labels) {
    this.map = map;
    this.labels = labels;
    int papers = map.corpus().size();
    // Of very many papers only those in a small part of the map can have titles at a time: so many
    // are then near enough to each other to be in the way.
    this.least = Math.max(LEAST, Math.sqrt(9 * REACH_ACROSS * REACH_UP * papers / MOST_NEAR));
    this.columns = (int) Math.max(1, least / REACH_ACROSS);
    this.lines = (int) Math.max(1, least / REACH_UP);
    this.starts = new int[columns * lines + 1];
    this.rows = new int[papers];
    this.dots = new LabelBox[papers];
    this.titles = new MapLabel[papers];
    this.codes = new int[papers];
    sort(map.layout());
  }

  public static TitleLabels of(PaperMap map, List<MapLabel> labels) {
    TitleLabels titles = new TitleLabels(map, labels);
    for (Topic topic : map.topics()) {
      topic.exemplars().forEach(titles::place);
    }
    for (int row = 0; row < map.corpus().size(); row++) {
      if (titles.titles[row] == null) {
        titles.place(row);
      }
    }
    return titles;
  }

  /// For each paper 0 where its title has no room anywhere near, else four times one more than the
  /// number of steps of its scale above [#least()], plus the side of the dot: right, left, above,
  /// below.
  public int[] codes() {
    return codes;
  }

  /// The least scale for titles, in pixels the map is wide.
  public double least() {
    return least;
  }

  private int column(double x) {
    return Math.clamp((int) (x * columns), 0, columns - 1);
  }

  private int line(double y) {
    return Math.clamp((int) (y * lines), 0, lines - 1);
  }

  private void sort(Layout layout) {
    int papers = layout.rows();
    int[] cells = new int[papers];
    for (int row = 0; row < papers; row++) {
      dots[row] = LabelBox.dot(layout.x(row), layout.y(row), DOT);
      cells[row] = line(layout.y(row)) * columns + column(layout.x(row));
      starts[cells[row] + 1]++;
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    int[] next = starts.clone();
    for (int row = 0; row < papers; row++) {
      rows[next[cells[row]]++] = row;
    }
  }

  private void place(int row) {
    LabelText text = LabelText.title(map.corpus().paper(row).title());
    int[] near = near(row);
    double closest = least * Math.pow(2, (double) MOST_STEPS / STEPS);
    for (Side side : Side.values()) {
      LabelBox box = box(row, text, side);
      double from = clearance(box, row, near, closest);
      if (from < closest) {
        closest = from;
        int steps = (int) Math.ceil(STEPS * Math.log(from / least) / Math.log(2) - 1e-9);
        double seenFrom = least * Math.pow(2, (double) steps / STEPS);
        titles[row] =
            new MapLabel(LabelKind.TITLE, row, text, box, seenFrom, Double.POSITIVE_INFINITY);
        codes[row] = 4 * (steps + 1) + side.ordinal();
      }
    }
  }

  private LabelBox box(int row, LabelText text, Side side) {
    double across = BESIDE + text.width() / 2;
    double up = BESIDE + text.height() / 2;
    return new LabelBox(
        map.layout().x(row),
        map.layout().y(row),
        switch (side) {
          case RIGHT -> across;
          case LEFT -> -across;
          case ABOVE, BELOW -> 0;
        },
        switch (side) {
          case ABOVE -> -up;
          case BELOW -> up;
          case RIGHT, LEFT -> 0;
        },
        text.width(),
        text.height());
  }

  /// The papers in the cell of this one and in those around it, which stand side by side in three
  /// stretches of `rows`.
  private int[] near(int row) {
    int column = column(map.layout().x(row));
    int line = line(map.layout().y(row));
    int[] near = new int[0];
    for (int j = Math.max(0, line - 1); j <= Math.min(lines - 1, line + 1); j++) {
      int from = starts[j * columns + Math.max(0, column - 1)];
      int to = starts[j * columns + Math.min(columns - 1, column + 1) + 1];
      int found = near.length;
      near = Arrays.copyOf(near, found + to - from);
      System.arraycopy(rows, from, near, found, to - from);
    }
    return near;
  }

  /// The scale from which on a title meets nothing; not told exactly where it is above `most`.
  private double clearance(LabelBox box, int row, int[] near, double most) {
    double from = least;
    for (int other : near) {
      if (other != row) {
        from = box.clearance(dots[other], from);
        MapLabel title = titles[other];
        from = title == null ? from : MapLabel.clearance(box, title, from);
      }
      if (from >= most) {
        return from;
      }
    }
    for (MapLabel label : labels) {
      from = MapLabel.clearance(box, label, from);
    }
    return from;
  }
}
