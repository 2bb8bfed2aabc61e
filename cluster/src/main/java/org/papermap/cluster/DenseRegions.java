package org.papermap.cluster;

import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.TopK;
import org.papermap.search.NeighborGraph;

/// HDBSCAN\* (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14; McInnes and Healy,
/// arXiv:1705.07321): regions that stay dense over a wide range of densities. What this one does
/// beyond it is told at [Clusterer].
final class DenseRegions {
  /// Up to here all pairs are compared. Of more papers only near neighbors are, and parts that
  /// those do not join count as infinitely far from each other.
  static final int ALL_PAIRS = 1000;

  /// Neighbors of each smoothed vector: with fewer the parts that they do not join are many.
  private static final int NEIGHBORS = 30;

  private final EmbeddingMatrix vectors;
  private final NearPapers near;
  private final CondensedTree tree;
  private final ClusteringMethod.Hdbscan method;

  private DenseRegions(EmbeddingMatrix vectors, NearPapers near, ClusteringMethod.Hdbscan method) {
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

  /// The same of some papers, which stay where they were moved to.
  ///
  /// @param rows ascending, 1 or more
  DenseRegions among(int[] rows) {
    return new DenseRegions(vectors.select(rows), near.among(rows), method);
  }

  private static NearPapers near(EmbeddingMatrix vectors, NeighborGraph graph, boolean moved) {
    if (vectors.rows() <= ALL_PAIRS) {
      return NearPapers.of(NeighborGraph.exact(vectors, Math.max(1, vectors.rows() - 1)));
    }
    return moved ? NearPapers.among(vectors, graph, NEIGHBORS) : NearPapers.of(graph);
  }

  /// The regions, with all other papers as noise; one topic of all where there are no two regions.
  Clustering clustering() {
    Clustering regions = tree.clustering(method.selection());
    return regions.count() == 0
        ? Clustering.of(new int[vectors.rows()])
        : limited(regions, (int) Math.floor(method.maximumNoise() * vectors.rows()));
  }

  /// Takes noise into the topic with the nearest centroid, the densest papers first and among
  /// equals the lower row, until no more than `most` are left.
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

  /// @see Clusterer#outlierScores
  float[] outlierScores() {
    return tree.outlierScores();
  }
}
