package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.List;
import org.papermap.viz.internal.shapes.Box;
import org.papermap.viz.internal.shapes.TopicShape;

/// Where the label of a group may stand, and how well it stands there.
final class LabelPlaces {
  /// The whole map in a window on a desk, by which places are judged, in pixels.
  static final double DESK = 780;

  /// The whole map on a phone, in pixels of the desk's letters.
  static final double PHONE = 420;

  private static final double GAP = 6;

  private final DotCover dots;
  private final TopicGround ground;
  private final double dotCost;
  private final Box extent;

  /// @param extent a box around all that is drawn
  LabelPlaces(DotCover dots, TopicGround ground, int papers, Box extent) {
    this.dots = dots;
    this.ground = ground;
    // Of few papers each counts; among thousands a name may stand on some.
    this.dotCost = 2.5 * Math.min(1, 200.0 / Math.max(1, papers));
    this.extent = extent;
  }

  /// Boxes across and around the dense part of a group.
  static List<LabelBox> of(TopicShape group, LabelText text) {
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

  /// What a place costs: dots hidden, distance, foreign ground, parts outside the map.
  ///
  /// @param scale at which it is looked at
  /// @param siblings groups of the same kind: the name must not seem to be one of theirs
  /// @param own the topics whose ground it may stand on
  double cost(
      LabelBox box,
      TopicShape group,
      int lines,
      double scale,
      List<TopicShape> siblings,
      int... own) {
    double x = box.centreX(scale);
    double y = box.centreY(scale);
    double away = Math.hypot(x - group.x() * scale, y - group.y() * scale);
    double cost = dotCost * dots.within(box, scale, 2);
    cost += away / 45 + gap(box, group, scale) / 7 + (lines - 1) * 0.4;
    for (TopicShape sibling : siblings) {
      boolean nearer = Math.hypot(x - sibling.x() * scale, y - sibling.y() * scale) < away;
      // A name that stands nearer to another topic's middle would be taken for that topic's.
      cost += sibling != group && nearer ? 5 : 0;
    }
    for (double part = -0.35; part < 0.4; part += 0.35) {
      boolean foreign = ground.isForeign((x + part * box.width()) / scale, y / scale, own);
      cost += foreign ? 3 : 0;
    }
    return cost + outside(box, scale) / 6;
  }

  /// How far a box stands from the box around its group's dense part.
  private static double gap(LabelBox box, TopicShape group, double scale) {
    Box dense = group.box();
    double x = box.centreX(scale);
    double y = box.centreY(scale);
    double beside =
        Math.max(
            dense.left() * scale - x - box.width() / 2,
            x - box.width() / 2 - dense.right() * scale);
    double above =
        Math.max(
            dense.bottom() * scale - y - box.height() / 2,
            y - box.height() / 2 - dense.top() * scale);
    return Math.hypot(Math.max(0, beside), Math.max(0, above));
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
