package org.papermap.viz.internal.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.Decimals;
import org.papermap.map.internal.changes.MapDiff;

/// What a comparison of two maps says, for programs.
///
/// @param nothingChanged whether no paper came, went or moved at all, and no topic changed
/// @param medianMove of the papers on both maps, as a share of the map's side, as ninetiethMove
/// @param arrived papers that the earlier map has not
/// @param gone papers that the later map has not
/// @param moved papers that moved by a twentieth of the map's side or more, the farthest first
/// @param topics what became of each topic: those of the later map, then those that are gone
public record DiffDocument(
    boolean nothingChanged,
    Side earlier,
    Side later,
    int shared,
    double medianMove,
    double ninetiethMove,
    List<Entry> arrived,
    List<Entry> gone,
    List<Entry> moved,
    List<TopicHistory> topics) {

  /// A map.
  ///
  /// @param day on which it was made, or null where none of its papers has a date
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Side(String title, @Nullable LocalDate day, int papers, int topics) {
    static Side of(MapDescription map) {
      return new Side(map.title(), map.history().day(), map.papers().size(), map.topics().size());
    }
  }

  /// A paper.
  ///
  /// @param topic the name of its topic, on the later map unless it is gone; empty where it has
  ///   none
  /// @param earlierTopic the same on the earlier map, null where it is new or gone
  /// @param move how far it has moved, null where it is new or gone
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String id,
      String title,
      @Nullable LocalDate date,
      @Nullable URI url,
      String topic,
      @Nullable String earlierTopic,
      @Nullable Double move) {
    private static Entry of(MapDescription map, int row) {
      MappedPaper paper = map.papers().get(row);
      return new Entry(
          paper.id(), paper.title(), paper.date(), paper.url(), map.topicName(paper), null, null);
    }

    private static Entry moved(MapDiff diff, int row) {
      Entry now = of(diff.later(), row);
      MapDescription before = diff.earlier();
      return new Entry(
          now.id,
          now.title,
          now.date,
          now.url,
          now.topic,
          before.topicName(before.papers().get(diff.rows().get(row))),
          Decimals.rounded(diff.moves().get(row)));
    }
  }

  public static DiffDocument of(MapDiff diff) {
    return new DiffDocument(
        diff.isNothing(),
        Side.of(diff.earlier()),
        Side.of(diff.later()),
        (int) diff.rows().stream().filter(row -> row >= 0).count(),
        Decimals.rounded(diff.movement(0.5)),
        Decimals.rounded(diff.movement(0.9)),
        diff.arrived().stream().map(row -> Entry.of(diff.later(), row)).toList(),
        diff.gone().stream().map(row -> Entry.of(diff.earlier(), row)).toList(),
        diff.moved().stream().map(row -> Entry.moved(diff, row)).toList(),
        diff.topics());
  }
}
