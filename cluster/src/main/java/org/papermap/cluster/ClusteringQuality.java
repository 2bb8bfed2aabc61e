package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.kmeans.Silhouettes;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// The quality of a clustering in two measures. Immutable.
///
/// Silhouettes (Rousseeuw, doi:10.1016/0377-0427(87)90125-7), with 1 − cosine as the distance, tell
/// how well apart clusters are. Abstracts of one field have a mean of about 0.1.
///
/// Stability (Hennig, doi:10.1016/j.csda.2006.11.025) tells how well a cluster comes back when four
/// fifths of the papers, drawn 20 times (12 times from 5,000 papers on), are clustered anew.
public final class ClusteringQuality {
  /// A cluster with a lower stability is unstable; Hennig calls it dissolved.
  public static final double UNSTABLE_BELOW = 0.5;

  private final float[] silhouettes;
  private final double[] byCluster;
  private final double mean;
  private final double[] stability;
  private final boolean stabilityMeasured;

  private ClusteringQuality(
      float[] silhouettes,
      double[] byCluster,
      double mean,
      double[] stability,
      boolean stabilityMeasured) {
    this.silhouettes = silhouettes;
    this.byCluster = byCluster;
    this.mean = mean;
    this.stability = stability;
    this.stabilityMeasured = stabilityMeasured;
  }

  /// Both measures. Noise is left out: it has the silhouette 0 and counts for no mean.
  ///
  /// @param graph neighbors of the same papers
  /// @param words those by words, if the clusters were found with them
  /// @param method that found the clusters
  public static ClusteringQuality of(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      WordNeighbors words,
      Clustering clustering,
      ClusteringMethod method) {
    ClusteringQuality apart = of(vectors, clustering);
    return new ClusteringQuality(
        apart.silhouettes,
        apart.byCluster,
        apart.mean,
        new Resampling(vectors, graph, words, clustering, method).stability(),
        true);
  }

  /// Silhouettes alone, for clusters of any source; all count as stable.
  public static ClusteringQuality of(EmbeddingMatrix vectors, Clustering clustering) {
    if (vectors.rows() != clustering.rows()) {
      throw new IllegalArgumentException(
          "%d vectors beside %d clustered papers. Measure what was clustered."
              .formatted(vectors.rows(), clustering.rows()));
    }
    int[] kept =
        IntStream.range(0, clustering.rows())
            .filter(row -> clustering.label(row) != Clustering.NOISE)
            .toArray();
    int[] labels = Arrays.stream(kept).map(clustering::label).toArray();
    float[] found = Silhouettes.of(vectors.select(kept), labels);
    float[] silhouettes = new float[clustering.rows()];
    for (int i = 0; i < kept.length; i++) {
      silhouettes[kept[i]] = found[i];
    }
    double[] byCluster = new double[clustering.count()];
    for (int cluster = 0; cluster < byCluster.length; cluster++) {
      byCluster[cluster] =
          clustering.members(cluster).stream()
              .mapToDouble(row -> silhouettes[row])
              .average()
              .orElse(0);
    }
    double[] stability = new double[byCluster.length];
    Arrays.fill(stability, 1);
    return new ClusteringQuality(silhouettes, byCluster, Silhouettes.mean(found), stability, false);
  }

  /// Whether stability was measured; otherwise all clusters count as stable.
  public boolean isStabilityMeasured() {
    return stabilityMeasured;
  }

  /// How much nearer a paper is to its own cluster than to the next, in [-1, 1]; 0 for a paper
  /// alone in its cluster, for noise, and where there is one cluster.
  public float silhouette(int row) {
    return silhouettes[row];
  }

  /// The mean over a cluster's papers.
  public double clusterSilhouette(int cluster) {
    return byCluster[cluster];
  }

  /// The mean over all papers that are not noise; 0 when there are none.
  public double silhouette() {
    return mean;
  }

  /// The stability of a cluster, in [0, 1]: the mean over all draws of the greatest Jaccard index
  /// with a cluster of the draw; 1 where there is one cluster.
  public double stability(int cluster) {
    return stability[cluster];
  }

  /// Whether the stability of a cluster is below [#UNSTABLE_BELOW].
  public boolean isUnstable(int cluster) {
    return stability[cluster] < UNSTABLE_BELOW;
  }
}
