package org.papermap.viz.internal.labels;

/// The kinds of text on the map, with their sizes in pixels on a desk. On a phone all are smaller
/// by one factor, see `js/labels.js`.
public enum LabelKind {
  AREA(19, 720, 22, 5, 1),
  TOPIC(15.5, 640, 18, 4, 1),
  /// In place of a topic's name where that has no room: its number, as in the legend.
  NUMBER(12.5, 700, 22, 0, 1),
  SUBTOPIC(12.5, 560, 15, 3.5, 1),
  /// A paper's title. Regular letters are at most this much narrower than bold ones.
  TITLE(11.5, 400, 14, 3, 0.97);

  public final double size;
  public final int weight;
  public final double leading;
  public final double halo;
  final double narrowness;

  LabelKind(double size, int weight, double leading, double halo, double narrowness) {
    this.size = size;
    this.weight = weight;
    this.leading = leading;
    this.halo = halo;
    this.narrowness = narrowness;
  }
}
