package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitLengthTest {
  @Test
  void a_vector_is_scaled_in_all_forms() {
    float[] values = {9, 3, 4, 9};
    float[] rows = {3, 4, 0, -2};
    float[] put = new float[3];

    UnitLength.scale(values, 1, 2);
    UnitLength.scaleRows(rows, 2);
    UnitLength.put(new double[] {3, 4}, put, 1);

    assertThat(values).containsExactly(9, 0.6f, 0.8f, 9);
    assertThat(rows).containsExactly(0.6f, 0.8f, 0, -1);
    assertThat(put).containsExactly(0, 0.6f, 0.8f);
  }

  @Test
  void a_vector_of_zeros_stays_and_so_does_one_of_no_values() {
    float[] zeros = new float[3];
    float[] put = {5, 5};

    UnitLength.scale(zeros, 0, 3);
    UnitLength.scaleRows(zeros, 3);
    UnitLength.put(new double[2], put, 0);
    UnitLength.scale(zeros, 3, 0);
    UnitLength.scaleRows(new float[0], 3);

    assertThat(zeros).containsOnly(0);
    assertThat(put).containsExactly(0, 0);
    assertThat(UnitLength.factor(0)).isZero();
  }

  @Test
  void not_a_number_spreads_to_all_values_and_infinity_leaves_no_number() {
    float[] bad = {1, Float.NaN};
    float[] infinite = {1, Float.NEGATIVE_INFINITY};

    UnitLength.scale(bad, 0, 2);
    UnitLength.scale(infinite, 0, 2);

    assertThat(bad).containsOnly(Float.NaN);
    assertThat(infinite).containsExactly(0, Float.NaN);
  }

  @Test
  void the_shortest_and_the_longest_vectors_have_a_direction() {
    float[] tiny = {Float.MIN_VALUE, 0};
    float[] huge = {Float.MAX_VALUE, 0};

    UnitLength.scale(tiny, 0, 2);
    UnitLength.scale(huge, 0, 2);

    assertThat(tiny).containsExactly(1, 0);
    assertThat(huge).containsExactly(1, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 384})
  void the_factor_is_a_double_in_one_form_and_a_float_in_the_other(int length) {
    float[] values = RandomFloats.of(length, 5);
    double squared = 0;
    for (float value : values) {
      squared += (double) value * value;
    }
    double factor = 1 / Math.sqrt(squared);
    float[] scaled = values.clone();
    float[] scaledRow = values.clone();

    UnitLength.scale(scaled, 0, length);
    UnitLength.scaleRows(scaledRow, length);

    for (int j = 0; j < length; j++) {
      assertThat(scaled[j]).isEqualTo((float) (values[j] * factor));
      assertThat(scaledRow[j]).isEqualTo(values[j] * (float) factor);
    }
  }
}
