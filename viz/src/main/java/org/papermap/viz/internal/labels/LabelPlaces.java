package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.List;
import org.papermap.layout.Layout;
import org.papermap.viz.internal.shapes.Box;
import org.papermap.viz.internal.shapes.TopicShape;

/// The places where the name of a group may stand, and how good each is: best where its own papers
/// are densest, and worse where those of others are.
final class LabelPlaces {
  /// The whole map in a window on a desk, by which places are judged, in pixels.
  static final double DESK = 780;

  /// The whole map on a phone, in pixels of the desk's letters.
  static final double PHONE = 420;

  /// Papers up to this many pixels beside a name count as around it.
  static final double GROUND = 8;

  /// A name is understood as its group's if at least this share of the papers around it are of the
  /// group.
  static final double OWN_SHARE = 0.6;

  /// The cost of a name among the papers of others.
  private static final double FOREIGN = 25;

  /// The cost of letters that are smaller than they should be, for the whole of their size.
  private static final double SMALLER = 14;

  /// Names wider than this had better be broken.
  private static final double WIDE = 150;

  private static final double GAP = 6;

  /// Papers of a group that are tried as middles of its name.
  private static final int MOST_TRIED = 48;

  /// Up to so many papers, a name should hide none of them.
  private static final double FEW_PAPERS = 400;

  private final Layout layout;
  private final DotCover dots;
  private final double dotCost;
  private final double thinCost;
  private final Box extent;

  /// A place that a name may have, and what that costs.
  ///
  /// @param own the share of the group's papers among those around it
  record Place(LabelText text, LabelBox box, double own, double cost) {}

  /// A group whose name is to be placed.
  ///
  /// @param rows its papers
  /// @param siblings groups of the same kind: the name must not seem to be one of theirs
  record Group(TopicShape shape, List<Integer> rows, List<TopicShape> siblings) {}

  /// @param extent a box around all that is drawn
  LabelPlaces(Layout layout, Box extent) {
    this.layout = layout;
    this.dots = DotCover.ofAll(layout);
    double few = Math.max(0, 1 - layout.rows() / FEW_PAPERS);
    this.dotCost = 4 * few;
    this.thinCost = 4 * (1 - few);
    this.extent = extent;
  }

  /// All places for a name, judged on a map of this scale.
  List<Place> of(List<LabelText> texts, Group group, double scale) {
    DotCover own = DotCover.of(layout, group.rows);
    List<Place> places = new ArrayList<>();
    double full = texts.stream().mapToDouble(LabelText::size).max().orElse(1);
    for (LabelText text : texts) {
      List<LabelBox> boxes = boxes(text, group);
      int most = 1;
      for (LabelBox box : boxes) {
        most = Math.max(most, own.within(box, scale, GROUND));
      }
      for (LabelBox box : boxes) {
        int inside = own.within(box, scale, GROUND);
        int all = dots.within(box, scale, GROUND);
        double share = all == 0 ? 0 : (double) inside / all;
        double cost = 0.3 * (text.lines().size() - 1) + Math.max(0, text.width() - WIDE) / 80;
        cost += SMALLER * (1 - text.size() / full);
        cost +=
            thinCost * (1 - (double) inside / most)
                + 7 * (1 - share)
                + (share < OWN_SHARE ? FOREIGN : 0);
        places.add(new Place(text, box, share, cost + cost(box, group, scale)));
      }
    }
    return places;
  }

  /// How many papers a label hides.
  int hidden(LabelBox box, double scale) {
    return dots.within(box, scale, 1);
  }

  private List<LabelBox> boxes(LabelText text, Group group) {
    List<LabelBox> boxes = around(group.shape, text);
    int step = Math.ceilDiv(group.rows.size(), MOST_TRIED);
    for (int i = 0; i < group.rows.size(); i += step) {
      int row = group.rows.get(i);
      boxes.add(new LabelBox(layout.x(row), layout.y(row), 0, 0, text.width(), text.height()));
    }
    return boxes;
  }

  /// Boxes across and around the dense part of a group.
  private static List<LabelBox> around(TopicShape group, LabelText text) {
    Box box = group.box();
    double w = text.width() / 2;
    double h = text.height() / 2;
    double[][] across = {
      {group.x(), 0},
      {(box.left() + box.right()) / 2, 0},
      {box.left(), w},
      {box.right(), -w},
      {box.left(), -w - GAP},
      {box.right(), w + GAP},
    };
    double[][] up = {
      {box.top(), -h - GAP},
      {box.top(), h},
      {group.y(), -h - GAP},
      {group.y(), 0},
      {group.y(), h + GAP},
      {box.bottom(), -h},
      {box.bottom(), h + GAP},
    };
    List<LabelBox> boxes = new ArrayList<>();
    for (double[] x : across) {
      for (double[] y : up) {
        boxes.add(new LabelBox(x[0], y[0], x[1], y[1], text.width(), text.height()));
      }
    }
    return boxes;
  }

  /// The cost of a place, whatever papers are around it: distance, dots hidden, parts outside the
  /// map.
  private double cost(LabelBox box, Group group, double scale) {
    double x = box.centreX(scale);
    double y = box.centreY(scale);
    TopicShape shape = group.shape;
    double away = Math.hypot(x - shape.x() * scale, y - shape.y() * scale);
    double cost = away / 60 + dotCost * dots.within(box, scale, 2);
    for (TopicShape sibling : group.siblings) {
      boolean nearer = Math.hypot(x - sibling.x() * scale, y - sibling.y() * scale) < away;
      // A name that stands nearer to another topic's middle would be taken for that topic's.
      cost += sibling != shape && nearer ? 3 : 0;
    }
    return cost + outside(box, scale) / 6;
  }

  private double outside(LabelBox box, double scale) {
    double x = box.centreX(scale);
    double y = box.centreY(scale);
    return Math.max(0, extent.left() * scale - x + box.width() / 2)
        + Math.max(0, x + box.width() / 2 - extent.right() * scale)
        + Math.max(0, extent.bottom() * scale - y + box.height() / 2)
        + Math.max(0, y + box.height() / 2 - extent.top() * scale);
  }
}
