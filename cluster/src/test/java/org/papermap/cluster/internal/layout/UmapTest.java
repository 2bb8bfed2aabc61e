package org.papermap.cluster.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutFitter;
import org.papermap.layout.LayoutMethod;
import org.papermap.layout.LayoutQuality;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

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
  @ValueSource(doubles = {1e-3, 0.1, 1})
  void pulls_and_pushes_from_tables_are_those_of_the_formulas(double minDist) {
    DistanceCurve curve = DistanceCurve.of(minDist);
    TabulatedFunction pull = new TabulatedFunction(curve::attraction);
    TabulatedFunction push = new TabulatedFunction(squared -> curve.repulsion(squared, 1e-3));

    for (double squared = 1e-12; squared < 1e12; squared *= 1.0371) {
      float given = (float) squared;
      assertThat(pull.of(given) / curve.attraction(given)).isCloseTo(1, within(1e-4));
      assertThat(push.of(given) / curve.repulsion(given, 1e-3)).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void pulls_and_pushes_are_finite_in_one_place_and_far_away() {
    DistanceCurve curve = DistanceCurve.of(0.1);
    TabulatedFunction pull = new TabulatedFunction(curve::attraction);

    assertThat(pull.of(0)).isPositive().isFinite();
    assertThat(pull.of(Float.MIN_VALUE)).isEqualTo(pull.of(0));
    assertThat(pull.of(Float.MAX_VALUE)).isNotNegative().isLessThan(1e-9f);
  }

  @Test
  void the_slopes_are_those_of_the_curve() {
    // 1 / (1 + a d^2b) falls by 2ab d^(2b-1) / (1 + a d^2b)^2; over d and the curve, that is the
    // pull
    DistanceCurve curve = new DistanceCurve(2, 1);

    assertThat(curve.attraction(4)).isCloseTo(2 * 2 / (1 + 2 * 4.0), within(1e-12));
    assertThat(curve.repulsion(4, 1)).isCloseTo(2 / (5 * (1 + 2 * 4.0)), within(1e-12));
  }

  @Test
  void the_smoothest_numbers_of_a_line_run_along_it_and_bend_once() {
    // Given 40 points on an arc, each tied to its two nearest
    NeighborGraph graph = NeighborGraph.exact(onCircle(steps(0, 40)), 2);
    FuzzyGraph line = FuzzyGraph.of(graph, 2);

    // When
    double[] places = SpectralInitialization.of(line, 40);

    // Then, but for the ends, which have fewer ties, the first number goes one way all along, and
    // the second turns round in the middle
    assertThat(SpectralInitialization.isConnected(line, 40)).isTrue();
    int turns = 0;
    for (int row = 5; row < 35; row++) {
      double[] step = new double[4];
      for (int axis = 0; axis < 2; axis++) {
        step[axis] = places[2 * row + axis] - places[2 * row - 2 + axis];
        step[2 + axis] = places[2 * row + 2 + axis] - places[2 * row + axis];
      }
      assertThat(step[0] * step[2]).as("along, at %d", row).isPositive();
      turns += step[1] * step[3] < 0 ? 1 : 0;
    }
    assertThat(turns).isOne();
  }

  @Test
  void parts_without_ties_between_them_are_noticed_and_laid_out_all_the_same() {
    double[] two = new double[40];
    System.arraycopy(steps(0, 20), 0, two, 0, 20);
    System.arraycopy(steps(90, 20), 0, two, 20, 20);
    EmbeddingMatrix points = onCircle(two);
    NeighborGraph graph = NeighborGraph.exact(points, 5);

    Layout layout = LayoutFitter.fit(points, graph, LayoutMethod.Umap.defaults());

    assertThat(SpectralInitialization.isConnected(FuzzyGraph.of(graph, 5), 40)).isFalse();
    assertThat(LayoutQuality.of(points, graph, layout).neighborsKept()).isGreaterThan(0.7);
  }

  private static double[] steps(double from, int count) {
    return IntStream.range(0, count).mapToDouble(i -> from + i).toArray();
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
