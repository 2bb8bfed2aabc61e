package org.papermap.cluster.internal.hdbscan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.math.TopK;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Near papers of each paper, nearest first, with their distances √(2 − 2 cosine). Immutable.
public final class NeighborDistances {
  /// Distances below this are rounding of the cosines and count as this.
  private static final float LEAST_DISTANCE = 1e-3f;

  private final int[][] papers;
  private final float[][] distances;

  private NeighborDistances(int[][] papers, float[][] distances) {
    this.papers = papers;
    this.distances = distances;
  }

  /// The neighbors of a graph with their cosines there.
  public static NeighborDistances of(NeighborGraph graph) {
    NeighborDistances near =
        new NeighborDistances(new int[graph.rows()][], new float[graph.rows()][]);
    IntStream.range(0, graph.rows())
        .parallel()
        .forEach(row -> {
          near.papers[row] = new int[graph.k()];
          near.distances[row] = new float[graph.k()];
          for (int rank = 0; rank < graph.k(); rank++) {
            near.papers[row][rank] = graph.neighbor(row, rank);
            near.distances[row][rank] = distance(graph.similarity(row, rank));
          }
        });
    return near;
  }

  /// The nearest `k` of each paper among its neighbors in a graph and their neighbors. After a
  /// smoothing along the graph these are nearly all of the true nearest, for a hundredth of the
  /// work at 20,000 papers.
  public static NeighborDistances among(EmbeddingMatrix vectors, NeighborGraph graph, int k) {
    NeighborDistances near =
        new NeighborDistances(new int[graph.rows()][], new float[graph.rows()][]);
    IntStream.range(0, graph.rows())
        .parallel()
        .forEach(row -> {
          TopK nearest = new TopK(k);
          candidates(graph, row)
              .forEach(other -> nearest.offer(other, -distance(vectors.similarity(row, other))));
          near.papers[row] = nearest.rows();
          double[] negated = nearest.values();
          near.distances[row] = new float[negated.length];
          for (int rank = 0; rank < negated.length; rank++) {
            near.distances[row][rank] = (float) -negated[rank];
          }
        });
    return near;
  }

  /// Some of the papers, numbered anew, with the near papers that are among them.
  ///
  /// @param rows ascending
  public NeighborDistances among(int[] rows) {
    NeighborDistances near =
        new NeighborDistances(new int[rows.length][], new float[rows.length][]);
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

  /// The single-linkage tree of mutual reachability distances: two papers are as far apart as the
  /// greatest of their distance and their two core distances. A paper's core distance is that to
  /// the last paper of its neighborhood.
  ///
  /// @param neighborhood the number of papers of one, the paper itself included, 2 or more
  public LinkageTree linkage(int neighborhood) {
    int rows = papers.length;
    float[] core = new float[rows];
    int[] starts = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      int known = distances[row].length;
      core[row] = known == 0 ? 0 : distances[row][Math.min(known, neighborhood - 1) - 1];
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
        lengths[at] = Math.max(distances[row][rank], Math.max(core[row], core[to[at]]));
      }
    }
    return LinkageTree.of(rows, from, to, lengths);
  }
}
