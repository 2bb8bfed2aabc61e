package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.real.RealPapers;
import org.papermap.search.NeighborGraph;

class DenseRegionsTest {
  /// The regions of points in a row, given the lengths between one and the next.
  private static Clustering inARow(int minimumSize, float... lengths) {
    return treeInARow(minimumSize, lengths).clustering(DensitySelection.EXCESS_OF_MASS);
  }

  private static CondensedTree treeInARow(int minimumSize, float... lengths) {
    int points = lengths.length + 1;
    int[] from = IntStream.range(0, points - 1).toArray();
    int[] to = IntStream.range(1, points).toArray();
    return CondensedTree.of(LinkageTree.of(points, from, to, lengths), minimumSize);
  }

  @Test
  void a_point_between_no_group_is_noise() {
    // Two groups of three, born at λ = 1/8, and a last point 18 away.
    Clustering regions = inARow(3, 1, 1, 8, 1, 1, 18);

    assertThat(regions)
        .isEqualTo(
            Clustering.of(
                new int[] {0, 0, 0, 1, 1, 1, Clustering.NOISE}, new float[] {1, 1, 1, 1, 1, 1, 0}));
    assertThat(regions.noise()).isEqualTo(1);
  }

  @Test
  void two_groups_are_one_where_they_last_shorter_than_their_union() {
    // The union lives from λ = 0.1 to 0.8, 6 × 0.7 = 4.2; its halves to 1, 2 × 3 × 0.2 = 1.2.
    assertThat(inARow(3, 1, 1, 1.25f, 1, 1, 10, 1, 1).labels())
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1);
    // The union lives from λ = 0.1 to 0.2, 6 × 0.1 = 0.6; its halves to 1, 2 × 3 × 0.8 = 4.8.
    assertThat(inARow(3, 1, 1, 5, 1, 1, 10, 1, 1).labels())
        .containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void a_point_belongs_the_less_the_sooner_it_falls_out() {
    Clustering regions = inARow(3, 1, 1, 2, 10, 1, 1);

    assertThat(regions.labels()).containsExactly(0, 0, 0, 0, 1, 1, 1);
    assertThat(IntStream.range(0, 7).mapToObj(regions::strength))
        .containsExactly(1f, 1f, 1f, 0.5f, 1f, 1f, 1f);
  }

  @Test
  void leaves_are_found_where_their_union_has_more_mass() {
    CondensedTree tree = treeInARow(3, 1, 1, 1.25f, 1, 1, 10, 1, 1);

    assertThat(tree.clustering(DensitySelection.EXCESS_OF_MASS).labels())
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1);
    assertThat(tree.clustering(DensitySelection.LEAVES).labels())
        .containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void the_minimum_size_is_that_at_which_leaves_last_longest() {
    // Four pairs, two by two in fours, which lie far apart.
    float[] lengths = {1, 2, 1, 9, 1, 2, 1};

    // As a minimum 2 has four leaves that are so at 2 alone, ending at λ = 1: 4. From 3 on there
    // are
    // two leaves, at 3 and 4, ending at λ = 1/2, since they still split: 2 × 2 / 2 = 2.
    assertThat(treeInARow(2, lengths).clustering(DensitySelection.PERSISTENT).labels())
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
  }

  @Test
  void small_and_dense_leaves_give_way_to_large_ones_that_last() {
    // Two rows of ten at lengths of 2, each with two pairs of 1 in it, and 9 between them.
    float[] lengths = new float[19];
    Arrays.fill(lengths, 2);
    lengths[0] = 1;
    lengths[8] = 1;
    lengths[9] = 9;
    lengths[10] = 1;
    lengths[18] = 1;

    // Leaves at 2: four pairs, 4 × 1 × 1. Leaves from 3 to 10: two rows, 2 × 8 × 1/2.
    Clustering found = treeInARow(2, lengths).clustering(DensitySelection.PERSISTENT);

    assertThat(found.labels()).isEqualTo(IntStream.range(0, 20).map(point -> point / 10).toArray());
  }

