package org.papermap.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

class NeighborGraphTest {
  @Test
  void neighbors_and_cosines_of_four_directions_are_those_worked_out_by_hand() {
    // Angles 0°, 90°, about 53.13° and 180°.
    EmbeddingMatrix vectors = EmbeddingMatrix.of(new float[] {1, 0, 0, 1, 0.6f, 0.8f, -1, 0}, 2);

    NeighborGraph graph = NeighborGraph.exact(vectors, 2);

    assertThat(rowOf(graph, 0)).containsExactly(2, 1);
    assertThat(rowOf(graph, 1)).containsExactly(2, 0);
    assertThat(rowOf(graph, 2)).containsExactly(1, 0);
    assertThat(rowOf(graph, 3)).containsExactly(1, 2);
    assertThat(graph.similarity(0, 0)).isCloseTo(0.6f, within(1e-7f));
    assertThat(graph.similarity(0, 1)).isZero();
    assertThat(graph.similarity(3, 1)).isCloseTo(-0.6f, within(1e-7f));
  }

  @Test
  void looking_in_near_tiles_finds_what_comparing_all_pairs_finds_in_a_few_of_them() {
    // Given as many papers as fit in the tiles that are looked through
    EmbeddingMatrix vectors = RandomVectors.of(3000, 16, 5);

    NeighborGraph found = NeighborGraph.approximate(vectors, 10, ProgressListener.NONE);

    NeighborGraph exact = NeighborGraph.exact(vectors, 10);
    assertThat(found.recall()).isEqualTo(1);
    for (int row = 0; row < 3000; row++) {
      assertThat(rowOf(found, row)).isEqualTo(rowOf(exact, row));
      assertThat(found.similarity(row, 9)).isEqualTo(exact.similarity(row, 9));
    }
  }

  @Test
  void the_share_of_nearest_that_is_told_is_that_of_the_graph_and_does_not_depend_on_threads()
      throws Exception {
    // Given more tiles than are looked through, of vectors that have no order to put them in
    EmbeddingMatrix vectors = RandomVectors.of(256 * 110, 12, 5);

    NeighborGraph found = NeighborGraph.approximate(vectors, 10, ProgressListener.NONE);
    NeighborGraph again;
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      again =
          pool.submit(() -> NeighborGraph.approximate(vectors, 10, ProgressListener.NONE)).get();
    }

