package org.papermap.cluster.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

class NeighborRanksTest {
  @Test
  void ranks_of_four_directions_are_those_worked_out_by_hand() {
    // Angles 0°, 90°, about 53.13° and 180°.
    EmbeddingMatrix vectors = EmbeddingMatrix.of(new float[] {1, 0, 0, 1, 0.6f, 0.8f, -1, 0}, 2);

    int[][] ranks = NeighborRanks.of(vectors, new int[] {0, 3}, new int[][] {{1, 2, 3}, {0, 1, 2}});

    assertThat(ranks[0]).containsExactly(2, 1, 3);
    assertThat(ranks[1]).containsExactly(3, 1, 2);
  }

  @Test
  void neighbors_of_a_graph_have_the_ranks_that_the_graph_gives_them() {
    EmbeddingMatrix vectors = random(601, 37);
    NeighborGraph graph = NeighborGraph.exact(vectors, 9);
    int[] rows = IntStream.iterate(0, row -> row < 601, row -> row + 7).toArray();
    int[][] neighbors =
        IntStream.of(rows)
            .mapToObj(row -> IntStream.range(0, 9).map(rank -> graph.neighbor(row, rank)).toArray())
            .toArray(int[][]::new);

    int[][] ranks = NeighborRanks.of(vectors, rows, neighbors);

    for (int[] ofRow : ranks) {
      assertThat(ofRow).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
  }

  @Test
  void ties_go_to_the_lower_row() {
    EmbeddingMatrix same = EmbeddingMatrix.of(new float[] {1, 0, 1, 0, 1, 0}, 2);

    assertThat(NeighborRanks.of(same, new int[] {1}, new int[][] {{2, 0}})[0])
        .containsExactly(2, 1);
  }

  @Test
  void ranks_are_those_of_all_rows_in_order_whatever_rows_are_asked_for() {
    SplittableRandom random = new SplittableRandom(5);
    // Few values, so that there are many ties.
    double[] distances = random.ints(40, 0, 12).asDoubleStream().toArray();
    List<Integer> order =
        IntStream.range(0, distances.length)
            .filter(row -> row != 7)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> distances[row]))
            .toList();
    int[] others = {39, 0, 8, 21, 6, 13};

    int[] ranks = NeighborRanks.among(distances, 7, others);

    assertThat(ranks)
        .containsExactly(IntStream.of(others).map(row -> order.indexOf(row) + 1).toArray());
  }

  @Test
  void no_rows_have_no_ranks() {
    assertThat(NeighborRanks.among(new double[] {0, 1, 2}, 0, new int[0])).isEmpty();
  }

  private static EmbeddingMatrix random(int rows, int dimension) {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[rows * dimension];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }
}
