package org.papermap.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReading;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.pipeline.MapResult;

/// The papers of one step of `papermap bench growth`, and the map of them.
///
/// @param ids the row of each paper by its id
record GrownMap(CorpusReading reading, Map<String, Integer> ids, @Nullable MapResult made) {

  /// The papers up to a day.
  ///
  /// @param dated rows by date
  /// @param window days after which papers leave, or null
  static GrownMap of(CorpusReading read, int[] dated, LocalDate day, @Nullable Integer window) {
    Corpus all = read.corpus();
    int[] rows =
        Arrays.stream(dated)
            .filter(row -> {
              LocalDate date = Objects.requireNonNull(all.paper(row).date());
              return !date.isAfter(day) && (window == null || date.isAfter(day.minusDays(window)));
            })
            .toArray();
    Corpus corpus = Corpus.of(Arrays.stream(rows).mapToObj(all::paper).toList());
    Map<String, Integer> ids = new HashMap<>();
    for (int row = 0; row < rows.length; row++) {
      ids.put(corpus.paper(row).id(), row);
    }
    return new GrownMap(new CorpusReading(corpus, read.report()), ids, null);
  }

  GrownMap with(MapResult result) {
    return new GrownMap(reading, ids, result);
  }

  MapResult result() {
    return Objects.requireNonNull(made);
  }

  /// Papers that no earlier map had.
  long fresh() {
    return result().map().firstSeen().stream().filter(result().map().history()::isNew).count();
  }

  /// The largest distance between the places of a paper on both maps.
  double farthestMove(GrownMap later) {
    double farthest = 0;
    for (Map.Entry<String, Integer> each : ids.entrySet()) {
      Integer row = later.ids.get(each.getKey());
      if (row != null) {
        double dx = (double) later.x(row) - x(each.getValue());
        double dy = (double) later.y(row) - y(each.getValue());
        farthest = Math.max(farthest, Math.hypot(dx, dy));
      }
    }
    return farthest;
  }

  private float x(int row) {
    return result().map().layout().x(row);
  }

  private float y(int row) {
    return result().map().layout().y(row);
  }

  /// Papers of the later map that this one had in another topic, as a share of those on both.
  double regrouped(GrownMap later) {
    Clustering was = result().map().tree().topics();
    Clustering is = later.result().map().tree().topics();
    Map<Integer, Integer> earlier = new HashMap<>();
    later
        .result()
        .map()
        .history()
        .topics()
        .forEach(it -> earlier.put(it.number(), it.earlierNumber()));
    int both = 0;
    int other = 0;
    for (Map.Entry<String, Integer> each : ids.entrySet()) {
      Integer row = later.ids.get(each.getKey());
      if (row != null) {
        both++;
        Integer same = earlier.getOrDefault(is.label(row), -1);
        other += same == was.label(each.getValue()) ? 0 : 1;
      }
    }
    return both == 0 ? 0 : (double) other / both;
  }

  /// Whether a topic of this map keeps its colour on the later one.
  boolean hasColour(TopicHistory way, GrownMap later) {
    Integer hue = result().map().hues().get(way.earlierNumber());
    return hue == null || hue.equals(later.result().map().hues().get(way.number()));
  }

  /// The share of papers that another map of the same papers has in the topic that is this map's.
  /// Topics are matched one to one, the pair with the greatest Jaccard index first.
  ///
  /// @param edition only papers that no map before this one had
  double alike(MapResult other, int edition) {
    Clustering own = result().map().tree().topics();
    Clustering theirs = other.map().tree().topics();
    int[] match = matched(own, theirs);
    int[] rows =
        IntStream.range(0, own.rows())
            .filter(row -> result().map().firstSeen().get(row) >= edition)
            .toArray();
    long alike =
        Arrays.stream(rows)
            .filter(row -> own.label(row) >= 0 && match[own.label(row)] == theirs.label(row))
            .count();
    return rows.length == 0 ? 1 : (double) alike / rows.length;
  }

  private static int[] matched(Clustering own, Clustering theirs) {
    int[][] both = new int[own.count()][theirs.count()];
    for (int row = 0; row < own.rows(); row++) {
      if (own.label(row) >= 0 && theirs.label(row) >= 0) {
        both[own.label(row)][theirs.label(row)]++;
      }
    }
    int[] match = new int[own.count()];
    Arrays.fill(match, -2);
    boolean[] taken = new boolean[theirs.count()];
    while (true) {
      double most = 0;
      int[] best = {-1, -1};
      for (int i = 0; i < match.length; i++) {
        for (int j = 0; j < taken.length && match[i] == -2; j++) {
          int either = own.members(i).size() + theirs.members(j).size() - both[i][j];
          double overlap = (double) both[i][j] / either;
          if (!taken[j] && overlap > most) {
            most = overlap;
            best = new int[] {i, j};
          }
        }
      }
      if (best[0] < 0) {
        return match;
      }
      match[best[0]] = best[1];
      taken[best[1]] = true;
    }
  }
}
