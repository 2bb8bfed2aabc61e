package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.papermap.embed.EmbeddingMatrix;

class ClusteringQualityTest {
  private static final EmbeddingMatrix FOUR =
      EmbeddingMatrix.of(new float[] {1, 0, 0.8f, 0.6f, 0, 1, -0.6f, 0.8f}, 2);

  @Test
  void silhouettes_are_those_computed_by_hand() {
    ClusteringQuality quality = ClusteringQuality.of(FOUR, Clustering.of(new int[] {0, 0, 1, 1}));

    // Row 0: 0.2 to its own cluster; (1 + 1.6) / 2 to the other. Row 1: 0.2; (0.4 + 1) / 2.
    assertThat(quality.silhouette(0)).isCloseTo((float) (1.1 / 1.3), within(1e-5f));
    assertThat(quality.silhouette(1)).isCloseTo((float) (0.5 / 0.7), within(1e-5f));
    assertThat(quality.silhouette()).isCloseTo((1.1 / 1.3 + 0.5 / 0.7) / 2, within(1e-5));
    assertThat(quality.clusterSilhouette(1)).isCloseTo(quality.silhouette(), within(1e-5));
  }

  @Test
  void noise_and_papers_alone_count_nothing() {
    ClusteringQuality quality =
        ClusteringQuality.of(FOUR, Clustering.of(new int[] {0, 0, Clustering.NOISE, 1}));

    assertThat(quality.silhouette(2)).isZero();
    assertThat(quality.silhouette(3)).isZero();
    assertThat(quality.silhouette(0)).isCloseTo((float) (1.4 / 1.6), within(1e-5f));
    // Row 1 is 0.2 from row 0 and 1 from row 3, which is alone. Row 2 is not among the three.
    assertThat(quality.silhouette()).isCloseTo((1.4 / 1.6 + 0.8) / 3, within(1e-5));
  }

  @Test
  void one_cluster_and_none_have_no_silhouette() {
    assertThat(ClusteringQuality.of(FOUR, Clustering.of(new int[4])).silhouette()).isZero();
    assertThat(ClusteringQuality.of(FOUR.select(), Clustering.of(new int[0])).silhouette())
        .isZero();
  }
}
