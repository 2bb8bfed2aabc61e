package org.papermap.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

/// New papers among those of an earlier map, which keep their places.
class GrowingLayoutTest {
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();

  private static NeighborGraph graph(EmbeddingMatrix vectors) {
    return NeighborGraph.exact(vectors, 15);
  }

  private static Layout fit(EmbeddingMatrix vectors) {
    return LayoutFitter.fit(vectors, graph(vectors), LayoutMethod.Tsne.defaults());
  }

  private static double distance(Layout layout, int a, int b) {
    return Math.sqrt(layout.squaredDistance(a, b));
  }

  /// The real papers without every seventh, which are new.
  private static final int[] ROWS = new int[91];

  private static final int[] KEPT = IntStream.range(0, 91).filter(row -> row % 7 != 0).toArray();

  static {
    for (int row = 0; row < 91; row++) {
      ROWS[row] = row % 7 == 0 ? -1 : row - row / 7 - 1;
    }
  }

  @Test
  void old_papers_do_not_move_at_all_and_new_ones_come_in_among_their_neighbors() {
    Layout earlier = fit(PAPERS.select(KEPT));

    Layout grown = LayoutFitter.grow(PAPERS, graph(PAPERS), earlier, ROWS);

    double kept = 0;
    LayoutQuality quality = LayoutQuality.of(PAPERS, graph(PAPERS), grown);
    for (int row = 0; row < 91; row++) {
      if (ROWS[row] >= 0) {
        assertThat(grown.x(row)).isEqualTo(earlier.x(ROWS[row]));
        assertThat(grown.y(row)).isEqualTo(earlier.y(ROWS[row]));
      } else {
        kept += quality.neighborsKept(row) / 13;
      }
    }
    // A map made anew keeps .59; random places keep a sixth.
    assertThat(kept).isGreaterThan(0.5);
  }

  @Test
  void no_new_paper_lies_on_another() {
    Layout earlier = fit(PAPERS.select(KEPT));
    Layout grown = LayoutFitter.grow(PAPERS, graph(PAPERS), earlier, ROWS);

    for (int row = 0; row < 91; row += 7) {
      for (int other = 0; other < 91; other++) {
        assertThat(row == other || distance(grown, row, other) > 0.004)
            .as("papers %d and %d", row, other)
            .isTrue();
      }
    }
  }

  @Test
  void papers_of_a_new_subject_lie_together_on_ground_of_their_own() {
    // Given sixty papers of three subjects, and eight new ones of a fourth
    EmbeddingMatrix vectors = subjects(20, 20, 20, 8);
    int[] old = IntStream.range(0, 60).toArray();
    Layout earlier = fit(vectors.select(old));

    Layout grown =
        LayoutFitter.grow(
            vectors,
            graph(vectors),
            earlier,
            IntStream.range(0, 68).map(row -> row < 60 ? row : -1).toArray());

    PlaneGrid grid = new PlaneGrid(grown);
    for (int row = 60; row < 68; row++) {
      assertThat(IntStream.of(grid.nearest(row, 7)).boxed())
          .as("nearest to %d on the map", row)
          .allMatch(it -> it >= 60);
    }
  }

  @Test
  void a_map_that_lost_papers_keeps_the_places_of_those_that_are_left() {
    Layout earlier = fit(PAPERS);
    EmbeddingMatrix left = PAPERS.select(KEPT);

    Layout grown = LayoutFitter.grow(left, graph(left), earlier, KEPT);

    for (int row = 0; row < KEPT.length; row++) {
      assertThat(grown.x(row)).isEqualTo(earlier.x(KEPT[row]));
      assertThat(grown.y(row)).isEqualTo(earlier.y(KEPT[row]));
    }
  }

  @Test
  void copies_of_one_new_paper_get_a_dot_each() {
    int[] rows = IntStream.range(0, 96).map(row -> row < 91 ? row : 3).toArray();
    EmbeddingMatrix copied = PAPERS.select(rows);
    Layout earlier = fit(PAPERS);

    Layout grown =
        LayoutFitter.grow(
            copied,
            graph(copied),
            earlier,
            IntStream.range(0, 96).map(row -> row < 91 ? row : -1).toArray());

    for (int row = 91; row < 96; row++) {
      for (int other = 0; other < row; other++) {
        assertThat(distance(grown, row, other)).isGreaterThan(0.004);
      }
      assertThat(distance(grown, row, 3)).isLessThan(0.1);
    }
  }

  @Test
  void the_places_are_the_same_at_any_number_of_threads() throws Exception {
    Layout earlier = fit(PAPERS.select(KEPT));
    Layout many = LayoutFitter.grow(PAPERS, graph(PAPERS), earlier, ROWS);

    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertThat(one.submit(() -> LayoutFitter.grow(PAPERS, graph(PAPERS), earlier, ROWS)).get())
          .isEqualTo(many);
    }
  }

  @Test
  void rows_of_other_papers_are_refused() {
    assertThatThrownBy(
            () -> LayoutFitter.grow(PAPERS, graph(PAPERS), fit(PAPERS), new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("earlier rows of 2 papers beside 91 vectors");
  }

  /// So many papers of each subject, a direction each with some noise.
  private static EmbeddingMatrix subjects(int... papers) {
    Random random = new Random(4);
    int rows = IntStream.of(papers).sum();
    int dimension = 24;
    float[] values = new float[rows * dimension];
    int row = 0;
    for (int subject = 0; subject < papers.length; subject++) {
      for (int i = 0; i < papers[subject]; i++, row++) {
        for (int j = 0; j < dimension; j++) {
          values[row * dimension + j] = (float) (0.12 * random.nextGaussian());
        }
        values[row * dimension + subject] += 1;
      }
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }
}
