package org.papermap.map.internal.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.MappedPaper;

/// What has changed from one map to another: see [SamePapers], and topics by the papers that they
/// share. The earlier map's places are told on the frame of the later, so that only what has moved
/// against the others has moved.
///
/// @param rows of each paper of the later map its row on the earlier, or −1 where it is new
/// @param places of the earlier map's papers on the later's frame
/// @param topics what became of each topic: those of the later map, then those that are gone
/// @param moves how far each paper of the later map has moved, as a share of the map's side; 0
///   where it is new
public record MapDiff(
    MapDescription earlier,
    MapDescription later,
    List<Integer> rows,
    List<Place> places,
    List<TopicHistory> topics,
    List<Double> moves) {
  /// Papers that moved less than this, a twentieth of the map's side, have stayed where they were.
  public static final double MOVED = 0.05;

  /// @param x to the right, in [0, 1] up to what turning and scaling add
  /// @param y upwards
  public record Place(double x, double y) {}

  public MapDiff {
    rows = List.copyOf(rows);
    places = List.copyOf(places);
    topics = List.copyOf(topics);
    moves = List.copyOf(moves);
  }

  /// Compares two maps.
  public static MapDiff of(MapDescription earlier, MapDescription later) {
    int[] rows = SamePapers.rows(named(earlier), named(later));
    List<Place> places = aligned(earlier, later, rows);
    List<Double> moves = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      MappedPaper paper = later.papers().get(row);
      Place before = rows[row] < 0 ? null : places.get(rows[row]);
      moves.add(before == null ? 0 : Math.hypot(paper.x() - before.x, paper.y() - before.y));
    }
    return new MapDiff(
        earlier,
        later,
        Arrays.stream(rows).boxed().toList(),
        places,
        TopicChanges.of(earlier.topics(), later.topics(), rows)
            .ways(
                earlier.history().topics(),
                earlier.history().edition() + 1,
                earlier.history().topicIds() + 1),
        moves);
  }

  private static List<SamePapers.Named> named(MapDescription map) {
    return map.papers().stream().map(it -> new SamePapers.Named(it.id(), it.title())).toList();
  }

  private static List<Place> aligned(MapDescription earlier, MapDescription later, int[] rows) {
    int[] shared = IntStream.range(0, rows.length).filter(row -> rows[row] >= 0).toArray();
    double[] from = new double[2 * shared.length];
    double[] to = new double[2 * shared.length];
    for (int i = 0; i < shared.length; i++) {
      MappedPaper before = earlier.papers().get(rows[shared[i]]);
      MappedPaper now = later.papers().get(shared[i]);
      from[2 * i] = before.x();
      from[2 * i + 1] = before.y();
      to[2 * i] = now.x();
      to[2 * i + 1] = now.y();
    }
    Alignment alignment = Alignment.of(from, to);
    // Places that have not changed need no arithmetic, which would round them.
    boolean still = Arrays.equals(from, to);
    return earlier.papers().stream()
        .map(it ->
            still
                ? new Place(it.x(), it.y())
                : new Place(alignment.x(it.x(), it.y()), alignment.y(it.x(), it.y())))
        .toList();
  }

  /// The rows of papers that the earlier map has not, in their order on the later.
  public List<Integer> arrived() {
    return IntStream.range(0, rows.size()).filter(row -> rows.get(row) < 0).boxed().toList();
  }

  /// The rows on the earlier map of papers that the later has not.
  public List<Integer> gone() {
    Set<Integer> there = new HashSet<>(rows);
    return IntStream.range(0, places.size()).filter(row -> !there.contains(row)).boxed().toList();
  }

  /// The rows on the later map of papers that have moved, the farthest first.
  public List<Integer> moved() {
    return IntStream.range(0, moves.size())
        .filter(row -> moves.get(row) >= MOVED)
        .boxed()
        .sorted((a, b) -> Double.compare(moves.get(b), moves.get(a)))
        .toList();
  }

  /// The movement that a share of the papers on both maps stays below.
  public double movement(double share) {
    double[] sorted =
        IntStream.range(0, moves.size())
            .filter(row -> rows.get(row) >= 0)
            .mapToDouble(moves::get)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  /// The topics that are not as they were.
  public List<TopicHistory> changedTopics() {
    return topics.stream().filter(it -> !it.changes().equals(List.of(Change.KEPT))).toList();
  }

  /// Whether no paper has come, gone or moved at all, and every topic is as it was.
  public boolean isNothing() {
    return !rows.contains(-1)
        && rows.size() == places.size()
        && moves.stream().allMatch(it -> it == 0)
        && changedTopics().isEmpty()
        && topics.stream().allMatch(it -> it.overlap() >= 1);
  }
}
