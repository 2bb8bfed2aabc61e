package org.papermap.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

class LayoutQualityTest {
  /// Papers at these angles on a circle.
  private static EmbeddingMatrix arc(double... degrees) {
    float[] values = new float[2 * degrees.length];
    for (int row = 0; row < degrees.length; row++) {
      values[2 * row] = (float) Math.cos(Math.toRadians(degrees[row]));
      values[2 * row + 1] = (float) Math.sin(Math.toRadians(degrees[row]));
    }
    return EmbeddingMatrix.of(values, 2);
  }

  private static Layout line(double... x) {
    double[] places = new double[2 * x.length];
    for (int row = 0; row < x.length; row++) {
      places[2 * row] = x[row];
    }
    return Layout.of(places);
  }

  private static LayoutQuality quality(EmbeddingMatrix vectors, int k, Layout layout) {
    return LayoutQuality.of(vectors, NeighborGraph.exact(vectors, k), layout);
  }

  @Test
  void a_map_with_the_same_order_keeps_all() {
    double[] angles = {0, 1, 3, 6, 10, 15, 21, 28, 36};

    LayoutQuality quality = quality(arc(angles), 3, line(angles));

    assertThat(quality.trustworthiness()).isEqualTo(1);
    assertThat(quality.continuity()).isEqualTo(1);
    assertThat(quality.neighborsKept()).isEqualTo(1);
  }

  @Test
  void strangers_count_by_their_rank() {
    // Row 2 has moved between 0 and 1, so that nearest on the map are 0→2, 1→2, 2→0, 3→1.
    LayoutQuality quality = quality(arc(0, 10, 25, 45), 1, line(0, 2.1, 1, 3.5));

    // In the embedding these rank 2, 2, 3, 2: 1 + 1 + 2 + 1 beyond the first, of 4 · 2 at most.
    assertThat(quality.trustworthiness()).isCloseTo(1 - 5.0 / 8, within(1e-12));
    assertThat(quality.neighborsKept()).isZero();
    assertThat(quality.neighborsKept(2)).isZero();
    // True nearest are 0→1, 1→0, 2→1, 3→2; on the map these rank 2, 3, 2, 2.
    assertThat(quality.continuity()).isCloseTo(1 - 5.0 / 8, within(1e-12));
  }

  @Test
  void no_papers_and_one_lose_nothing() {
    for (int n = 0; n < 2; n++) {
      EmbeddingMatrix few = arc(0).select(new int[n]);
      LayoutQuality quality = quality(few, 5, Layout.of(new double[2 * n]));

      assertThat(quality.trustworthiness()).isEqualTo(1);
      assertThat(quality.continuity()).isEqualTo(1);
      assertThat(quality.neighborsKept()).isEqualTo(1);
    }
  }

  @Test
  void the_grid_finds_what_looking_at_all_papers_finds() {
    Random random = new Random(5);
    double[] places = random.doubles(1200).toArray();
    // Two heaps, one of them of copies.
    for (int i = 0; i < 400; i++) {
      places[i] = 0.2 + places[i] * 1e-3;
      places[400 + i] = 0.7;
    }
    Layout layout = Layout.of(places);
    PlaneGrid grid = new PlaneGrid(layout);
    for (int row = 0; row < layout.rows(); row++) {
      int from = row;
      int[] expected =
          IntStream.range(0, layout.rows())
              .filter(other -> other != from)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(other ->
                      Math.pow((double) layout.x(from) - layout.x(other), 2)
                          + Math.pow((double) layout.y(from) - layout.y(other), 2)))
              .limit(12)
              .mapToInt(Integer::intValue)
              .toArray();

      assertThat(grid.nearest(row, 12)).isEqualTo(expected);
    }
  }
}
