package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalAxesTest {
  private static final float[][] POINTS = {{1, 1}, {3, 5}, {5, 3}, {7, 7}};

  private static float[] point(int row) {
    return POINTS[row].clone();
  }

  @Test
  void mean_and_scatter_worked_by_hand() {
    double[] mean = PrincipalAxes.mean(4, 2, PrincipalAxesTest::point);

    double[][] scatter = PrincipalAxes.scatter(4, mean, PrincipalAxesTest::point, 4);

    assertThat(mean).containsExactly(4, 4);
    assertThat(scatter).isDeepEqualTo(new double[][] {{20, 16}, {16, 20}});
  }

  @Test
  void the_axes_are_the_eigenvectors_the_widest_first() {
    // Eigenvalues 36 and 4.
    double[][] scatter = {{20, 16}, {16, 20}};
    double[][] doubles = {{1, 0}, {0, 1}};
    float[][] floats = {{1, 0}, {0, 1}};
    double diagonal = Math.sqrt(0.5);

    PrincipalAxes.iterate(scatter, doubles, 40, 1e-9);
    PrincipalAxes.iterate(new float[][] {{20, 16}, {16, 20}}, floats, 40, 1e-5);

    assertThat(doubles[0]).containsExactly(new double[] {diagonal, diagonal}, within(1e-12));
    assertThat(doubles[1]).containsExactly(new double[] {-diagonal, diagonal}, within(1e-12));
    assertThat(floats[0])
        .containsExactly(new float[] {(float) diagonal, (float) diagonal}, within(1e-6f));
    assertThat(floats[1])
        .containsExactly(new float[] {(float) -diagonal, (float) diagonal}, within(1e-6f));
  }

  @Test
  void one_row_and_equal_rows_have_no_axes() {
    double[] mean = PrincipalAxes.mean(1, 2, PrincipalAxesTest::point);
    double[][] scatter = PrincipalAxes.scatter(1, mean, PrincipalAxesTest::point, 1);
    double[][] axes = {{1, 0}, {0, 1}};

    PrincipalAxes.iterate(scatter, axes, 3, 1e-9);

    assertThat(mean).containsExactly(1, 1);
    assertThat(scatter).isDeepEqualTo(new double[2][2]);
    assertThat(axes).isDeepEqualTo(new double[2][2]);
  }

  @Test
  void no_rows_have_no_mean_and_no_scatter() {
    assertThat(PrincipalAxes.mean(0, 2, PrincipalAxesTest::point)).containsOnly(Double.NaN);
    assertThat(PrincipalAxes.scatter(0, new double[2], PrincipalAxesTest::point, 1))
        .isDeepEqualTo(new double[2][2]);
  }

  @Test
  void not_a_number_ends_in_axes_of_zeros() {
    double[][] axes = {{1, 0}, {0, 1}};

    PrincipalAxes.iterate(new double[][] {{Double.NaN, 1}, {1, 1}}, axes, 2, 0);

    assertThat(axes).isDeepEqualTo(new double[2][2]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1025})
  void a_run_is_summed_in_floats_in_order_and_the_runs_in_double(int rows) {
    int dimension = 5;
    int run = 512;
    float[][] values = RandomFloats.rows(rows, dimension, 1);
    double[] mean = PrincipalAxes.mean(rows, dimension, i -> values[i].clone());
    double[][] expected = new double[dimension][dimension];
    float[][] sums = new float[dimension][dimension];
    for (int i = 0; i < rows; i++) {
      for (int a = 0; a < dimension; a++) {
        for (int b = 0; b < dimension; b++) {
          sums[a][b] += (float) (values[i][a] - mean[a]) * (float) (values[i][b] - mean[b]);
          if ((i + 1) % run == 0 || i + 1 == rows) {
            expected[a][b] += sums[a][b];
            sums[a][b] = 0;
          }
        }
      }
    }

    double[][] scatter = PrincipalAxes.scatter(rows, mean, i -> values[i].clone(), run);

    assertThat(scatter).isDeepEqualTo(expected);
  }
}
