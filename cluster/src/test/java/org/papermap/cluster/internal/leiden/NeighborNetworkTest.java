package org.papermap.cluster.internal.leiden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.internal.Labels;

class NeighborNetworkTest {
  /// Who of the 34 members of a karate club met whom outside it (W. W. Zachary, 1977,
  /// doi:10.1086/jar.33.4.3629752): for each member those with a higher number, counted from 1.
  private static final int[][] KARATE = {
    {2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32},
    {3, 4, 8, 14, 18, 20, 22, 31},
    {4, 8, 9, 10, 14, 28, 29, 33},
    {8, 13, 14},
    {7, 11},
    {7, 11, 17},
    {17},
    {},
    {31, 33, 34},
    {34},
    {},
    {},
    {},
    {34},
    {33, 34},
    {33, 34},
    {},
    {},
    {33, 34},
    {34},
    {33, 34},
    {},
    {33, 34},
    {26, 28, 30, 33, 34},
    {26, 28, 32},
    {32},
    {30, 34},
    {34},
    {32, 34},
    {33, 34},
    {33, 34},
    {33, 34},
    {34},
    {}
  };

  private static final double[][] CLUB = matrix();

  private static double[][] matrix() {
    double[][] edges = new double[KARATE.length][KARATE.length];
    for (int member = 0; member < KARATE.length; member++) {
      for (int other : KARATE[member]) {
        edges[member][other - 1] = 1;
        edges[other - 1][member] = 1;
      }
    }
    return edges;
  }

  private static NeighborNetwork network(double[][] edges) {
    return network(edges, LeidenProgram.PAPERMAP);
  }

  private static NeighborNetwork network(double[][] edges, LeidenProgram program) {
    int[] starts = new int[edges.length + 1];
    int[] neighbors = new int[edges.length * edges.length];
    double[] weights = new double[edges.length * edges.length];
    int at = 0;
    for (int row = 0; row < edges.length; row++) {
      for (int other = 0; other < edges.length; other++) {
        if (edges[row][other] > 0) {
          neighbors[at] = other;
          weights[at++] = edges[row][other];
        }
      }
      starts[row + 1] = at;
    }
    return new NeighborNetwork(
        WeightedNetwork.of(starts, Arrays.copyOf(neighbors, at), Arrays.copyOf(weights, at)),
        switch (program) {
          case PAPERMAP -> LeidenAlgorithm::communities;
          case CWTS -> CwtsLeiden::communities;
        });
  }

