package org.papermap.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.internal.DisjointSets;
import org.papermap.cluster.internal.NearDuplicate;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Papers that say nearly the same, such as thirty editorials with one text. Where they are few,
/// they count as one paper for grouping. Else a method may part them, as there is nothing to choose
/// between them; then they are put together again. Papers are one such group if each has a
/// similarity of .98 or more with the first of them.
final class NearDuplicates {
  private final int papers;

  /// The rows of each group of two or more, ascending.
  private final List<int[]> groups;

  private NearDuplicates(int papers, List<int[]> groups) {
    this.papers = papers;
    this.groups = groups;
  }

  /// The groups among papers that are neighbors, or neighbors of neighbors and so on.
  static NearDuplicates of(EmbeddingMatrix vectors, NeighborGraph graph) {
    int[] linked = linked(graph);
    Map<Integer, List<List<Integer>>> groupsOfLinked = new HashMap<>();
    List<List<Integer>> all = new ArrayList<>();
    for (int row = 0; row < linked.length; row++) {
      List<List<Integer>> candidates =
          groupsOfLinked.computeIfAbsent(linked[row], _ -> new ArrayList<>());
      List<Integer> group = nearest(vectors, row, candidates);
      if (group == null) {
        group = new ArrayList<>();
        candidates.add(group);
        all.add(group);
      }
      group.add(row);
    }
    return new NearDuplicates(
        vectors.rows(),
        all.stream()
            .filter(group -> group.size() > 1)
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  private static @Nullable List<Integer> nearest(
      EmbeddingMatrix vectors, int row, List<List<Integer>> groups) {
    List<Integer> nearest = null;
    float most = NearDuplicate.LEAST_SIMILARITY;
    for (List<Integer> group : groups) {
      float cosine = vectors.similarity(row, group.getFirst());
      if (cosine >= most && (nearest == null || cosine > most)) {
        most = cosine;
        nearest = group;
      }
    }
    return nearest;
  }

  /// For each row the least row that a path of near-duplicate neighbors leads to.
  private static int[] linked(NeighborGraph graph) {
    DisjointSets linked = new DisjointSets(graph.rows());
    for (int row = 0; row < graph.rows(); row++) {
      for (int rank = 0;
          rank < graph.k() && graph.similarity(row, rank) >= NearDuplicate.LEAST_SIMILARITY;
          rank++) {
        linked.join(row, graph.neighbor(row, rank));
      }
    }
    return IntStream.range(0, graph.rows()).map(linked::root).toArray();
  }

  /// No two papers together.
  static NearDuplicates none(int papers) {
    return new NearDuplicates(papers, List.of());
  }

  /// For each paper the first of its group, or the paper itself.
  int[] firsts() {
    int[] firsts = new int[papers];
    Arrays.setAll(firsts, row -> row);
    for (int[] group : groups) {
      for (int row : group) {
        firsts[row] = group[0];
      }
    }
    return firsts;
  }

  /// The number of papers that are left when each group counts as one.
  int distinct() {
    return papers - groups.stream().mapToInt(group -> group.length - 1).sum();
  }

  /// The clustering in which each group is in the cluster that has most of its papers, ties to the
  /// larger cluster; in none only if all of them are. A cluster may so lose its last paper.
  Clustering together(Clustering clustering) {
    int[] labels = clustering.labels();
    float[] strengths = new float[labels.length];
    for (int row = 0; row < labels.length; row++) {
      strengths[row] = clustering.strength(row);
    }
    for (int[] group : groups) {
      int label = commonest(group, labels, clustering.count());
      float strength = 0;
      for (int row : group) {
        strength = labels[row] == label ? Math.max(strength, strengths[row]) : strength;
      }
      for (int row : group) {
        strengths[row] = labels[row] == label ? strengths[row] : strength;
        labels[row] = label;
      }
    }
    return groups.isEmpty() ? clustering : Clustering.of(labels, strengths);
  }

  private static int commonest(int[] group, int[] labels, int count) {
    int[] papers = new int[count];
    int commonest = Clustering.NOISE;
    for (int row : group) {
      if (labels[row] != Clustering.NOISE) {
        papers[labels[row]]++;
      }
    }
    for (int label = count - 1; label >= 0; label--) {
      if (papers[label] > 0
          && (commonest == Clustering.NOISE || papers[label] >= papers[commonest])) {
        commonest = label;
      }
    }
    return commonest;
  }
}
