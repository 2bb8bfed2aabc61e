package org.papermap.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The cluster of each paper. Clusters are numbered 0, 1, … with the largest first, ties by the
/// lowest row. A paper that belongs to no cluster has the label [#NOISE]. Immutable.
public final class Clustering {
  /// The label of a paper that belongs to no cluster.
  public static final int NOISE = -1;

  private final int[] labels;
  private final float[] strengths;
  private final List<List<Integer>> members;

  private Clustering(int[] labels, float[] strengths, List<List<Integer>> members) {
    this.labels = labels;
    this.strengths = strengths;
    this.members = members;
  }

  /// The clustering in which papers with equal labels are together. Negative labels are noise; the
  /// others may be any numbers and are renumbered. All papers belong to their clusters fully.
  public static Clustering of(int[] labels) {
    float[] strengths = new float[labels.length];
    for (int row = 0; row < labels.length; row++) {
      strengths[row] = labels[row] < 0 ? 0 : 1;
    }
    return of(labels, strengths);
  }

  /// The same with the strength with which each paper belongs to its cluster.
  ///
  /// @param strengths in [0, 1], one a paper; 0 for noise. The array is copied.
  public static Clustering of(int[] labels, float[] strengths) {
    check(labels, strengths);
    int[] dense = new int[labels.length];
    List<List<Integer>> groups = new ArrayList<>();
    int[] found = Arrays.stream(labels).filter(label -> label >= 0).distinct().toArray();
    for (int label : found) {
      List<Integer> group = new ArrayList<>();
      for (int row = 0; row < labels.length; row++) {
        if (labels[row] == label) {
          group.add(row);
        }
      }
      groups.add(group);
    }
    // Groups stand in the order of their first rows, which the stable sort keeps among equals.
    groups.sort((a, b) -> Integer.compare(b.size(), a.size()));
    Arrays.fill(dense, NOISE);
    for (int cluster = 0; cluster < groups.size(); cluster++) {
      for (int row : groups.get(cluster)) {
        dense[row] = cluster;
      }
    }
    return new Clustering(dense, strengths.clone(), groups.stream().map(List::copyOf).toList());
  }

  private static void check(int[] labels, float[] strengths) {
    if (labels.length != strengths.length) {
      throw new IllegalArgumentException(
          "%d labels, %d strengths. Give one of each a paper."
              .formatted(labels.length, strengths.length));
    }
    for (int row = 0; row < labels.length; row++) {
      boolean inRange = strengths[row] >= 0 && strengths[row] <= 1;
      if (!inRange || (labels[row] < 0 && strengths[row] > 0)) {
        throw new IllegalArgumentException(
            "row %d: strength %s. Give 0 for noise, else 0 to 1.".formatted(row, strengths[row]));
      }
    }
  }

  /// The number of papers.
  public int rows() {
    return labels.length;
  }

  /// The number of clusters.
  public int count() {
    return members.size();
  }

  /// The cluster of a paper, or [#NOISE].
  public int label(int row) {
    return labels[row];
  }

  /// How strongly a paper belongs to its cluster, in [0, 1]; 0 for noise, and 1 for all others
  /// where the method knows no degrees.
  public float strength(int row) {
    return strengths[row];
  }

  /// The rows of a cluster, ascending.
  public List<Integer> members(int cluster) {
    return members.get(cluster);
  }

  /// The number of papers in no cluster.
  public int noise() {
    return (int) Arrays.stream(labels).filter(label -> label == NOISE).count();
  }

  /// A copy of the labels.
  public int[] labels() {
    return labels.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clustering that
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(strengths, that.strengths);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(labels) + Arrays.hashCode(strengths);
  }

  @Override
  public String toString() {
    return "Clustering[%d papers, %d clusters, %d noise]".formatted(rows(), count(), noise());
  }

  /// The groups of an earlier map, as the papers of a new one know them.
  ///
  /// @param topics of each paper the number of its topic on the earlier map, [#NONE] where it had
  ///   none, [#NEW] where the paper was not there
  /// @param subtopics of each paper the number of its sub-topic, no two topics sharing one, or
  ///   [#NONE]
  /// @param areas of each earlier topic the number of its area; empty where there were none
  /// @param fixed earlier topics that no paper leaves, as the reader made them
  public record EarlierTopics(
      List<Integer> topics, List<Integer> subtopics, List<Integer> areas, Set<Integer> fixed) {
    public static final int NONE = -1;
    public static final int NEW = -2;

    public EarlierTopics {
      topics = List.copyOf(topics);
      subtopics = List.copyOf(subtopics);
      areas = List.copyOf(areas);
      fixed = Set.copyOf(fixed);
      if (topics.size() != subtopics.size()) {
        throw new IllegalArgumentException(
            "earlier topics of %d papers, sub-topics of %d. Give those of the same papers."
                .formatted(topics.size(), subtopics.size()));
      }
    }

    /// Of each paper its earlier topic.
    int[] topicLabels() {
      return topics.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /// The agreement of two clusterings of the same papers. Noise counts as one more cluster.
  ///
  /// @param adjustedRandIndex agreement on pairs of papers, 1 for equal clusterings, 0 on average
  ///   for random ones (Hubert and Arabie, doi:10.1007/BF01908075)
  /// @param adjustedMutualInformation shared information on the same scale, normalised by the mean
  ///   of the two entropies (Vinh, Epps and Bailey, JMLR 11, 2010)
  public record Agreement(double adjustedRandIndex, double adjustedMutualInformation) {
    /// Compares two clusterings. Equal ones have an agreement of 1, also with no papers or a single
    /// cluster.
    public static Agreement of(Clustering a, Clustering b) {
      if (a.rows() != b.rows()) {
        throw new IllegalArgumentException(
            "%d papers beside %d. Compare clusterings of the same papers."
                .formatted(a.rows(), b.rows()));
      }
      ContingencyTable table = ContingencyTable.of(a, b);
      return new Agreement(table.adjustedRandIndex(), table.adjustedMutualInformation());
    }
  }
}
