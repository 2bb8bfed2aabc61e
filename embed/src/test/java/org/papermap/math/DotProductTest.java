package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotProductTest {
  private static float rough(float[] a, float[] b) {
    return DotProduct.rough(a, 0, b, 0, a.length);
  }

  @Test
  void a_product_worked_by_hand_comes_out_in_all_forms() {
    float[] a = {1, 2, 3};
    float[] b = {4, -5, 6};

    assertThat(DotProduct.of(a, b)).isEqualTo(12);
    assertThat(rough(a, b)).isEqualTo(12);
    assertThat(DotProduct.of(new double[] {1, 2, 3}, new double[] {4, -5, 6})).isEqualTo(12);
  }

  @Test
  void a_part_of_either_vector_may_be_taken() {
    float[] a = {9, 9, 1, 2};
    float[] b = {9, 3, 4, 9};

    assertThat(DotProduct.of(a, 2, b, 1, 2)).isEqualTo(11);
    assertThat(DotProduct.rough(a, 2, b, 1, 2)).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
  void rows_are_multiplied_to_the_bit_as_one_by_one(int count) {
    float[] vector = RandomFloats.of(37, 1);
    float[] values = RandomFloats.of(37 * 12, 2);
    int[] rows = IntStream.range(0, count).map(i -> 11 - i * 7 % 12).toArray();

    assertThat(DotProduct.ofRows(vector, values, rows))
        .isEqualTo(
            IntStream.of(rows)
                .mapToDouble(row -> DotProduct.of(vector, 0, values, 37 * row, 37))
                .toArray());
  }

  @Test
  void an_empty_vector_gives_zero() {
    assertThat(DotProduct.of(new float[0], new float[0])).isZero();
    assertThat(DotProduct.of(new double[0], new double[0])).isZero();
    assertThat(rough(new float[0], new float[0])).isZero();
  }

  @Test
  void not_a_number_comes_through() {
    float[] bad = {1, Float.NaN, 0};
    float[] infinite = {1, Float.POSITIVE_INFINITY, 0};
    float[] good = {0, 0, 1};

    assertThat(DotProduct.of(bad, good)).isNaN();
    assertThat(rough(bad, good)).isNaN();
    assertThat(DotProduct.of(infinite, good)).isNaN();
    assertThat(DotProduct.of(new double[] {Double.NaN}, new double[] {0})).isNaN();
  }

  @Test
  void products_of_floats_are_summed_in_double() {
    // In floats 1 would vanish beside 2^30, and the first product would be rounded.
    assertThat(DotProduct.of(new float[] {32768, 1, -32768}, new float[] {32768, 1, 32768}))
        .isEqualTo(1);
    float third = 1 / 3f;
    assertThat(DotProduct.of(new float[] {third}, new float[] {third}))
        .isEqualTo((double) third * third);
  }

  @Test
  void doubles_are_added_in_their_order() {
    // 1 + 2^-53 is rounded to 1 each time; the other way round the small ones would add up first.
    double small = 0x1p-53;

    assertThat(DotProduct.of(new double[] {1, small, small}, new double[] {1, 1, 1})).isEqualTo(1);
    assertThat(DotProduct.of(new double[] {small, small, 1}, new double[] {1, 1, 1}))
        .isEqualTo(1 + 0x1p-52);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 16, 31, 384, 1001})
  void the_rough_form_adds_every_eighth_value_then_the_sums_in_pairs_then_the_rest(int length) {
    float[] a = RandomFloats.of(length, 1);
    float[] b = RandomFloats.of(length, 2);
    float[] sums = new float[8];
    int whole = length / 8 * 8;
    for (int j = 0; j < whole; j++) {
      sums[j % 8] += a[j] * b[j];
    }
    float expected =
        ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    for (int j = whole; j < length; j++) {
      expected += a[j] * b[j];
    }

    assertThat(rough(a, b)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 384, 4000})
  void no_form_is_farther_from_the_true_product_than_its_bound(int length) {
    float[] a = RandomFloats.of(length, 3);
    float[] b = RandomFloats.of(length, 4);
    BigDecimal exact = BigDecimal.ZERO;
    double magnitude = 0;
    for (int j = 0; j < length; j++) {
      exact = exact.add(new BigDecimal(a[j]).multiply(new BigDecimal(b[j])));
      magnitude += Math.abs((double) a[j] * b[j]);
    }

    double bound = DotProduct.errorBound(length) * magnitude;

    assertThat((double) rough(a, b)).isEqualTo(exact.doubleValue(), within(bound));
    // In double the bound is 2^29 times as small, but for the rounding of the comparison itself.
    assertThat(DotProduct.of(a, b)).isEqualTo(exact.doubleValue(), within(bound * 0x1p-28));
  }
}
