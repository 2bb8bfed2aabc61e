package org.papermap.viz.internal.labels;

/// A name on the map, and the scales at which it is seen.
///
/// @param number of the area, topic or sub-topic it names
/// @param from the scale from which on it is seen, in pixels the map is wide on a desk
/// @param to the scale from which on it is no longer seen; infinite for most
public record MapLabel(
    LabelKind kind, int number, LabelText text, LabelBox box, double from, double to) {
  boolean isSeenAt(double scale) {
    return scale >= from && scale < to;
  }

  /// From which scale on, not below `least`, a box that is seen for good stands apart from a label.
  static double clearance(LabelBox box, MapLabel other, double least) {
    if (box.isApartFrom(least, other.box)) {
      return least;
    }
    LabelBox.Scales meeting = box.meeting(other.box);
    // Where the other is seen later than they meet, or no longer when they do, it does no harm.
    boolean harmless = !meeting.any() || other.from >= meeting.to() || other.to <= meeting.from();
    return harmless ? least : Math.max(least, Math.min(meeting.to(), other.to));
  }
}