    NeighborGraph exact = NeighborGraph.exact(vectors, 10);
    double kept = 0;
    for (int row = 0; row < vectors.rows(); row++) {
      List<Integer> nearest = rowOf(exact, row);
      kept += rowOf(found, row).stream().filter(nearest::contains).count() / 10.0;
      assertThat(rowOf(again, row)).isEqualTo(rowOf(found, row));
    }
    assertThat(found.recall()).isBetween(0.9, 0.9999);
    assertThat(found.recall()).isCloseTo(kept / vectors.rows(), within(0.01));
    assertThat(exact.recall()).isEqualTo(1);
  }

  @Test
  void a_few_papers_and_many_neighbors_are_found_without_comparing_all_too() {
    for (int rows : new int[] {0, 1, 2, 3, 257}) {
      EmbeddingMatrix vectors = RandomVectors.of(rows, 8, 1);

      NeighborGraph graph = NeighborGraph.approximate(vectors, 300, ProgressListener.NONE);

      assertThat(graph.k()).isEqualTo(Math.max(0, rows - 1));
      for (int row = 0; row < rows; row++) {
        assertThat(rowOf(graph, row)).isEqualTo(rowOf(NeighborGraph.exact(vectors, 300), row));
      }
    }
  }

  @Test
  void copies_of_a_paper_are_halved_too() {
    // Given 600 equal rows, between which no plane lies
    float[] values = new float[600 * 2];
    for (int row = 0; row < 600; row++) {
      values[2 * row] = 1;
    }

    NeighborGraph graph =
        NeighborGraph.approximate(EmbeddingMatrix.of(values, 2), 3, ProgressListener.NONE);

    assertThat(rowOf(graph, 0)).containsExactly(1, 2, 3);
    assertThat(rowOf(graph, 599)).allMatch(row -> row < 599).doesNotHaveDuplicates();
  }

  @Test
  void ties_go_to_the_lower_row() {
    EmbeddingMatrix same = EmbeddingMatrix.of(new float[] {1, 0, 1, 0, 1, 0, 1, 0}, 2);

    NeighborGraph graph = NeighborGraph.exact(same, 2);

    assertThat(rowOf(graph, 0)).containsExactly(1, 2);
    assertThat(rowOf(graph, 2)).containsExactly(0, 1);
  }

  @Test
  void it_is_what_sorting_all_double_products_gives() {
    EmbeddingMatrix vectors = RandomVectors.of(601, 37, 3);
    NeighborGraph graph = NeighborGraph.exact(vectors, 11);

    for (int row = 0; row < vectors.rows(); row++) {
      int self = row;
      List<Integer> expected =
          IntStream.range(0, vectors.rows())
              .filter(other -> other != self)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer other) -> -oracle(vectors, self, other))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(11)
              .toList();
      assertThat(rowOf(graph, row)).isEqualTo(expected);
    }
  }

  @Test
  void neighbors_nearer_to_each_other_than_float_can_tell_are_told_apart() {
    // Rows 1 to 40 differ from row 0 by angles of some 1e-4, so that their cosines differ by 1e-9.
    float[] values = new float[41 * 2];
    for (int row = 0; row < 41; row++) {
      double angle = row == 0 ? 0 : 1e-4 * (1 + 0.01 * ((row * 17) % 41));
      values[2 * row] = (float) Math.cos(angle);
      values[2 * row + 1] = (float) Math.sin(angle);
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.of(values, 2);

    List<Integer> expected =
        IntStream.range(1, 41)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer other) -> -oracle(vectors, 0, other))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    assertThat(rowOf(NeighborGraph.exact(vectors, 40), 0)).isEqualTo(expected);
    assertThat(rowOf(NeighborGraph.exact(vectors, 5), 0)).isEqualTo(expected.subList(0, 5));
  }

  @Test
  void the_number_of_threads_does_not_change_a_bit() {
    EmbeddingMatrix vectors = RandomVectors.of(400, 384, 7);
    NeighborGraph plain = NeighborGraph.exact(vectors, 15);
    for (int threads : new int[] {1, 3}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        NeighborGraph graph = pool.submit(() -> NeighborGraph.exact(vectors, 15)).join();

        for (int row = 0; row < 400; row++) {
          assertThat(rowOf(graph, row)).isEqualTo(rowOf(plain, row));
          for (int rank = 0; rank < 15; rank++) {
            assertThat(graph.similarity(row, rank)).isEqualTo(plain.similarity(row, rank));
          }
        }
      }
    }
  }

  @Test
  void hundreds_of_copies_are_told_by_their_rows() {
    EmbeddingMatrix same = RandomVectors.of(2, 5, 1).select(new int[700]);

    NeighborGraph graph = NeighborGraph.exact(same, 3);

    assertThat(rowOf(graph, 0)).containsExactly(1, 2, 3);
    assertThat(rowOf(graph, 1)).containsExactly(0, 2, 3);
    assertThat(rowOf(graph, 699)).containsExactly(0, 1, 2);
  }

  @Test
  void progress_runs_from_nothing_to_all_in_order() {
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    NeighborGraph.exact(
        RandomVectors.of(600, 4, 1),
        3,
        (_, soFar, total) -> {
          done.add(soFar);
          totals.add(total);
        });

    assertThat(done).isSorted().startsWith(0L).endsWith(totals.getLast());
    assertThat(totals).containsOnly(totals.getFirst()).doesNotContain(0L);
  }

  @Test
  void shuffled_papers_keep_their_neighbors() {
    EmbeddingMatrix vectors = RandomVectors.of(90, 12, 5);
    int[] order = new Random(2).ints(0, 90).distinct().limit(90).toArray();
    NeighborGraph plain = NeighborGraph.exact(vectors, 6);
    NeighborGraph shuffled = NeighborGraph.exact(vectors.select(order), 6);

    for (int row = 0; row < 90; row++) {
      List<Integer> renamed = rowOf(shuffled, row).stream().map(it -> order[it]).toList();
      assertThat(renamed).isEqualTo(rowOf(plain, order[row]));
    }
  }

  @Test
  void small_corpora_give_the_neighbors_there_are() {
    assertThat(NeighborGraph.exact(EmbeddingMatrix.of(new float[0], 3), 5).rows()).isZero();
    NeighborGraph one = NeighborGraph.exact(EmbeddingMatrix.of(new float[] {1, 0}, 2), 5);
    assertThat(one.rows()).isEqualTo(1);
    assertThat(one.k()).isZero();
    NeighborGraph two = NeighborGraph.exact(EmbeddingMatrix.of(new float[] {1, 0, 0, 1}, 2), 5);
    assertThat(two.k()).isEqualTo(1);
    assertThat(two.neighbor(0, 0)).isEqualTo(1);
  }

  @Test
  void what_is_out_of_range_is_refused() {
    EmbeddingMatrix two = EmbeddingMatrix.of(new float[] {1, 0, 0, 1}, 2);

    assertThatThrownBy(() -> NeighborGraph.exact(two, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("k: 0");
    NeighborGraph graph = NeighborGraph.exact(two, 1);
    assertThatThrownBy(() -> graph.neighbor(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> graph.neighbor(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static double oracle(EmbeddingMatrix vectors, int row, int other) {
    float[] a = vectors.row(row);
    float[] b = vectors.row(other);
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }

  private static List<Integer> rowOf(NeighborGraph graph, int row) {
    List<Integer> neighbors = new ArrayList<>();
    for (int rank = 0; rank < graph.k(); rank++) {
      neighbors.add(graph.neighbor(row, rank));
    }
    return neighbors;
  }

  @Test
  void pairs_are_there_once_in_each_direction_whoever_has_whom() {
    // Given points at 0, 10 and 30 degrees: the first two have each other, the third has the second
    float[] values = new float[6];
    double[] degrees = {0, 10, 30};
    for (int i = 0; i < 3; i++) {
      values[2 * i] = (float) Math.cos(Math.toRadians(degrees[i]));
      values[2 * i + 1] = (float) Math.sin(Math.toRadians(degrees[i]));
    }

    NeighborGraph graph = NeighborGraph.exact(EmbeddingMatrix.of(values, 2), 1);

    assertThat(graph.pairs(1)).containsExactly(1L, 1L << 32, 1L << 32 | 2, 2L << 32 | 1);
  }
}
