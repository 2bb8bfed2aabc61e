package org.papermap.viz.internal.labels;

/// The kinds of text on the map, with their usual sizes in pixels on a desk. On a phone all are
/// smaller by one factor, see `js/labels.js`.
public enum LabelKind {
  AREA(22, 720, 25, 5, 1),
  TOPIC(16.5, 680, 18, 5, 1),
  /// A topic's name again, on a part that lies apart from most of its papers.
  ISLAND(12.5, 600, 14.5, 3.5, 1),
  /// In place of a topic's name where that has no room: its number, as in the legend.
  NUMBER(12.5, 700, 22, 0, 1),
  SUBTOPIC(12.5, 560, 14.5, 3.5, 1),
  /// The short name of an important paper.
  LANDMARK(11, 400, 13, 3, 0.97),
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
