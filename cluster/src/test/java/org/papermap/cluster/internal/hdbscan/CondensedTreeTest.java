package org.papermap.cluster.internal.hdbscan;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.papermap.cluster.Clustering;

class CondensedTreeTest {
  /// The regions of points in a row, given the lengths between one and the next.
  private static Clustering inARow(int minimumSize, float... lengths) {
    return regions(treeInARow(minimumSize, lengths));
  }

  private static Clustering regions(CondensedTree tree) {
    int[] labels = tree.excessOfMass();
    return Clustering.of(labels, tree.strengths(labels));
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
  void the_minimum_size_is_that_at_which_leaves_last_longest() {
    // Four pairs, two by two in fours, which lie far apart.
    float[] lengths = {1, 2, 1, 9, 1, 2, 1};

    // With a minimum of 2 there are four leaves, at 2 alone, ending at λ = 1: 4. From 3 on there
    // are two leaves, at 3 and 4, ending at λ = 1/2, since they still split: 2 × 2 / 2 = 2.
    assertThat(Clustering.of(treeInARow(2, lengths).persistentLeaves()).labels())
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
    Clustering found = Clustering.of(treeInARow(2, lengths).persistentLeaves());

    assertThat(found.labels()).isEqualTo(IntStream.range(0, 20).map(point -> point / 10).toArray());
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
    Clustering first = regions(CondensedTree.of(LinkageTree.of(9, from, to, lengths), 3));
    int[] fromTurned = {0, 1, 3, 4, 6, 7, 5, 2};
    int[] toTurned = {1, 2, 4, 5, 7, 8, 6, 3};
    Clustering second =
        regions(CondensedTree.of(LinkageTree.of(9, fromTurned, toTurned, lengths), 3));

    assertThat(first.labels()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void parts_that_no_edge_joins_are_apart() {
    int[] from = {0, 1, 3, 4};
    int[] to = {1, 2, 4, 5};

    LinkageTree tree = LinkageTree.of(7, from, to, new float[] {1, 1, 1, 1});

    assertThat(tree.length(tree.root())).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(regions(CondensedTree.of(tree, 3)).labels())
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

  @Test
  void regions_are_those_of_another_implementation() throws IOException {
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
    assertThat(regions(tree).labels()).isEqualTo(Clustering.of(expected).labels());
  }

  /// x, y, cluster; see the head of the file.
  private static List<double[]> reference() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            CondensedTreeTest.class.getResourceAsStream("hdbscan-reference.txt"))) {
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
}
