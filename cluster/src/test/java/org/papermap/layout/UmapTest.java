package org.papermap.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.real.RealPapers;
import org.papermap.search.NeighborGraph;

/// The parts of our own UMAP.
class UmapTest {
  @Test
  void the_curve_is_that_of_the_authors_program() {
    // The authors' program prints these for min_dist 0.1 and spread 1.
    DistanceCurve curve = DistanceCurve.of(0.1);

    assertThat(curve.a()).isCloseTo(1.5769434602, within(1e-4));
    assertThat(curve.b()).isCloseTo(0.8950608779, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.2, 0.5, 1})
  void a_curve_is_found_for_every_distance_that_may_be_asked_for(double minDist) {
    DistanceCurve curve = DistanceCurve.of(minDist);

    assertThat(curve.a()).isPositive().isFinite();
    assertThat(curve.b()).isBetween(0.7, 2.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.79, 0.895, 1, 1.6})
  void powers_from_tables_are_powers(double b) {
    Power power = new Power(b);

    for (double x = 1e-12; x < 1e6; x *= 1.0371) {
      assertThat(power.of(x) / StrictMath.pow(x, b)).isCloseTo(1, within(1e-8));
    }
    assertThat(power.of(1)).isEqualTo(1);
    assertThat(power.of(0)).isEqualTo(0);
    assertThat(power.of(Double.MIN_VALUE)).isEqualTo(0);
  }

  @Test
  void ties_are_united_and_the_nearest_is_whole() {
    // Given three points on a circle at 0, 10 and 30 degrees, each with one neighbor
    NeighborGraph graph = NeighborGraph.exact(onCircle(0, 10, 30), 1);

    // When
    FuzzyGraph fuzzy = FuzzyGraph.of(graph, 1);

    // Then 0 and 10 have each other, and 30 has 10: nearest ties are 1, and 1 + w − w = 1
    assertThat(fuzzy.edges()).isEqualTo(4);
    assertThat(new int[] {fuzzy.from(0), fuzzy.to(0)}).containsExactly(0, 1);
    assertThat(new int[] {fuzzy.from(1), fuzzy.to(1)}).containsExactly(1, 0);
    assertThat(new int[] {fuzzy.from(2), fuzzy.to(2)}).containsExactly(1, 2);
    assertThat(new int[] {fuzzy.from(3), fuzzy.to(3)}).containsExactly(2, 1);
    for (int edge = 0; edge < 4; edge++) {
      assertThat(fuzzy.weight(edge)).isEqualTo(1);
    }
  }

  @Test
  void strengths_beyond_the_nearest_add_up_to_the_logarithm_of_the_neighbors() {
    // Given four points, each with all three others as neighbors, so that
    // both directions of a pair are known and a + b − ab can be undone where one of them is 1
    EmbeddingMatrix points = onCircle(0, 10, 30, 70);
    NeighborGraph graph = NeighborGraph.exact(points, 3);
    FuzzyGraph fuzzy = FuzzyGraph.of(graph, 3);

    // When: point 3 is nearest to nobody, its own nearest is 2
    double sum = 0;
    for (int edge = 0; edge < fuzzy.edges(); edge++) {
      assertThat(fuzzy.weight(edge)).isGreaterThan(0).isLessThanOrEqualTo(1);
      sum += fuzzy.from(edge) == 3 ? fuzzy.weight(edge) : 0;
    }

    // Then its ties are at least as strong as it makes them itself: 1 + log₂ 3
    assertThat(sum).isBetween(1 + Math.log(3) / Math.log(2) - 1e-4, 3.0);
  }

  @Test
  void graph_weights_are_the_same_in_both_directions() {
    FuzzyGraph fuzzy = FuzzyGraph.of(NeighborGraph.exact(RealPapers.vectors(), 15), 15);

    double[][] weights = new double[91][91];
    for (int edge = 0; edge < fuzzy.edges(); edge++) {
      weights[fuzzy.from(edge)][fuzzy.to(edge)] = fuzzy.weight(edge);
    }
    for (int a = 0; a < 91; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(weights[a][b]).isEqualTo(weights[b][a]);
      }
    }
  }

  @Test
  void settings_out_of_range_are_refused() {
    assertThatThrownBy(() -> new LayoutMethod.Umap(Double.NaN, 300, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("minDist: NaN");
    assertThatThrownBy(() -> new LayoutMethod.Umap(0.1, 9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("epochs: 9");
  }

  private static EmbeddingMatrix onCircle(double... degrees) {
    float[] values = new float[2 * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      values[2 * i] = (float) Math.cos(Math.toRadians(degrees[i]));
      values[2 * i + 1] = (float) Math.sin(Math.toRadians(degrees[i]));
    }
    return EmbeddingMatrix.of(values, 2);
  }
}
