package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthonormalVectorsTest {
  @Test
  void vectors_worked_by_hand_come_out_in_both_forms() {
    double[][] doubles = {{3, 4}, {1, 0}};
    float[][] floats = {{3, 4}, {1, 0}};

    UnitLength.orthonormalize(doubles, 0);
    UnitLength.orthonormalize(floats, 0);

    assertThat(doubles[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
    assertThat(doubles[1]).containsExactly(new double[] {0.8, -0.6}, within(1e-15));
    assertThat(floats[0]).containsExactly(new float[] {0.6f, 0.8f}, within(1e-7f));
    assertThat(floats[1]).containsExactly(new float[] {0.8f, -0.6f}, within(1e-7f));
  }

  @Test
  void a_vector_that_adds_no_direction_becomes_zero() {
    double[][] doubles = {{1, 1}, {2, 2}, {0, 1}, {1, 0}};

    UnitLength.orthonormalize(doubles, 1e-9);

    assertThat(doubles[1]).containsOnly(0);
    assertThat(doubles[2])
        .containsExactly(new double[] {-Math.sqrt(.5), Math.sqrt(.5)}, within(1e-15));
    assertThat(doubles[3]).containsOnly(0);
  }

  @Test
  void what_is_shorter_than_its_share_of_the_first_is_no_direction() {
    float[][] kept = {{10, 0}, {0, 1.01f}};
    float[][] dropped = {{10, 0}, {0, 1}};

    UnitLength.orthonormalize(kept, 0.1);
    UnitLength.orthonormalize(dropped, 0.1);

    assertThat(kept[1]).containsExactly(0, 1);
    assertThat(dropped[1]).containsOnly(0);
  }

  @Test
  void zeros_stay_and_not_a_number_becomes_zero() {
    double[][] doubles = {{0, 0}, {Double.NaN, 1}};
    float[][] floats = {{0, 0}, {Float.NaN, 1}};

    UnitLength.orthonormalize(doubles, 0);
    UnitLength.orthonormalize(floats, 0);

    assertThat(doubles).isDeepEqualTo(new double[2][2]);
    assertThat(floats).isDeepEqualTo(new float[2][2]);
  }

  @Test
  void zeros_between_others_change_nothing() {
    float[][] with = {{3, 4, 0}, {0, 0, 0}, {1, 2, 3}, {0, 0, 0}, {5, 1, 1}};
    float[][] without = {{3, 4, 0}, {1, 2, 3}, {5, 1, 1}};

    UnitLength.orthonormalize(with, 1e-5);
    UnitLength.orthonormalize(without, 1e-5);

    assertThat(new float[][] {with[0], with[2], with[4]}).isDeepEqualTo(without);
    assertThat(with[1]).containsOnly(0);
    assertThat(with[3]).containsOnly(0);
  }

  @Test
  void one_vector_is_scaled_and_none_is_nothing_to_do() {
    double[][] one = {{0, -2, 0}};
    double[][] none = {};

    UnitLength.orthonormalize(one, 0);
    UnitLength.orthonormalize(none, 0);

    assertThat(one[0]).containsExactly(0, -1, 0);
    assertThat(none).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "5, 9", "16, 384"})
  void any_vectors_become_orthogonal_and_of_unit_length(int count, int dimension) {
    float[][] floats = RandomFloats.rows(count, dimension, 3);
    double[][] doubles = new double[count][];
    for (int i = 0; i < count; i++) {
      float[] vector = floats[i];
      doubles[i] = IntStream.range(0, dimension).mapToDouble(j -> vector[j]).toArray();
    }

    UnitLength.orthonormalize(floats, 0);
    UnitLength.orthonormalize(doubles, 0);

    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double expected = i == j ? 1 : 0;
        assertThat(DotProduct.of(doubles[i], doubles[j])).isEqualTo(expected, within(1e-13));
        assertThat(DotProduct.of(floats[i], floats[j])).isEqualTo(expected, within(1e-5));
      }
    }
  }
}
