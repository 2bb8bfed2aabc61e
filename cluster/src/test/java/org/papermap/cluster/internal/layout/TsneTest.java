package org.papermap.cluster.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.layout.LayoutMethod;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// The parts of t-SNE.
class TsneTest {
  /// Points spread ever more thinly, so that the mesh grows from 16 to 256 nodes; the tolerances
  /// are for forces, as a share of their mean square.
  @ParameterizedTest
  @CsvSource({"0.001, 1e-6", "1, 1e-5", "10, 2e-3", "40, 0.08", "100, 0.08"})
  void pushes_from_the_mesh_are_those_of_all_pairs(double span, double tolerance) {
    int rows = 700;
    double[] places = new Random(1).doubles(2 * rows).map(place -> (place - 0.5) * span).toArray();
    Repulsion repulsion = new Repulsion(rows);

    double normalizer = repulsion.of(places);

    double sum = 0;
    double off = 0;
    double all = 0;
    for (int row = 0; row < rows; row++) {
      double[] direct = new double[2];
      for (int other = 0; other < rows; other++) {
        double dx = places[2 * row] - places[2 * other];
        double dy = places[2 * row + 1] - places[2 * other + 1];
        double near = 1 / (1 + dx * dx + dy * dy);
        sum += other == row ? 0 : near;
        direct[0] += near * near * dx;
        direct[1] += near * near * dy;
      }
      for (int axis = 0; axis < 2; axis++) {
        off += Math.pow(repulsion.force(row, axis) - direct[axis], 2);
        all += direct[axis] * direct[axis];
      }
    }
    assertThat(normalizer / sum).isCloseTo(1, within(tolerance));
    assertThat(Math.sqrt(off / all)).isLessThan(tolerance);
  }

  /// With 40 new points all pairs of them are summed, with 2,300 a mesh is.
  @ParameterizedTest
  @ValueSource(ints = {40, 2300})
  void pushes_on_new_points_are_those_of_all_points_together(int fresh) {
    int rows = 3000;
    double[] places = new Random(2).doubles(2 * rows).map(place -> (place - 0.5) * 60).toArray();
    boolean[] held = new boolean[rows];
    Arrays.fill(held, 0, rows - fresh, true);
    RepulsionOnNew onNew = new RepulsionOnNew(places, held, 35);
    // One flees to the edge, where no point was.
    places[2 * rows - 2] = 35;
    places[2 * rows - 1] = -35;
    Repulsion all = new Repulsion(rows);

    double normalizer = onNew.of(places);

    assertThat(normalizer / all.of(places)).isCloseTo(1, within(1e-3));
    double off = 0;
    double sum = 0;
    for (int i = 0; i < fresh; i++) {
      assertThat(onNew.rows()[i]).isEqualTo(rows - fresh + i);
      for (int axis = 0; axis < 2; axis++) {
        double expected = all.force(rows - fresh + i, axis);
        off += Math.pow(onNew.force(i, axis) - expected, 2);
        sum += expected * expected;
      }
    }
    assertThat(Math.sqrt(off / sum)).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 32})
  void a_transform_is_the_sum_that_defines_it(int size) {
    double[] values = new Random(size).doubles(size).toArray();
    float[][] real = new float[size][1];
    float[][] imaginary = new float[size][1];
    for (int i = 0; i < size; i++) {
      real[i][0] = (float) values[i];
    }
    FourierTransform transform = new FourierTransform(size);

    transform.forward(real, imaginary);

    for (int frequency = 0; frequency < size; frequency++) {
      double x = 0;
      double y = 0;
      for (int i = 0; i < size; i++) {
        x += values[i] * Math.cos(2 * Math.PI * i * frequency / size);
        y -= values[i] * Math.sin(2 * Math.PI * i * frequency / size);
      }
      assertThat(real[transform.index(frequency)][0]).isCloseTo((float) x, within(1e-5f));
      assertThat(imaginary[transform.index(frequency)][0]).isCloseTo((float) y, within(1e-5f));
    }

    transform.backward(real, imaginary);

    for (int i = 0; i < size; i++) {
      assertThat(real[i][0] / size).isCloseTo((float) values[i], within(1e-6f));
      assertThat(imaginary[i][0] / size).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void ties_of_all_papers_add_up_to_one_and_mutual_ones_are_twice_as_strong() {
    // Given papers at 0, 10 and 30 degrees: the first two have each other, the third has the second
    float[] values = new float[6];
    double[] degrees = {0, 10, 30};
    for (int i = 0; i < 3; i++) {
      values[2 * i] = (float) Math.cos(Math.toRadians(degrees[i]));
      values[2 * i + 1] = (float) Math.sin(Math.toRadians(degrees[i]));
    }
    NeighborGraph graph = NeighborGraph.exact(EmbeddingMatrix.of(values, 2), 1);

    // When they lie one apart, where w is one half
    double[] places = {0, 0, 1, 0, 2, 0};
    double[] pulls = new double[6];
    for (int row = 0; row < 3; row++) {
      Affinities.of(graph, 1).putAttraction(row, places, pulls);
    }

    // Then the mutual pair has 2 / 6 in each direction, and the other 1 / 6
    assertThat(pulls[0]).isCloseTo(-1.0 / 6, within(1e-15));
    assertThat(pulls[2]).isCloseTo(1.0 / 6 - 1.0 / 12, within(1e-15));
    assertThat(pulls[4]).isCloseTo(1.0 / 12, within(1e-15));
  }

  @Test
  void settings_out_of_range_are_refused() {
    assertThatThrownBy(() -> new LayoutMethod.Tsne(Double.NaN, 300))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exaggeration: NaN");
    assertThatThrownBy(() -> new LayoutMethod.Tsne(1, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rounds: 9");
  }
}
