package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.layout.Layout;
import org.papermap.map.PaperMap;

/// From which scale on each paper's title is seen, whole, beside its dot: where it hides no label.
/// The most important papers come first, and may hide the dots of others; the rest hides none.
///
/// The page needs a side and a scale of each, which go into one number: see [#codes()].
public final class TitleLabels {
  /// The least scale for titles: the whole map is then three windows wide.
  private static final double LEAST = 3 * LabelPlaces.DESK;

  /// A few papers leave room for titles on the whole map, or soon after.
  private static final double LEAST_OF_FEW = 1.2 * LabelPlaces.DESK;

  /// So many papers are no longer few.
  private static final double MANY = 1500;

  /// Scales are kept in steps of an eighth of a doubling, up to 62 of them.
  public static final int STEPS = 8;

  private static final int MOST_STEPS = 62;

  /// Dots up to this radius are kept free; larger ones are drawn only where there is much room.
  private static final double DOT = 4;

  private static final double BESIDE = 7;

  /// The farthest that two dots can be from each other while their titles meet, in pixels: titles
  /// of four lines stand beside both.
  private static final double REACH_ACROSS = 520;

  private static final double REACH_UP = 132;

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
  private final @Nullable MapLabel[] titles;
  private final int[] codes;

  /// How far dots, and titles that have a place, reach from the dot's middle on both sides.
  private final double[] reachAcross;

  private final double[] reachUp;

  private TitleLabels(PaperMap map, List<MapLabel> labels) {
    this.map = map;
    this.labels = labels;
    int papers = map.corpus().size();
    double many = Math.min(1, papers / MANY);
    this.least = LEAST_OF_FEW + (LEAST - LEAST_OF_FEW) * many;
    this.titles = new MapLabel[papers];
    this.codes = new int[papers];
    this.reachAcross = new double[papers];
    this.reachUp = new double[papers];
    Arrays.fill(reachAcross, DOT);
    Arrays.fill(reachUp, DOT);
  }

  /// @param order the rows, the most important first
  public static TitleLabels of(PaperMap map, List<MapLabel> labels, List<Integer> order) {
    TitleLabels titles = new TitleLabels(map, labels);
    // Of very many papers only those in a small part of the map can have titles at a time: so many
    // are then near enough to each other to be in the way.
    int first = (int) (MOST_NEAR * titles.least * titles.least / (9 * REACH_ACROSS * REACH_UP));
    List<Integer> important = order.subList(0, Math.min(order.size(), first));
    Near others = new Near(map.layout(), important, titles.least);
    important.forEach(row -> titles.place(row, others, titles.least, false));
    double later =
        Math.max(titles.least, Math.sqrt(9 * REACH_ACROSS * REACH_UP * order.size() / MOST_NEAR));
    Near all = new Near(map.layout(), order, later);
    for (int row : order) {
      if (titles.titles[row] == null) {
        titles.place(row, all, later, true);
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

  /// Papers in cells as large as titles reach on a map of some scale.
  private static final class Near {
    private final Layout layout;
    private final int columns;
    private final int lines;
    private final int[] starts;
    private final int[] rows;

    Near(Layout layout, List<Integer> members, double scale) {
      this.layout = layout;
      this.columns = (int) Math.max(1, scale / REACH_ACROSS);
      this.lines = (int) Math.max(1, scale / REACH_UP);
      this.starts = new int[columns * lines + 1];
      this.rows = new int[members.size()];
      for (int row : members) {
        starts[cell(row) + 1]++;
      }
      for (int cell = 1; cell < starts.length; cell++) {
        starts[cell] += starts[cell - 1];
      }
      int[] next = starts.clone();
      for (int row : members) {
        rows[next[cell(row)]++] = row;
      }
    }

    private int cell(int row) {
      return line(row) * columns + column(row);
    }

    private int column(int row) {
      return Math.clamp((int) (layout.x(row) * columns), 0, columns - 1);
    }

    private int line(int row) {
      return Math.clamp((int) (layout.y(row) * lines), 0, lines - 1);
    }

    /// The papers in the cell of this one and in those around it, which stand side by side in three
    /// stretches of `rows`.
    int[] of(int row) {
      int column = column(row);
      int line = line(row);
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
  }

  private void place(int row, Near others, double from, boolean hidesNone) {
    LabelText text = LabelText.title(map.corpus().paper(row).title());
    int[] near = inReach(row, text, others.of(row), from);
    List<MapLabel> names = names(row, from);
    double closest = least * Math.pow(2, (double) MOST_STEPS / STEPS);
    for (Side side : Side.values()) {
      LabelBox box = box(row, text, side);
      double clear = clearance(box, row, near, names, from, closest, hidesNone);
      if (clear < closest) {
        closest = clear;
        int steps = (int) Math.ceil(STEPS * Math.log(clear / least) / Math.log(2) - 1e-9);
        double seenFrom = least * Math.pow(2, (double) steps / STEPS);
        titles[row] =
            new MapLabel(LabelKind.TITLE, row, text, box, seenFrom, Double.POSITIVE_INFINITY);
        codes[row] = 4 * (steps + 1) + side.ordinal();
        reachAcross[row] = BESIDE + text.width();
        reachUp[row] = BESIDE + text.height();
      }
    }
  }

  /// The papers that a title can meet on any side of its dot, from a scale on. Nearly all are
  /// farther. Leaving those out once, and not for each side, saves two thirds of the time.
  private int[] inReach(int row, LabelText text, int[] near, double from) {
    double across = BESIDE + text.width();
    double up = BESIDE + text.height();
    int[] met = new int[near.length];
    int count = 0;
    for (int other : near) {
      double dx = Math.abs(map.layout().x(other) - map.layout().x(row));
      double dy = Math.abs(map.layout().y(other) - map.layout().y(row));
      boolean meets =
          dy * from < up + reachUp[other]
              && dx * from < across + reachAcross[other]
              && other != row;
      if (meets) {
        met[count++] = other;
      }
    }
    return Arrays.copyOf(met, count);
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

  /// The scale from which on a title meets nothing; not told exactly where it is above `most`.
  private double clearance(
      LabelBox box,
      int row,
      int[] near,
      List<MapLabel> names,
      double least,
      double most,
      boolean hidesNone) {
    double from = least;
    for (int other : near) {
      if (other != row) {
        if (hidesNone) {
          LabelBox dot = LabelBox.dot(map.layout().x(other), map.layout().y(other), DOT);
          from = box.clearance(dot, from);
        }
        MapLabel title = titles[other];
        from = title == null ? from : MapLabel.clearance(box, title, from);
      }
      if (from >= most) {
        return from;
      }
    }
    return MapLabels.clearance(box, names, from);
  }

  /// The labels that a paper's title can meet from a scale on. Its own short name is none of them:
  /// it goes when its title comes.
  private List<MapLabel> names(int row, double scale) {
    double x = map.layout().x(row) * scale;
    double y = map.layout().y(row) * scale;
    List<MapLabel> names = new ArrayList<>();
    for (MapLabel label : labels) {
      LabelBox box = label.box();
      boolean own = label.kind() == LabelKind.LANDMARK && label.number() == row;
      boolean near =
          Math.abs(box.x() * scale - x) < REACH_ACROSS + Math.abs(box.dx()) + box.width()
              && Math.abs(box.y() * scale - y) < REACH_UP + Math.abs(box.dy()) + box.height();
      if (near && !own && label.to() > scale) {
        names.add(label);
      }
    }
    return names;
  }
}
