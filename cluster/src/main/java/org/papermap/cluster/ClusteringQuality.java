package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.kmeans.Silhouettes;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

/// How well apart the clusters of a clustering are: silhouettes (Rousseeuw,
/// doi:10.1016/0377-0427(87)90125-7) with 1 − cosine as the distance. Abstracts of one field lie
/// close together, so that 0.1 is a fair mean for them; what counts is which cluster is higher. And
/// how well each cluster comes back when four fifths of the papers, drawn 20 times (12 times from
/// 5,000 papers on), are clustered anew (Hennig, doi:10.1016/j.csda.2006.11.025). Immutable.
public final class ClusteringQuality {
  /// Below this a cluster is unstable: what is most like it in another draw is more unlike it than
  /// like it. Hennig calls it dissolved.
  public static final double UNSTABLE_BELOW = 0.5;

  private final float[] silhouettes;
  private final double[] byCluster;
  private final double mean;
  private final double[] stability;

  private ClusteringQuality(
      float[] silhouettes, double[] byCluster, double mean, double[] stability) {
    this.silhouettes = silhouettes;
    this.byCluster = byCluster;
    this.mean = mean;
    this.stability = stability;
  }

  /// Noise is left out: its papers have the silhouette 0 and count for no mean.
  ///
  /// @param graph neighbors of the same papers
  /// @param method the one that found the clusters
  public static ClusteringQuality of(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      Clustering clustering,
      ClusteringMethod method) {
    ClusteringQuality apart = of(vectors, clustering);
    return new ClusteringQuality(
        apart.silhouettes,
        apart.byCluster,
        apart.mean,
        new Resampling(vectors, graph, clustering, method).stability());
  }

  /// Silhouettes alone, where it is not known how the clusters were found; all count as stable.
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
    return new ClusteringQuality(silhouettes, byCluster, Silhouettes.mean(found), stability);
  }

  /// How much nearer a paper is to its own cluster than to the next, in [-1, 1]; 0 alone in its
  /// cluster, as noise, or where there is one cluster.
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

  /// How well a cluster comes back when a part of the papers is clustered anew, in [0, 1]: the mean
  /// Jaccard index with the cluster found that is most like it; 1 where there is one cluster.
  public double stability(int cluster) {
    return stability[cluster];
  }

  /// Whether a cluster comes back too seldom to be relied upon, see [#UNSTABLE_BELOW].
  public boolean isUnstable(int cluster) {
    return stability[cluster] < UNSTABLE_BELOW;
  }
}
