package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.internal.kmeans.Centroids;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class ClustererTest {
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();

  static Stream<ClusteringMethod> methods() {
    return Stream.of(ClusteringMethod.Choice.values())
        .filter(choice -> choice != ClusteringMethod.Choice.AUTO)
        .map(choice ->
            choice == ClusteringMethod.Choice.HDBSCAN
                ? new ClusteringMethod.Hdbscan(5, 5)
                : choice.method(PAPERS.rows(), TopicCount.auto(), 7, 0.1));
  }

  /// Those that can be told how many topics to find.
  static Stream<ClusteringMethod> countedMethods() {
    return methods().filter(method -> !(method instanceof ClusteringMethod.Hdbscan));
  }

  private static ClusterTree fit(EmbeddingMatrix vectors, ClusteringMethod method) {
    return Clusterer.fit(vectors, NeighborGraph.exact(vectors, 15), method);
  }

  private static ClusteringMethod with(ClusteringMethod method, TopicCount topics) {
    return switch (method) {
      case ClusteringMethod.Ward _ -> new ClusteringMethod.Ward(topics);
      case ClusteringMethod.KMeans(_, long seed) -> new ClusteringMethod.KMeans(topics, seed);
      case ClusteringMethod.Leiden(_, long seed, LeidenProgram program) ->
          new ClusteringMethod.Leiden(topics, seed, program);
      case ClusteringMethod.Hdbscan hdbscan -> hdbscan;
    };
  }

  @ParameterizedTest
  @MethodSource("methods")
  void any_number_of_papers_is_divided_into_topics_of_three_or_more(ClusteringMethod method) {
    for (int n : new int[] {0, 1, 2, 3, 5, 6, 7, 16, 40}) {
      EmbeddingMatrix some = PAPERS.select(IntStream.range(0, n).toArray());

      Clustering topics = fit(some, method).topics();

      assertThat(topics.rows()).isEqualTo(n);
      if (!(method instanceof ClusteringMethod.Hdbscan)) {
        assertThat(topics.noise()).isZero();
      }
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

    assertThat(fit(same, method).topics().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void leiden_finds_no_topics_in_what_is_drawn_at_random(LeidenProgram program) {
    EmbeddingMatrix drawn = near(new float[600 * 64], 64, 1);

    assertThat(fit(drawn, new ClusteringMethod.Leiden(TopicCount.auto(), 7, program)).topics())
        .extracting(Clustering::count)
        .isEqualTo(1);
  }

  /// There are so many topics here that papers are hardly nearer to their own than to the next one:
  /// the mean silhouette is below zero.
  @Test
  void leiden_finds_topics_where_there_are_versions_of_papers() {
    // Given
    int dimension = 64;
    EmbeddingMatrix papers = near(new float[3000 * dimension], dimension, 1);
    float[] versions = new float[4 * papers.rows() * dimension];
    for (int i = 0; i < 4 * papers.rows(); i++) {
      System.arraycopy(papers.row(i % papers.rows()), 0, versions, i * dimension, dimension);
    }
    EmbeddingMatrix all = near(versions, dimension, 0.02);

    // When
    Clustering topics = fit(all, new ClusteringMethod.Leiden(TopicCount.auto(), 7)).topics();

    // Then
    assertThat(topics.count()).isGreaterThan(50);
    assertThat(IntStream.range(0, topics.count()))
        .allMatch(topic -> topics.members(topic).size() >= all.rows() / 1000);
    int[] labels = topics.labels();
    assertThat(IntStream.range(0, papers.rows()))
        .filteredOn(row -> labels[row] == labels[row + papers.rows()])
        .hasSizeGreaterThan(papers.rows() * 9 / 10);
  }

  /// Directions near others, by a normal deviation in each number.
  private static EmbeddingMatrix near(float[] values, int dimension, double deviation) {
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (deviation * random.nextGaussian());
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }

  @ParameterizedTest
  @MethodSource("countedMethods")
  void a_fixed_number_of_topics_is_kept_to_even_among_equal_papers(ClusteringMethod method) {
    EmbeddingMatrix same = PAPERS.select(new int[5]);
    for (int number = 1; number <= 5; number++) {
      ClusteringMethod fixed = with(method, TopicCount.of(number));

      assertThat(fit(same, fixed).topics().count()).isEqualTo(number);
      assertThat(fit(PAPERS, fixed).topics().count()).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @MethodSource("countedMethods")
  void more_topics_than_papers_are_refused_in_one_line(ClusteringMethod method) {
    ClusteringMethod fixed = with(method, TopicCount.of(6));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(PAPERS.select(0, 1, 2, 3, 4), fixed))
        .withMessage("topics: 6, and there are fewer papers. Give auto, or 5 at most.");
  }

  /// Which of four groups each of 60 papers is of.
  private static final int[] TRUTH = IntStream.range(0, 60).map(row -> row % 4).toArray();

  private static EmbeddingMatrix apart() {
    Random random = new Random(1);
    float[] values = new float[60 * 8];
    for (int row = 0; row < 60; row++) {
      for (int j = 0; j < 8; j++) {
        values[row * 8 + j] = (j == TRUTH[row] ? 1 : 0) + (float) (0.1 * random.nextGaussian());
      }
    }
    return EmbeddingMatrix.normalized(values, 8);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void groups_that_lie_apart_are_found(ClusteringMethod method) {
    Clustering topics = fit(apart(), method).topics();

    assertThat(Clustering.of(topics.labels())).isEqualTo(Clustering.of(TRUTH));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void groups_that_lie_apart_are_found_in_any_order_of_papers(ClusteringMethod method) {
    int[] rows = shuffled(60);

    Clustering topics = fit(apart().select(rows), method).topics();

    int[] moved = Arrays.stream(rows).map(row -> TRUTH[row]).toArray();
    assertThat(Clustering.of(topics.labels())).isEqualTo(Clustering.of(moved));
  }

  private static int[] shuffled(int papers) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, papers).boxed().toList());
    Collections.shuffle(order, new Random(3));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void the_result_is_the_same_with_one_thread(ClusteringMethod method) throws Exception {
    ClusterTree many = fit(PAPERS, method);
    ClusterTree one;
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      one = pool.submit(() -> fit(PAPERS, method)).get();
    }

    assertThat(one.topics()).isEqualTo(many.topics());
    assertThat(one.level(one.depth() - 1)).isEqualTo(many.level(many.depth() - 1));
  }

  static Stream<ClusteringMethod> methodsWithoutChance() {
    return Stream.of(
        new ClusteringMethod.Ward(TopicCount.auto()), new ClusteringMethod.Hdbscan(3, 2));
  }

  @ParameterizedTest
  @MethodSource("methodsWithoutChance")
  void a_method_without_chance_does_not_care_about_the_order_of_papers(ClusteringMethod method) {
    int[] rows = shuffled(PAPERS.rows());

    Clustering straight = fit(PAPERS, method).topics();
    Clustering shuffled = fit(PAPERS.select(rows), method).topics();

    assertThat(straight.count()).isGreaterThan(1);
    int[] moved = Arrays.stream(rows).map(straight::label).toArray();
    assertThat(Clustering.Agreement.of(shuffled, Clustering.of(moved)).adjustedRandIndex())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_sub_topic_lies_in_one_topic_and_noise_in_none(ClusteringMethod method) {
    ClusterTree tree = fit(PAPERS, method);

    for (int row = 0; row < PAPERS.rows(); row++) {
      int topic = tree.topics().label(row);
      int subtopic = tree.level(tree.topicLevel() + 1).label(row);
      assertThat(
              subtopic == Clustering.NOISE
                  ? Clustering.NOISE
                  : tree.parent(tree.topicLevel() + 1, subtopic))
          .isEqualTo(topic);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_graph_of_other_papers_is_refused(ClusteringMethod method) {
    NeighborGraph graph = NeighborGraph.exact(PAPERS, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clusterer.fit(PAPERS.select(0, 1), graph, method))
        .withMessageStartingWith("2 vectors beside the neighbors of 91 papers.");
  }

  @Test
  void each_paper_is_nearest_to_the_centroid_of_its_topic() {
    Clustering topics = fit(PAPERS, new ClusteringMethod.Ward(TopicCount.auto())).topics();

    Centroids centroids = Centroids.of(PAPERS, topics.labels(), topics.count());

    assertThat(IntStream.range(0, PAPERS.rows()).map(row -> centroids.nearestTo(PAPERS, row)))
        .containsExactly(Arrays.stream(topics.labels()).boxed().toArray(Integer[]::new));
  }

  @Test
  void the_real_papers_fall_into_topics_with_sub_topics_within() {
    ClusterTree tree = fit(PAPERS, new ClusteringMethod.Ward(TopicCount.auto()));

    assertThat(tree.topics().count()).isBetween(6, 12);
    assertThat(tree.level(tree.topicLevel() + 1).count()).isGreaterThan(tree.topics().count());
    // Text-to-image diffusion, dense retrieval, and KV caches keep together, and apart.
    assertThat(List.of(0, 7, 10, 17, 66)).allMatch(row -> label(tree, row) == label(tree, 0));
    assertThat(List.of(13, 43, 46, 67, 83)).allMatch(row -> label(tree, row) == label(tree, 13));
    assertThat(List.of(53, 58, 82, 87)).allMatch(row -> label(tree, row) == label(tree, 53));
    assertThat(List.of(label(tree, 0), label(tree, 13), label(tree, 53))).doesNotHaveDuplicates();
  }

  @Test
  void the_areas_of_the_real_papers_are_diffusion_vision_language_models_and_retrieval() {
    ClusterTree tree = fit(PAPERS, new ClusteringMethod.Ward(TopicCount.auto()));

    assertThat(tree.topicLevel()).isEqualTo(1);
    Clustering areas = tree.level(0);
    assertThat(areas.count()).isEqualTo(4);
    List<List<Integer>> subjects =
        List.of(
            List.of(0, 1, 4, 7, 10, 17, 66),
            List.of(2, 9, 12, 14, 15, 16, 76, 78),
            List.of(5, 23, 58, 69, 81),
            List.of(13, 43, 44, 46, 67, 83));
    for (List<Integer> subject : subjects) {
      assertThat(subject).allMatch(row -> areas.label(row) == areas.label(subject.getFirst()));
    }
    assertThat(subjects.stream().map(subject -> areas.label(subject.getFirst())))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_handful_of_topics_has_no_areas() {
    ClusterTree five = fit(PAPERS, new ClusteringMethod.Ward(TopicCount.of(5)));
    ClusterTree six = fit(PAPERS, new ClusteringMethod.Ward(TopicCount.of(6)));

    assertThat(five.topicLevel()).isZero();
    assertThat(six.topicLevel()).isEqualTo(1);
    assertThat(six.level(0).count()).isEqualTo(3);
  }

  private static int label(ClusterTree tree, int row) {
    return tree.topics().label(row);
  }

  @Test
  void ward_refuses_more_papers_than_it_can_hold() {
    float[] values = new float[ClusteringMethod.WARD_LIMIT + 1];
    Arrays.fill(values, 1);
    EmbeddingMatrix many = EmbeddingMatrix.of(values, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(many, new ClusteringMethod.Ward(TopicCount.auto())))
        .withMessageContaining("10001 papers");
  }

  @Test
  void a_reading_group_gets_ward_and_more_papers_get_leiden() {
    assertThat(ClusteringMethod.Choice.AUTO.method(299, TopicCount.of(4), 7, 0.1))
        .isEqualTo(new ClusteringMethod.Ward(TopicCount.of(4)));
    assertThat(ClusteringMethod.Choice.AUTO.method(300, TopicCount.of(4), 7, 0.1))
        .isEqualTo(new ClusteringMethod.Leiden(TopicCount.of(4), 7));
  }

  @ParameterizedTest
  @EnumSource
  void a_choice_is_read_by_its_name(ClusteringMethod.Choice choice) {
    String name = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');

    assertThat(ClusteringMethod.Choice.parse(name)).isEqualTo(choice);
  }

  @Test
  void a_choice_that_is_none_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusteringMethod.Choice.parse("dbscan"))
        .withMessage(
            "clusters: dbscan. Give one of auto, ward, kmeans, leiden, cwts-leiden, hdbscan.");
  }

  @Test
  void hdbscan_takes_no_number_of_topics_and_no_sizes_below_two() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusteringMethod.Choice.HDBSCAN.method(91, TopicCount.of(4), 7, 0.1))
        .withMessageStartingWith("topics: 4 with HDBSCAN");
    assertThatIllegalArgumentException().isThrownBy(() -> new ClusteringMethod.Hdbscan(1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClusteringMethod.Hdbscan(5, 1));
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
