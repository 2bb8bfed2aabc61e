package org.papermap.cluster.internal.smile;

import java.util.stream.IntStream;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;
import smile.clustering.HierarchicalClustering;
import smile.clustering.linkage.UPGMALinkage;
import smile.clustering.linkage.WardLinkage;
import smile.graph.NearestNeighborGraph;
import smile.manifold.UMAP;
import smile.math.MathEx;

/// The border to the Smile library: the only class that knows its random numbers, native libraries
/// and `double[][]`.
public final class Smile {
  private Smile() {}

  /// A distance between two points.
  @FunctionalInterface
  public interface Distance {
    /// @param a from 0 to the number of points − 1, as `b`
    /// @return 0 or more, and the same both ways
    double between(int a, int b);
  }

  /// Ward's tree over unit vectors. It needs no native library and has no randomness.
  ///
  /// @param vectors 2 rows or more; half a matrix of floats is held, *n* (*n* + 1) / 2
  public static Dendrogram ward(EmbeddingMatrix vectors) {
    return ward(vectors.rows(), (a, b) -> chord(vectors.similarity(a, b)));
  }

  /// Ward's tree (doi:10.1080/01621459.1963.10500845) over points with Euclidean distances.
  ///
  /// @param points 2 or more; half a matrix of floats is held
  public static Dendrogram ward(int points, Distance distance) {
    return new Dendrogram(
        HierarchicalClustering.fit(new WardLinkage(points, lowerHalf(points, distance))));
  }

  /// The tree of average linkage or UPGMA (Sokal and Michener 1958): the two groups with the least
  /// mean distance between their points are joined.
  ///
  /// @param points 2 or more; half a matrix of floats is held
  public static Dendrogram averageLinkage(int points, Distance distance) {
    return new Dendrogram(
        HierarchicalClustering.fit(new UPGMALinkage(points, lowerHalf(points, distance))));
  }

  /// The distance between two points of the unit sphere.
  private static double chord(float cosine) {
    double half = Math.max(0, 1 - cosine);
    return Math.sqrt(2 * half);
  }

  /// The lower half of the distance matrix in Smile's order: column after column, with the
  /// diagonal.
  private static float[] lowerHalf(int points, Distance distance) {
    float[] distances = new float[points * (points + 1) / 2];
    IntStream.range(0, points)
        .parallel()
        .forEach(column -> {
          int place = distances.length - (points - column) * (points - column + 1) / 2;
          for (int row = column + 1; row < points; row++) {
            distances[place + row - column] = (float) distance.between(row, column);
          }
        });
    return distances;
  }

  /// UMAP (McInnes, Healy and Melville, arXiv:1802.03426) on a neighbor graph, with 1 − cosine as
  /// the distance.
  ///
  /// Smile would begin with eigenvectors from ARPACK, which keeps its state between calls, so that
  /// the second map of a process would differ from the first. If the graph is not connected, Smile
  /// begins with two coordinates of its data. So it is given `start` as its data, and one more
  /// paper without neighbors, which only repels, from a corner.
  ///
  /// @param k neighbors to use of each paper, from 2 to those that the graph has
  /// @param start places to begin with, x and y of each paper in turn
  /// @param minDist the least distance between points of the result, above 0 and at most 1
  /// @param epochs rounds of optimisation, 10 or more
  /// @return x and y of each paper in turn
  /// @throws LinkageError if OpenBLAS cannot be loaded or lacks what Smile needs
  public static double[] umap(
      NeighborGraph graph, int k, double[] start, double minDist, int epochs, long seed) {
    NativeLibraries.load();
    int rows = graph.rows();
    int[][] neighbors = new int[rows + 1][];
    double[][] distances = new double[rows + 1][];
    for (int row = 0; row < rows; row++) {
      int from = row;
      neighbors[row] = IntStream.range(0, k).map(i -> graph.neighbor(from, i)).toArray();
      distances[row] =
          IntStream.range(0, k)
              .mapToDouble(i -> Math.max(0, 1 - graph.similarity(from, i)))
              .toArray();
    }
    neighbors[rows] = new int[0];
    distances[rows] = new double[0];
    UMAP.Options options = new UMAP.Options(k, 2, epochs, 1.0, minDist, 1.0, 5, 1.0, 1.0);
    MathEx.setSeed(seed);
    double[][] places =
        UMAP.fit(withCorner(start), new NearestNeighborGraph(k, neighbors, distances), options);
    double[] flat = new double[2 * rows];
    for (int row = 0; row < rows; row++) {
      flat[2 * row] = places[row][0];
      flat[2 * row + 1] = places[row][1];
    }
    return flat;
  }

  /// The operating system and processor for which native libraries are looked for, such as
  /// `linux-x86_64`.
  public static String platform() {
    return Platform.current().name();
  }

  private static double[][] withCorner(double[] start) {
    int rows = start.length / 2;
    double[][] places = new double[rows + 1][2];
    for (int row = 0; row < rows; row++) {
      for (int axis = 0; axis < 2; axis++) {
        places[row][axis] = start[2 * row + axis];
        places[rows][axis] = Math.max(places[rows][axis], places[row][axis]);
      }
    }
    return places;
  }
}