  /// The sum over pairs in one group of edge − chance, as a share of all edges.
  private static double modularity(double[][] edges, int[] labels) {
    double[] nodeWeights =
        Arrays.stream(edges).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double all = Arrays.stream(nodeWeights).sum();
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        sum += labels[i] == labels[j] ? edges[i][j] - nodeWeights[i] * nodeWeights[j] / all : 0;
      }
    }
    return sum / all;
  }

  @ParameterizedTest
  @EnumSource
  void the_karate_club_falls_into_the_four_groups_of_greatest_modularity(LeidenProgram program) {
    int[] groups = network(CLUB, program).communities(1, 42);

    // The optimum, proved by Brandes and neighbors, doi:10.1109/TKDE.2007.190689.
    assertThat(Arrays.stream(CLUB).flatMapToDouble(Arrays::stream).sum()).isEqualTo(2 * 78);
    assertThat(modularity(CLUB, groups)).isCloseTo(0.4198, within(5e-5));
    assertThat(Labels.count(groups)).isEqualTo(4);
  }

  /// The optimum is .4198.
  @ParameterizedTest
  @EnumSource
  void a_search_among_parts_comes_near_to_the_greatest_modularity(LeidenProgram program) {
    NeighborNetwork club = network(CLUB, program);
    int[] parts = club.parts(1.8, 10, 42);

    NeighborNetwork among = club.among(parts);
    int[] groups = among.communities(1, 42);

    assertThat(among.papers()).isBetween(5, 20);
    assertThat(among.weight()).isEqualTo(2 * 78);
    int[] members = Arrays.stream(parts).map(part -> groups[part]).toArray();
    assertThat(modularity(CLUB, members)).isBetween(0.418, 0.4199);
  }

  /// Two pairs with a weak edge between them: the consensus keeps 5 within each, from both ends,
  /// and leaves the least weight between.
  @Test
  void the_consensus_among_parts_keeps_what_weighs_within_them() {
    NeighborNetwork pairs =
        network(new double[][] {{0, 5, 0, 0}, {5, 0, 1, 0}, {0, 1, 0, 5}, {0, 0, 5, 0}});

    NeighborNetwork among = pairs.among(new int[] {0, 0, 1, 1});

    assertThat(among.weight()).isEqualTo(22);
    assertThat(among.consensus(1, 10, 42).weight()).isCloseTo(20 + 2e-3, within(1e-6));
    assertThat(pairs.consensus(1, 10, 42).weight()).isCloseTo(20 + 2e-3, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void weights_count_as_so_many_ties(LeidenProgram program) {
    double[][] doubled = new double[CLUB.length][];
    Arrays.setAll(doubled, row -> Arrays.stream(CLUB[row]).map(edge -> 2 * edge).toArray());

    assertThat(network(doubled, program).communities(1, 42))
        .isEqualTo(network(CLUB, program).communities(1, 42));
  }

  @ParameterizedTest
  @EnumSource
  void a_higher_resolution_gives_more_communities_up_to_one_a_member(LeidenProgram program) {
    NeighborNetwork club = network(CLUB, program);

    assertThat(Labels.count(club.communities(0.05, 42))).isEqualTo(1);
    assertThat(Labels.count(club.communities(2, 42))).isGreaterThan(4);
    assertThat(Labels.count(club.communities(1000, 42))).isEqualTo(CLUB.length);
  }

  /// Groups 0 (rows 0 to 2), 1 (row 3), 2 (rows 4, 5) and 3 (row 6): row 3 is tied to row 4 by more
  /// than to row 0; row 6 to nobody.
  private static final int[] GROUPS = {0, 0, 0, 1, 2, 2, 3};

  private static NeighborNetwork seven() {
    double[][] edges = new double[7][7];
    edge(edges, 0, 3, 0.5);
    edge(edges, 3, 4, 0.7);
    edge(edges, 4, 5, 1);
    edge(edges, 0, 1, 1);
    return network(edges);
  }

  private static void edge(double[][] edges, int a, int b, double weight) {
    edges[a][b] = weight;
    edges[b][a] = weight;
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, 0 0 0 1 2 2 3",
    "3, 1, 0 0 0 1 1 1 2",
    "9, 2, 0 0 0 1 1 1 0",
    "2, 1, 0 0 0 1 1 1 0",
    "1, 1, 0 0 0 0 0 0 0",
    "9, 9, 0 0 0 0 0 0 0"
  })
  void small_groups_join_those_they_have_ties_to_and_else_the_largest(
      int most, int minimum, String expected) {
    int[] absorbed = seven().dissolveSmall(GROUPS, most, minimum);

    assertThat(absorbed).isEqualTo(numbers(expected));
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void ties_that_many_searches_cut_are_weak_and_those_that_none_cuts_stay() {
    // Two triangles with a bridge: no search tears a triangle, all cut the bridge.
    double[][] edges = new double[6][6];
    for (int[] pair : new int[][] {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 3}}) {
      edge(edges, pair[0], pair[1], 1);
    }

    NeighborNetwork consensus = network(edges).consensus(1, 10, 42);

    // At a resolution at which the two are one in the network as it is.
    assertThat(Labels.count(network(edges).communities(0.1, 1))).isEqualTo(1);
    assertThat(consensus.communities(0.1, 1)).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void another_seed_may_differ_and_the_same_seed_does_not(LeidenProgram program) {
    int[][] runs = searches(CLUB, program);

    assertThat(searches(CLUB, program)).isDeepEqualTo(runs);
    assertThat(Arrays.stream(runs).mapToDouble(run -> modularity(CLUB, run)))
        .allMatch(found -> found > 0.41);
  }

  private static int[][] searches(double[][] edges, LeidenProgram program) {
    return IntStream.range(0, 20)
        .mapToObj(seed -> network(edges, program).communities(1, seed))
        .toArray(int[][]::new);
  }

  /// Groups that hold together a little more than chance does: no search finds the same in all.
  private static double[][] loose(int seed) {
    Random random = new Random(seed);
    double[][] edges = new double[400][400];
    for (int row = 0; row < edges.length; row++) {
      for (int other = 0; other < row; other++) {
        if (random.nextInt(100) < (row % 8 == other % 8 ? 12 : 2)) {
          edge(edges, row, other, 0.5 + random.nextInt(4) / 8.0);
        }
      }
    }
    return edges;
  }

  @Test
  void our_own_program_finds_as_much_modularity_as_that_of_the_algorithms_authors() {
    for (int seed = 0; seed < 3; seed++) {
      double[][] edges = loose(seed);

      double ours = meanModularity(edges, LeidenProgram.PAPERMAP);
      double theirs = meanModularity(edges, LeidenProgram.CWTS);

      // Single searches of either differ by some .003.
      assertThat(ours).isCloseTo(theirs, within(0.002));
    }
  }

  private static double meanModularity(double[][] edges, LeidenProgram program) {
    return Arrays.stream(searches(edges, program))
        .mapToDouble(labels -> modularity(edges, labels))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void every_community_is_in_one_piece(LeidenProgram program) {
    double[][] edges = loose(1);
    for (double resolution : new double[] {0.5, 1, 3, 10}) {
      int[] labels = network(edges, program).quickCommunities(resolution, 7);

      assertThat(pieces(edges, labels)).isEqualTo(Labels.count(labels));
    }
  }

  /// How many pieces there are when only edges within groups are left.
  private static int pieces(double[][] edges, int[] labels) {
    boolean[] reached = new boolean[labels.length];
    int pieces = 0;
    for (int row = 0; row < labels.length; row++) {
      if (!reached[row]) {
        pieces++;
        reach(edges, labels, row, reached);
      }
    }
    return pieces;
  }

  private static void reach(double[][] edges, int[] labels, int row, boolean[] reached) {
    reached[row] = true;
    for (int other = 0; other < labels.length; other++) {
      if (!reached[other] && labels[other] == labels[row] && edges[row][other] > 0) {
        reach(edges, labels, other, reached);
      }
    }
  }

  @Test
  void papers_without_ties_are_communities_of_their_own() {
    assertThat(network(new double[3][3]).communities(1, 42)).containsExactly(0, 1, 2);
    assertThat(network(new double[0][0]).communities(1, 42)).isEmpty();

    double[][] edges = new double[4][4];
    edge(edges, 1, 3, 1);
    assertThat(network(edges).communities(1, 42)).containsExactly(0, 1, 2, 1);
  }
}
