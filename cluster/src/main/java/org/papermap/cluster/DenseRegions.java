package org.papermap.cluster;

import org.papermap.cluster.internal.hdbscan.CondensedTree;
import org.papermap.cluster.internal.hdbscan.NeighborDistances;
import org.papermap.cluster.internal.hdbscan.Smoothing;
import org.papermap.cluster.internal.kmeans.Centroids;
import org.papermap.math.TopK;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Topics as dense regions by HDBSCAN\* (Campello, Moulavi and Sander,
/// doi:10.1007/978-3-642-37456-2_14; McInnes and Healy, arXiv:1705.07321), after a smoothing and
/// with a limit for noise (`cluster/docs/clustering.md`).
final class DenseRegions {
  /// Up to so many papers all pairs are compared, above only near neighbors. Parts without a
  /// neighbor in each other then count as infinitely far apart.
  static final int ALL_PAIRS = 1000;

  /// Neighbors of each smoothed vector. Fewer would leave many parts unconnected.
  private static final int NEIGHBORS = 30;

  private final EmbeddingMatrix vectors;
  private final NeighborDistances near;
  private final CondensedTree tree;
  private final ClusteringMethod.Hdbscan method;

  private DenseRegions(
      EmbeddingMatrix vectors, NeighborDistances near, ClusteringMethod.Hdbscan method) {
    this.vectors = vectors;
    this.near = near;
    this.tree = CondensedTree.of(near.linkage(method.neighbors()), method.minimumSize());
    this.method = method;
  }

  /// @param vectors 1 row or more
  static DenseRegions of(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod.Hdbscan method) {
    EmbeddingMatrix smoothed = Smoothing.of(vectors, graph, method.smoothing());
    return new DenseRegions(smoothed, near(smoothed, graph, method.smoothing() > 0), method);
  }

  /// The dense regions of some of the papers, at their smoothed vectors.
  ///
  /// @param rows ascending, 1 or more
  DenseRegions among(int[] rows) {
    return new DenseRegions(vectors.select(rows), near.among(rows), method);
  }

  private static NeighborDistances near(
      EmbeddingMatrix vectors, NeighborGraph graph, boolean moved) {
    if (vectors.rows() <= ALL_PAIRS) {
      return NeighborDistances.of(NeighborGraph.exact(vectors, Math.max(1, vectors.rows() - 1)));
    }
    return moved ? NeighborDistances.among(vectors, graph, NEIGHBORS) : NeighborDistances.of(graph);
  }

  /// The regions, with all other papers as noise; one topic of all papers where no region is found.
  Clustering clustering() {
    int[] labels =
        switch (method.selection()) {
          case EXCESS_OF_MASS -> tree.excessOfMass();
          case PERSISTENT -> tree.persistentLeaves();
        };
    Clustering regions = Clustering.of(labels, tree.strengths(labels));
    return regions.count() == 0
        ? Clustering.of(new int[vectors.rows()])
        : limited(regions, (int) Math.floor(method.maximumNoise() * vectors.rows()));
  }

  /// Puts noise into the topic with the nearest centroid until no more than `most` is left: the
  /// densest papers first, ties to the lower row.
  private Clustering limited(Clustering regions, int most) {
    int surplus = regions.noise() - most;
    if (surplus <= 0) {
      return regions;
    }
    int[] labels = regions.labels();
    float[] strengths = new float[labels.length];
    double[] densest = new double[regions.count()];
    for (int row = 0; row < labels.length; row++) {
      strengths[row] = regions.strength(row);
      if (labels[row] != Clustering.NOISE) {
        densest[labels[row]] = Math.max(densest[labels[row]], tree.density(row));
      }
    }
    Centroids centroids = Centroids.of(vectors, labels, regions.count());
    TopK taken = new TopK(surplus);
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == Clustering.NOISE) {
        taken.offer(row, tree.density(row));
      }
    }
    for (int row : taken.rows()) {
      labels[row] = centroids.nearestTo(vectors, row);
      strengths[row] = (float) Math.min(1, tree.density(row) / densest[labels[row]]);
    }
    return Clustering.of(labels, strengths);
  }
}
