package org.papermap.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.words.WordGraph;
import org.papermap.math.TopK;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// The papers that are grouped, in an order of their own. Near duplicates are one of them, so that
/// thirty copies of a text do not make a topic. They stand in the order of their vectors, so that
/// the order in which papers were read has no effect.
///
/// @param vectors of the distinct papers
/// @param graph their neighbors
/// @param words their neighbors by words
/// @param numbers for each paper of the corpus its row among the distinct
record DistinctPapers(
    EmbeddingMatrix vectors, NeighborGraph graph, WordGraph words, int[] numbers) {
  /// More papers stay in their order: a copy of their vectors would take too much memory.
  private static final int MOST_ORDERED = 200_000;

  /// @param same the near duplicates that are to be one paper
  static DistinctPapers of(
      EmbeddingMatrix vectors, NeighborGraph graph, WordGraph words, NearDuplicates same) {
    int[] firsts = same.firsts();
    int[] order = order(vectors);
    int[] numbers = new int[vectors.rows()];
    Arrays.fill(numbers, -1);
    int[] kept = new int[vectors.rows()];
    int size = 0;
    for (int row : order) {
      // The first of near duplicates in this order stands for all.
      if (numbers[firsts[row]] < 0) {
        numbers[firsts[row]] = size;
        kept[size++] = row;
      }
    }
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = numbers[firsts[row]];
    }
    int[] rows = Arrays.copyOf(kept, size);
    EmbeddingMatrix distinct = isInOrder(rows) ? vectors : vectors.select(rows);
    return new DistinctPapers(
        distinct, graph(distinct, graph, rows, numbers), words.among(rows, numbers), numbers);
  }

  private static boolean isInOrder(int[] rows) {
    return IntStream.range(0, rows.length).allMatch(at -> rows[at] == at);
  }

  /// The rows by their vectors, number by number; ties by row.
  private static int[] order(EmbeddingMatrix vectors) {
    IntStream rows = IntStream.range(0, vectors.rows());
    if (vectors.rows() > MOST_ORDERED) {
      return rows.toArray();
    }
    double[] first = new double[vectors.rows()];
    Arrays.setAll(first, row -> vectors.row(row)[0]);
    return rows.boxed()
        .sorted(
            Comparator.comparingDouble((Integer row) -> first[row])
                .thenComparing((a, b) -> Arrays.compare(vectors.row(a), vectors.row(b))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The neighbors of the distinct papers. Those of a paper that had copies among them are looked
  /// for anew.
  private static NeighborGraph graph(
      EmbeddingMatrix distinct, NeighborGraph graph, int[] rows, int[] numbers) {
    int k = Math.min(graph.k(), rows.length - 1);
    int[] neighbors = new int[rows.length * Math.max(0, k)];
    float[] cosines = new float[neighbors.length];
    IntStream.range(0, k < 1 ? 0 : rows.length)
        .parallel()
        .forEach(row -> {
          int size = 0;
          int from = row * k;
          for (int rank = 0; rank < graph.k() && size < k; rank++) {
            int neighbor = numbers[graph.neighbor(rows[row], rank)];
            if (neighbor != row && !contains(neighbors, from, from + size, neighbor)) {
              neighbors[from + size] = neighbor;
              cosines[from + size++] = graph.similarity(rows[row], rank);
            }
          }
          if (size < k) {
            search(distinct, row, k, neighbors, cosines);
          }
        });
    return NeighborGraph.of(rows.length, Math.max(0, k), neighbors, cosines);
  }

  private static boolean contains(int[] values, int from, int to, int value) {
    for (int at = from; at < to; at++) {
      if (values[at] == value) {
        return true;
      }
    }
    return false;
  }

  private static void search(
      EmbeddingMatrix vectors, int row, int k, int[] neighbors, float[] cosines) {
    TopK nearest = new TopK(k);
    for (int other = 0; other < vectors.rows(); other++) {
      if (other != row) {
        nearest.offer(other, vectors.dot(row, other));
      }
    }
    System.arraycopy(nearest.rows(), 0, neighbors, row * k, k);
    double[] values = nearest.values();
    for (int rank = 0; rank < k; rank++) {
      cosines[row * k + rank] = (float) values[rank];
    }
  }

  /// The tree of all papers, from that of the distinct.
  ClusterTree all(ClusterTree tree) {
    List<Clustering> levels = new ArrayList<>();
    for (int level = 0; level < tree.depth(); level++) {
      Clustering clustering = tree.level(level);
      int[] labels = new int[numbers.length];
      float[] strengths = new float[numbers.length];
      for (int row = 0; row < labels.length; row++) {
        labels[row] = clustering.label(numbers[row]);
        strengths[row] = clustering.strength(numbers[row]);
      }
      levels.add(Clustering.of(labels, strengths));
    }
    return ClusterTree.of(levels, tree.topicLevel());
  }
}
