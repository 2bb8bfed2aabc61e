package org.papermap.cluster.internal.kmeans;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.cluster.internal.Labels;
import org.papermap.vectors.EmbeddingMatrix;

/// The number of topics that `auto` gives for Ward and *k*-means. It compares divisions at several
/// numbers of groups by their mean silhouette (the rule: `cluster/docs/clustering.md`).
public final class TopicCountRule {
  /// The fewest papers of a topic.
  public static final int MINIMUM_SIZE = 3;

  /// Fewer papers than two topics of [#MINIMUM_SIZE] are one topic.
  public static final int FEWEST_TO_DIVIDE = 2 * MINIMUM_SIZE;

  /// The factor below and above the middle number within which numbers are tried.
  private static final double BAND = 1.6;

  /// Divisions with this share of the best silhouette count as equally good.
  private static final double AS_GOOD = 0.95;

  /// Groups with this mean silhouette are clear (a reasonable structure by Kaufman and Rousseeuw,
  /// *Finding Groups in Data*, 1990). Abstracts of one field reach 0.1 to 0.2.
  private static final double CLEAR = 0.5;

  /// The most numbers tried in the band, and below it. Each costs one refinement.
  private static final int TRIES = 12;

  private static final int TRIES_BELOW = 8;

  private TopicCountRule() {}

  /// @param limit the most topics, 2 or more
  /// @return the labels of the best division, or all zeros where none is better than one topic
  public static int[] choose(EmbeddingMatrix vectors, InitialGroups start, int limit) {
    List<Division> inBand = divide(vectors, start, inBand(vectors.rows(), limit));
    List<Division> below = divide(vectors, start, belowBand(vectors.rows(), limit));
    Division whole = new Division(new int[vectors.rows()], 0);
    Division clearest = whole;
    for (Division division : Stream.concat(below.stream(), inBand.stream()).toList()) {
      clearest = division.silhouette > clearest.silhouette ? division : clearest;
    }
    if (clearest.silhouette >= CLEAR) {
      return clearest.labels;
    }
    double best = inBand.stream().mapToDouble(division -> division.silhouette).max().orElse(0);
    Division chosen = whole;
    for (Division division : inBand) {
      boolean good = division.silhouette > 0 && division.silhouette >= AS_GOOD * best;
      chosen = good && division.count > chosen.count ? division : chosen;
    }
    return chosen.labels;
  }

  private static final class Division {
    private final int[] labels;
    private final int count;
    private final double silhouette;

    Division(int[] labels, double silhouette) {
      this.labels = labels;
      this.count = Labels.count(labels);
      this.silhouette = silhouette;
    }
  }

  private static List<Division> divide(
      EmbeddingMatrix vectors, InitialGroups start, List<Integer> counts) {
    List<Division> divisions = new ArrayList<>();
    for (int count : counts) {
      int[] labels = SphericalKMeans.refine(vectors, start.labels(count), MINIMUM_SIZE);
      double silhouette = Silhouettes.mean(Silhouettes.of(vectors, labels));
      divisions.add(new Division(labels, silhouette));
    }
    return divisions;
  }

  /// The numbers to try for this many papers, ascending; none where there are too few to divide.
  static List<Integer> inBand(int papers, int limit) {
    if (papers < FEWEST_TO_DIVIDE) {
      return List.of();
    }
    int fewest = fewest(papers, limit);
    int room = Math.min(limit, papers / MINIMUM_SIZE);
    int most = (int) Math.max(fewest, Math.min(room, Math.floor(middle(papers) * BAND)));
    return spread(fewest, most, TRIES);
  }

  /// The numbers below the band, which are tried for clear groups.
  static List<Integer> belowBand(int papers, int limit) {
    return papers < FEWEST_TO_DIVIDE
        ? List.of()
        : spread(2, fewest(papers, limit) - 1, TRIES_BELOW);
  }

  private static double middle(int papers) {
    double doublings = StrictMath.log(papers) / StrictMath.log(2);
    return doublings * doublings / 5;
  }

  private static int fewest(int papers, int limit) {
    return (int) Math.min(limit, Math.max(2, Math.ceil(middle(papers) / BAND)));
  }

  private static List<Integer> spread(int from, int to, int tries) {
    int count = Math.min(tries, to - from + 1);
    return IntStream.range(0, Math.max(0, count))
        .map(i -> count == 1 ? from : from + (int) ((long) i * (to - from) / (count - 1)))
        .boxed()
        .toList();
  }
}
