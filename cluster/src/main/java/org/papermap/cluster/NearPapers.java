package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.TopK;
import org.papermap.search.NeighborGraph;

/// For each paper some others, nearest first, with the distances √(2 − 2 cosine) of unit vectors.
/// Immutable.
final class NearPapers {
  /// Nearer papers count as equal: cosines are floats, and their rounding must decide nothing.
  private static final float LEAST_DISTANCE = 1e-3f;

  private final int[][] papers;
  private final float[][] distances;

  private NearPapers(int[][] papers, float[][] distances) {
    this.papers = papers;
    this.distances = distances;
  }

  /// The neighbors of a graph with their cosines there.
  static NearPapers of(NeighborGraph graph) {
    NearPapers near = new NearPapers(new int[graph.rows()][], new float[graph.rows()][]);
    IntStream.range(0, graph.rows())
        .parallel()
        .forEach(row -> {
          near.papers[row] = new int[graph.k()];
          near.distances[row] = new float[graph.k()];
          for (int rank = 0; rank < graph.k(); rank++) {
            near.papers[row][rank] = graph.neighbor(row, rank);
            near.distances[row][rank] = distance(graph.cosine(row, rank));
          }
        });
    return near;
  }

  /// The nearest `k` by other vectors among the neighbors of a graph and theirs: after a smoothing
  /// along the graph nearly all of the true ones, for a hundredth of the work at 20,000 papers.
  static NearPapers among(EmbeddingMatrix vectors, NeighborGraph graph, int k) {
    NearPapers near = new NearPapers(new int[graph.rows()][], new float[graph.rows()][]);
    IntStream.range(0, graph.rows())
        .parallel()
        .forEach(row -> {
          TopK nearest = new TopK(k);
          candidates(graph, row)
              .forEach(other -> nearest.offer(other, -distance(vectors.cosine(row, other))));
          near.papers[row] = nearest.rows();
          double[] negated = nearest.values();
          near.distances[row] = new float[negated.length];
          for (int rank = 0; rank < negated.length; rank++) {
            near.distances[row][rank] = (float) -negated[rank];
          }
        });
    return near;
  }

  /// Some of the papers, numbered anew, and those near them that are among them.
  ///
  /// @param rows ascending
  NearPapers among(int[] rows) {
    NearPapers near = new NearPapers(new int[rows.length][], new float[rows.length][]);
    for (int i = 0; i < rows.length; i++) {
      int[] all = papers[rows[i]];
      int[] kept =
          IntStream.range(0, all.length)
              .filter(rank -> Arrays.binarySearch(rows, all[rank]) >= 0)
              .toArray();
      near.papers[i] = new int[kept.length];
      near.distances[i] = new float[kept.length];
      for (int rank = 0; rank < kept.length; rank++) {
        near.papers[i][rank] = Arrays.binarySearch(rows, all[kept[rank]]);
        near.distances[i][rank] = distances[rows[i]][kept[rank]];
      }
    }
    return near;
  }

  private static IntStream candidates(NeighborGraph graph, int row) {
    int k = graph.k();
    return IntStream.range(0, k)
        .flatMap(i -> {
          int near = graph.neighbor(row, i);
          return IntStream.concat(
              IntStream.of(near), IntStream.range(0, k).map(j -> graph.neighbor(near, j)));
        })
        .distinct()
        .filter(other -> other != row);
  }

  private static float distance(float cosine) {
    double squared = 2 - 2 * (double) cosine;
    return (float) Math.max(LEAST_DISTANCE, Math.sqrt(Math.max(0, squared)));
  }

  /// Single linkage of mutual reachability distances: two papers are no nearer than either is to
  /// the last of its neighborhood.
  ///
  /// @param neighborhood papers that make one, the paper itself among them, 2 or more
  LinkageTree linkage(int neighborhood) {
    int rows = papers.length;
    float[] reach = new float[rows];
    int[] starts = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      int known = distances[row].length;
      reach[row] = known == 0 ? 0 : distances[row][Math.min(known, neighborhood - 1) - 1];
      starts[row + 1] = starts[row] + known;
    }
    int[] from = new int[starts[rows]];
    int[] to = new int[starts[rows]];
    float[] lengths = new float[starts[rows]];
    for (int row = 0; row < rows; row++) {
      for (int rank = 0; rank < papers[row].length; rank++) {
        int at = starts[row] + rank;
        from[at] = row;
        to[at] = papers[row][rank];
        lengths[at] = Math.max(distances[row][rank], Math.max(reach[row], reach[to[at]]));
      }
    }
    return LinkageTree.of(rows, from, to, lengths);
  }
}
