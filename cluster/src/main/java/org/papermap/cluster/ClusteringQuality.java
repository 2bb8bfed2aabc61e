package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;

/// How well apart the clusters of a clustering are: silhouettes (Rousseeuw,
/// doi:10.1016/0377-0427(87)90125-7) with 1 − cosine as the distance. Abstracts of one field lie
/// close together, so that 0.1 is a fair mean for them; what counts is which cluster is higher.
/// Immutable.
public final class ClusteringQuality {
  private final float[] silhouettes;
  private final double[] byCluster;
  private final double mean;

  private ClusteringQuality(float[] silhouettes, double[] byCluster, double mean) {
    this.silhouettes = silhouettes;
    this.byCluster = byCluster;
    this.mean = mean;
  }

  /// Noise is left out: its papers have the silhouette 0 and count for no mean.
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
    return new ClusteringQuality(silhouettes, byCluster, Silhouettes.mean(found));
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
}
