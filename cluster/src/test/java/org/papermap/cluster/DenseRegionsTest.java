package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

class DenseRegionsTest {
  /// The regions of points in a row, given the lengths between one and the next.
  private static Clustering inARow(int minimumSize, float... lengths) {
    int points = lengths.length + 1;
    int[] from = IntStream.range(0, points - 1).toArray();
    int[] to = IntStream.range(1, points).toArray();
    return CondensedTree.of(LinkageTree.of(points, from, to, lengths), minimumSize).clustering();
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
    Clustering first = CondensedTree.of(LinkageTree.of(9, from, to, lengths), 3).clustering();
    int[] fromTurned = {0, 1, 3, 4, 6, 7, 5, 2};
    int[] toTurned = {1, 2, 4, 5, 7, 8, 6, 3};
    Clustering second =
        CondensedTree.of(LinkageTree.of(9, fromTurned, toTurned, lengths), 3).clustering();

    assertThat(first.labels()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void parts_that_no_edge_joins_are_apart() {
    int[] from = {0, 1, 3, 4};
    int[] to = {1, 2, 4, 5};

    LinkageTree tree = LinkageTree.of(7, from, to, new float[] {1, 1, 1, 1});

    assertThat(tree.length(tree.root())).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(CondensedTree.of(tree, 3).clustering().labels())
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
