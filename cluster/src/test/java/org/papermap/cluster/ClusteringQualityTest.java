package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

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

  static Stream<ClusteringMethod> methods() {
    return Stream.of(
        new ClusteringMethod.Ward(TopicCount.of(3)),
        new ClusteringMethod.KMeans(TopicCount.of(3), 7),
        new ClusteringMethod.Leiden(TopicCount.auto(), 7),
        new ClusteringMethod.Leiden(TopicCount.of(3), 7),
        new ClusteringMethod.Hdbscan(5, 3));
  }

  /// Papers about three things, `apart` from one another, beside noise of one in all directions.
  private static EmbeddingMatrix three(double apart) {
    Random random = new Random(3);
    float[] values = new float[120 * 12];
    for (int i = 0; i < values.length; i++) {
      boolean own = i % 12 == i / 12 % 3;
      values[i] = (float) ((own ? apart : 0) + random.nextGaussian());
    }
    return EmbeddingMatrix.normalized(values, 12);
  }

  private static ClusteringQuality quality(EmbeddingMatrix vectors, ClusteringMethod method) {
    NeighborGraph graph = NeighborGraph.exact(vectors, 15);
    Clustering topics = Clusterer.fit(vectors, graph, method).topics();
    return ClusteringQuality.of(vectors, graph, WordNeighbors.none(vectors.rows()), topics, method);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void clusters_that_lie_apart_come_back_whatever_part_of_the_papers_is_drawn(
      ClusteringMethod method) {
    ClusteringQuality quality = quality(three(12), method);

    for (int cluster = 0; cluster < 3; cluster++) {
      assertThat(quality.stability(cluster)).isGreaterThan(0.9);
      assertThat(quality.isUnstable(cluster)).isFalse();
    }
  }

  @Test
  void clusters_that_are_not_there_do_not_come_back() {
    ClusteringQuality quality = quality(three(0), new ClusteringMethod.KMeans(TopicCount.of(6), 7));

    assertThat(IntStream.range(0, 6).filter(quality::isUnstable)).hasSizeGreaterThan(3);
  }

  @Test
  void one_cluster_always_comes_back() {
    ClusteringQuality quality = quality(three(12), new ClusteringMethod.Ward(TopicCount.of(1)));

    assertThat(quality.stability(0)).isEqualTo(1);
  }
}
