package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.real.RealPapers;

class ClustererTest {
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();

  static Stream<ClusteringMethod> methods() {
    return Stream.of(
        new ClusteringMethod.Ward(TopicCount.auto()),
        new ClusteringMethod.KMeans(TopicCount.auto(), 7));
  }

  private static ClusteringMethod with(ClusteringMethod method, TopicCount topics) {
    return switch (method) {
      case ClusteringMethod.Ward _ -> new ClusteringMethod.Ward(topics);
      case ClusteringMethod.KMeans(_, long seed) -> new ClusteringMethod.KMeans(topics, seed);
    };
  }

  @ParameterizedTest
  @MethodSource("methods")
  void any_number_of_papers_is_divided_into_topics_of_three_or_more(ClusteringMethod method) {
    for (int n : new int[] {0, 1, 2, 3, 5, 6, 7, 16, 40}) {
      EmbeddingMatrix some = PAPERS.select(IntStream.range(0, n).toArray());

      Clustering topics = Clusterer.fit(some, method).topics();

      assertThat(topics.rows()).isEqualTo(n);
      assertThat(topics.noise()).isZero();
      assertThat(topics.count()).isBetween(Math.min(n, 1), Math.max(1, n / 3));
      for (int topic = 0; topic < topics.count(); topic++) {
        assertThat(topics.members(topic)).hasSizeGreaterThanOrEqualTo(Math.min(n, 3));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void equal_papers_are_one_topic(ClusteringMethod method) {
    EmbeddingMatrix same = PAPERS.select(new int[16]);

    assertThat(Clusterer.fit(same, method).topics().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_fixed_number_of_topics_is_kept_to_even_among_equal_papers(ClusteringMethod method) {
    EmbeddingMatrix same = PAPERS.select(new int[5]);
    for (int number = 1; number <= 5; number++) {
      ClusteringMethod fixed = with(method, TopicCount.of(number));

      assertThat(Clusterer.fit(same, fixed).topics().count()).isEqualTo(number);
      assertThat(Clusterer.fit(PAPERS, fixed).topics().count()).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void more_topics_than_papers_are_refused_in_one_line(ClusteringMethod method) {
    ClusteringMethod fixed = with(method, TopicCount.of(6));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clusterer.fit(PAPERS.select(0, 1, 2, 3, 4), fixed))
        .withMessage("topics: 6 for 5 papers. Give auto, or 1 to 5.");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void groups_that_lie_apart_are_found(ClusteringMethod method) {
    Random random = new Random(1);
    int[] truth = IntStream.range(0, 60).map(row -> row % 4).toArray();
    float[] values = new float[60 * 8];
    for (int row = 0; row < 60; row++) {
      for (int j = 0; j < 8; j++) {
        values[row * 8 + j] = (j == truth[row] ? 1 : 0) + (float) (0.1 * random.nextGaussian());
      }
    }

    Clustering topics = Clusterer.fit(EmbeddingMatrix.normalized(values, 8), method).topics();

    assertThat(topics).isEqualTo(Clustering.of(truth));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void the_result_is_the_same_with_one_thread(ClusteringMethod method) throws Exception {
    ClusterTree many = Clusterer.fit(PAPERS, method);
    ClusterTree one;
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      one = pool.submit(() -> Clusterer.fit(PAPERS, method)).get();
    }

    assertThat(one.topics()).isEqualTo(many.topics());
    assertThat(one.level(1)).isEqualTo(many.level(1));
  }

  @Test
  void ward_does_not_care_about_the_order_of_papers() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, PAPERS.rows()).boxed().toList());
    Collections.shuffle(order, new Random(3));
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    ClusteringMethod ward = new ClusteringMethod.Ward(TopicCount.auto());

    Clustering straight = Clusterer.fit(PAPERS, ward).topics();
    Clustering shuffled = Clusterer.fit(PAPERS.select(rows), ward).topics();

    int[] moved = Arrays.stream(rows).map(straight::label).toArray();
    assertThat(ClusteringAgreement.of(shuffled, Clustering.of(moved)).adjustedRandIndex())
        .isEqualTo(1);
  }

  @Test
  void each_paper_is_nearest_to_the_centroid_of_its_topic() {
    Clustering topics =
        Clusterer.fit(PAPERS, new ClusteringMethod.Ward(TopicCount.auto())).topics();

    Centroids centroids = Centroids.of(PAPERS, topics.labels(), topics.count());

    assertThat(centroids.nearest(PAPERS)).isEqualTo(topics.labels());
  }

  @Test
  void the_real_papers_fall_into_topics_with_sub_topics_within() {
    ClusterTree tree = Clusterer.fit(PAPERS, new ClusteringMethod.Ward(TopicCount.auto()));

    assertThat(tree.topics().count()).isBetween(6, 12);
    assertThat(tree.level(1).count()).isGreaterThan(tree.topics().count());
    // Text-to-image diffusion, dense retrieval, and KV caches keep together, and apart.
    assertThat(List.of(0, 7, 10, 17, 66)).allMatch(row -> label(tree, row) == label(tree, 0));
    assertThat(List.of(13, 43, 46, 67, 83)).allMatch(row -> label(tree, row) == label(tree, 13));
    assertThat(List.of(53, 58, 82, 87)).allMatch(row -> label(tree, row) == label(tree, 53));
    assertThat(List.of(label(tree, 0), label(tree, 13), label(tree, 53))).doesNotHaveDuplicates();
  }

  private static int label(ClusterTree tree, int row) {
    return tree.topics().label(row);
  }

  @Test
  void ward_refuses_more_papers_than_it_can_hold_and_k_means_is_chosen_for_them() {
    float[] values = new float[ClusteringMethod.WARD_LIMIT + 1];
    Arrays.fill(values, 1);
    EmbeddingMatrix many = EmbeddingMatrix.of(values, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clusterer.fit(many, new ClusteringMethod.Ward(TopicCount.auto())))
        .withMessageContaining("10001 papers");
    assertThat(ClusteringMethod.forPapers(many.rows(), TopicCount.auto(), 1))
        .isInstanceOf(ClusteringMethod.KMeans.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "two", "", "1.5", "Auto"})
  void a_count_of_topics_is_auto_or_a_positive_number(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicCount.parse(text))
        .withMessage("topics: " + text + ". Give auto, or 1 or more.");
    assertThat(TopicCount.parse("auto")).isEqualTo(TopicCount.auto());
    assertThat(TopicCount.parse("12")).isEqualTo(TopicCount.of(12));
  }
}