  @Test
  void outlier_scores_are_those_computed_by_hand() {
    // Row 3 falls out of the first group at λ = 1/2, the others at 1; the last out of the root, at
    // 1/20, below which the densest is 1.
    float[] scores = treeInARow(3, 1, 1, 2, 10, 1, 1, 20).outlierScores();

    assertThat(scores).containsExactly(0, 0, 0, 0.5f, 0, 0, 0, 0.95f);
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "3, 3", "4, 0"})
  void groups_below_the_minimum_size_are_none(int minimumSize, int count) {
    assertThat(inARow(minimumSize, 1, 1, 9, 1, 1, 9, 1, 1).count()).isEqualTo(count);
  }

  @Test
  void joins_of_one_length_are_one_join_in_whatever_order_they_stand() {
    // Three groups at once: taken two by two, one pair would seem to be there before the third.
    int[] from = {0, 1, 3, 4, 6, 7, 2, 5};
    int[] to = {1, 2, 4, 5, 7, 8, 3, 6};
    float[] lengths = {1, 1, 1, 1, 1, 1, 4, 4};
    Clustering first =
        CondensedTree.of(LinkageTree.of(9, from, to, lengths), 3)
            .clustering(DensitySelection.EXCESS_OF_MASS);
    int[] fromTurned = {0, 1, 3, 4, 6, 7, 5, 2};
    int[] toTurned = {1, 2, 4, 5, 7, 8, 6, 3};
    Clustering second =
        CondensedTree.of(LinkageTree.of(9, fromTurned, toTurned, lengths), 3)
            .clustering(DensitySelection.EXCESS_OF_MASS);

    assertThat(first.labels()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void parts_that_no_edge_joins_are_apart() {
    int[] from = {0, 1, 3, 4};
    int[] to = {1, 2, 4, 5};

    LinkageTree tree = LinkageTree.of(7, from, to, new float[] {1, 1, 1, 1});

    assertThat(tree.length(tree.root())).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(CondensedTree.of(tree, 3).clustering(DensitySelection.EXCESS_OF_MASS).labels())
        .containsExactly(0, 0, 0, 1, 1, 1, Clustering.NOISE);
  }

  @Test
  void up_to_any_length_there_are_as_many_joins_as_parts_have_grown_together() {
    Random random = new Random(5);
    int points = 60;
    int[] from = random.ints(300, 0, points).toArray();
    int[] to = random.ints(300, 0, points).toArray();
    float[] lengths = new float[300];
    for (int edge = 0; edge < lengths.length; edge++) {
      lengths[edge] = 1 + random.nextInt(40);
    }

    LinkageTree tree = LinkageTree.of(points, from, to, lengths);

    for (int length = 0; length <= 41; length++) {
      int most = length;
      long joins =
          IntStream.rangeClosed(points, tree.root())
              .filter(join -> tree.length(join) <= most)
              .count();
      assertThat(points - joins).isEqualTo(parts(points, from, to, lengths, most));
    }
  }

  /// Connected parts, by spreading the lowest number of each until nothing changes.
  private static long parts(int points, int[] from, int[] to, float[] lengths, int most) {
    int[] lowest = IntStream.range(0, points).toArray();
    for (int round = 0; round < points; round++) {
      for (int edge = 0; edge < lengths.length; edge++) {
        if (lengths[edge] <= most) {
          int lower = Math.min(lowest[from[edge]], lowest[to[edge]]);
          lowest[from[edge]] = lower;
          lowest[to[edge]] = lower;
        }
      }
    }
    return Arrays.stream(lowest).distinct().count();
  }

  /// Two half circles of so many points each, one hooked into the other, on a small patch of the
  /// sphere; then points strewn over the patch.
  private static EmbeddingMatrix moons(int each, int strewn) {
    Random random = new Random(2);
    float[] values = new float[(2 * each + strewn) * 3];
    for (int row = 0; row < 2 * each + strewn; row++) {
      double angle = Math.PI * (row % each) / each;
      double x = row < each ? Math.cos(angle) : 1 - Math.cos(angle);
      double y = row < each ? Math.sin(angle) : 0.4 - Math.sin(angle);
      if (row >= 2 * each) {
        x = random.nextDouble(-3, 4);
        y = random.nextDouble(-3, 3);
      }
      values[3 * row] = (float) (0.2 * (x + 0.03 * random.nextGaussian()));
      values[3 * row + 1] = (float) (0.2 * (y + 0.03 * random.nextGaussian()));
      values[3 * row + 2] = 1;
    }
    return EmbeddingMatrix.normalized(values, 3);
  }

  private static Clustering regions(EmbeddingMatrix vectors, ClusteringMethod method) {
    return Clusterer.fit(vectors, NeighborGraph.exact(vectors, 15), method).topics();
  }

  // All pairs are compared for the first, near neighbors for the second.
  @ParameterizedTest
  @ValueSource(ints = {150, 700})
  void half_circles_are_found_whole_where_k_means_cuts_them(int each) {
    EmbeddingMatrix moons = moons(each, 0);
    Clustering truth = Clustering.of(IntStream.range(0, 2 * each).map(row -> row / each).toArray());

    Clustering found = regions(moons, new ClusteringMethod.Hdbscan(10, 5));
    Clustering cut = regions(moons, new ClusteringMethod.KMeans(TopicCount.of(2), 1));

    assertThat(ClusteringAgreement.of(found, truth).adjustedRandIndex()).isGreaterThan(0.97);
    assertThat(ClusteringAgreement.of(cut, truth).adjustedRandIndex()).isLessThan(0.7);
  }

  @Test
  void half_circles_are_found_whole_after_smoothing_too() {
    EmbeddingMatrix moons = moons(700, 0);
    Clustering truth = Clustering.of(IntStream.range(0, 1400).map(row -> row / 700).toArray());

    Clustering found =
        regions(
            moons, new ClusteringMethod.Hdbscan(50, 10, DensitySelection.EXCESS_OF_MASS, 2, 0.1));

    assertThat(ClusteringAgreement.of(found, truth).adjustedRandIndex()).isGreaterThan(0.95);
  }

  /// A ring around a heap on a small patch of the sphere.
  @Test
  void a_ring_and_what_it_encloses_are_apart_where_k_means_halves_them() {
    Random random = new Random(6);
    float[] values = new float[600 * 3];
    for (int row = 0; row < 600; row++) {
      double radius = row < 300 ? 0.3 + 0.01 * random.nextGaussian() : 0.05 * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      values[3 * row] = (float) (radius * Math.cos(angle));
      values[3 * row + 1] = (float) (radius * Math.sin(angle));
      values[3 * row + 2] = 1;
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 3);
    Clustering truth = Clustering.of(IntStream.range(0, 600).map(row -> row / 300).toArray());

    Clustering found = regions(vectors, new ClusteringMethod.Hdbscan(50, 5));
    Clustering cut = regions(vectors, new ClusteringMethod.KMeans(TopicCount.of(2), 1));

    assertThat(ClusteringAgreement.of(found, truth).adjustedRandIndex()).isGreaterThan(0.95);
    assertThat(ClusteringAgreement.of(cut, truth).adjustedRandIndex()).isLessThan(0.5);
  }

  /// Papers of eight subjects with much in common, so that their distances hardly differ.
  private static EmbeddingMatrix blurred(int papers) {
    Random random = new Random(8);
    int dimension = 64;
    float[] values = new float[papers * dimension];
    for (int row = 0; row < papers; row++) {
      for (int j = 0; j < dimension; j++) {
        values[row * dimension + j] = (float) random.nextGaussian();
      }
      values[row * dimension + row % 8] += 5;
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }

  @Test
  void smoothing_brings_out_regions_that_the_vectors_as_they_are_do_not_have() {
    EmbeddingMatrix papers = blurred(1200);
    Clustering truth = Clustering.of(IntStream.range(0, 1200).map(row -> row % 8).toArray());

    Clustering plain = regions(papers, new ClusteringMethod.Hdbscan(12, 5));
    Clustering found = regions(papers, ClusteringMethod.Hdbscan.forPapers(1200));

    assertThat(ClusteringAgreement.of(plain, truth).adjustedMutualInformation()).isLessThan(0.6);
    assertThat(ClusteringAgreement.of(found, truth).adjustedMutualInformation()).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.1})
  void noise_is_brought_down_to_a_share_by_taking_in_the_densest(double share) {
    EmbeddingMatrix papers = RealPapers.vectors();
    ClusteringMethod.Hdbscan method =
        new ClusteringMethod.Hdbscan(5, 4, DensitySelection.LEAVES, 1, 1);

    Clustering open = regions(papers, method);
    Clustering limited = regions(papers, method.withMaximumNoise(share));

    assertThat(open.noise()).isGreaterThan(20);
    assertThat(limited.noise()).isEqualTo((int) (share * papers.rows()));
    int[] kept =
        IntStream.range(0, papers.rows())
            .filter(row -> open.label(row) != Clustering.NOISE)
            .toArray();
    assertThat(Clustering.of(Arrays.stream(kept).map(limited::label).toArray()).labels())
        .isEqualTo(Clustering.of(Arrays.stream(kept).map(open::label).toArray()).labels());
    assertThat(limited.count()).isEqualTo(open.count());
  }

  @Test
  void a_share_that_is_none_is_refused() {
    ClusteringMethod.Hdbscan method = ClusteringMethod.Hdbscan.forPapers(91);

    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> method.withMaximumNoise(share));
    }
  }

  @Test
  void strewn_points_are_noise() {
    EmbeddingMatrix vectors = moons(150, 40);

    Clustering found = regions(vectors, new ClusteringMethod.Hdbscan(15, 5));

    assertThat(found.count()).isEqualTo(2);
    assertThat(IntStream.range(300, 340).filter(row -> found.label(row) == Clustering.NOISE))
        .hasSizeGreaterThan(25);
    assertThat(IntStream.range(0, 300).filter(row -> found.label(row) == Clustering.NOISE))
        .hasSizeLessThan(15);
  }

  @Test
  void regions_and_outlier_scores_are_those_of_another_implementation() throws IOException {
    List<double[]> rows = reference();
    int points = rows.size();
    int[] from = IntStream.range(0, points * points).map(i -> i / points).toArray();
    int[] to = IntStream.range(0, points * points).map(i -> i % points).toArray();
    float[] lengths = new float[points * points];
    for (int i = 0; i < lengths.length; i++) {
      double reach = Math.max(sixth(rows, from[i]), sixth(rows, to[i]));
      lengths[i] = (float) Math.max(reach, distance(rows.get(from[i]), rows.get(to[i])));
    }

    CondensedTree tree = CondensedTree.of(LinkageTree.of(points, from, to, lengths), 6);

    int[] expected = rows.stream().mapToInt(row -> (int) row[2] == 0 ? -1 : (int) row[2]).toArray();
    assertThat(tree.clustering(DensitySelection.EXCESS_OF_MASS).labels())
        .isEqualTo(Clustering.of(expected).labels());
    float[] scores = tree.outlierScores();
    for (int point = 0; point < points; point++) {
      assertThat(scores[point]).isCloseTo((float) rows.get(point)[3], within(1e-5f));
    }
  }

  /// x, y, cluster, outlier score; see the head of the file.
  private static List<double[]> reference() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DenseRegionsTest.class.getResourceAsStream("hdbscan-reference.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }

  /// The distance to the sixth of its neighborhood, itself being the first.
  private static double sixth(List<double[]> rows, int point) {
    return rows.stream()
        .mapToDouble(other -> distance(rows.get(point), other))
        .sorted()
        .toArray()[5];
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  @Test
  void strengths_are_shares_and_noise_has_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clustering.of(new int[] {0, -1}, new float[] {1, 0.5f}))
        .withMessageStartingWith("row 1: strength 0.5.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clustering.of(new int[] {0}, new float[] {Float.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clustering.of(new int[] {0, 1}, new float[] {1}));
  }
}
