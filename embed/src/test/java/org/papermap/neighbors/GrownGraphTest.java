package org.papermap.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// The graph of papers some of whose neighbors are known.
class GrownGraphTest {
  private static final int K = 15;

  private static EmbeddingMatrix papers(int rows) {
    Random random = new Random(3);
    float[] values = new float[rows * 32];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return EmbeddingMatrix.normalized(values, 32);
  }

  private static void assertSame(NeighborGraph found, NeighborGraph expected) {
    for (int row = 0; row < expected.rows(); row++) {
      for (int rank = 0; rank < expected.k(); rank++) {
        assertThat(found.neighbor(row, rank)).isEqualTo(expected.neighbor(row, rank));
        assertThat(found.similarity(row, rank)).isEqualTo(expected.similarity(row, rank));
      }
    }
  }

  @Test
  void with_new_papers_between_the_old_it_is_the_exact_graph() {
    // Given 600 papers, every eighth of which is new
    EmbeddingMatrix vectors = papers(600);
    int[] old = IntStream.range(0, 600).filter(row -> row % 8 != 3).toArray();
    NeighborGraph before = NeighborGraph.exact(vectors.select(old), K);
    int[][] known = new int[600][];
    boolean[] isNew = new boolean[600];
    for (int row = 0; row < 600; row++) {
      isNew[row] = row % 8 == 3;
    }
    for (int i = 0; i < old.length; i++) {
      int at = i;
      known[old[i]] = IntStream.range(0, K).map(rank -> old[before.neighbor(at, rank)]).toArray();
    }

    NeighborGraph grown = NeighborGraph.grown(vectors, K, known, isNew, ProgressListener.NONE);

    assertSame(grown, NeighborGraph.exact(vectors, K));
  }

  @Test
  void papers_that_lost_a_neighbor_are_searched_again() {
    // Given every eighth paper has left, and those that had one of them know nothing
    EmbeddingMatrix vectors = papers(600);
    NeighborGraph before = NeighborGraph.exact(vectors, K);
    int[] left = IntStream.range(0, 600).filter(row -> row % 80 != 3).toArray();
    int[] now = new int[600];
    Arrays.fill(now, -1);
    IntStream.range(0, left.length).forEach(i -> now[left[i]] = i);
    int[] @Nullable [] known = new int[left.length][];
    for (int i = 0; i < left.length; i++) {
      int at = i;
      int[] neighbors =
          IntStream.range(0, K).map(rank -> now[before.neighbor(left[at], rank)]).toArray();
      known[i] = IntStream.of(neighbors).anyMatch(it -> it < 0) ? null : neighbors;
    }
    EmbeddingMatrix vectorsLeft = vectors.select(left);

    NeighborGraph grown =
        NeighborGraph.grown(vectorsLeft, K, known, new boolean[left.length], ProgressListener.NONE);

    assertThat(Arrays.stream(known).filter(Objects::isNull)).as("some know nothing").isNotEmpty();
    assertSame(grown, NeighborGraph.exact(vectorsLeft, K));
  }

  @Test
  void where_nothing_is_known_all_pairs_are_compared() {
    EmbeddingMatrix vectors = papers(40);
    boolean[] isNew = new boolean[40];
    Arrays.fill(isNew, true);

    assertSame(
        NeighborGraph.grown(vectors, K, new int[40][], isNew, ProgressListener.NONE),
        NeighborGraph.exact(vectors, K));
  }
}
