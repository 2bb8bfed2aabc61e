package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopKTest {
  @Test
  void the_greatest_come_first_and_ties_by_row() {
    assertThat(TopK.of(new float[] {1, 3, 2, 3, 0}, 3)).containsExactly(1, 3, 2);
    assertThat(TopK.of(new double[] {1, 3, 2, 3, 0}, 3)).containsExactly(1, 3, 2);
  }

  @Test
  void equal_values_stay_in_order() {
    assertThat(TopK.of(new float[4], 3)).containsExactly(0, 1, 2);
  }

  @Test
  void there_are_no_more_than_there_are() {
    assertThat(TopK.of(new float[] {1, 2}, 5)).containsExactly(1, 0);
    assertThat(TopK.of(new float[0], 5)).isEmpty();
    assertThat(TopK.of(new float[] {1, 2}, 0)).isEmpty();
    assertThat(TopK.of(new double[] {7}, 1)).containsExactly(0);
  }

  @Test
  void not_a_number_is_less_than_every_number() {
    assertThat(TopK.of(new double[] {Double.NaN, -1, Double.NaN, 5}, 3)).containsExactly(3, 1, 0);
  }

  @Test
  void of_many_floats_the_same_are_found_as_of_doubles() {
    Random random = new Random(3);
    float[] values = new float[2011];
    for (int i = 0; i < values.length; i++) {
      // Many are equal, and some are no numbers.
      values[i] = random.nextInt(50) == 0 ? Float.NaN : random.nextInt(300);
    }
    double[] same = new double[values.length];
    Arrays.setAll(same, i -> values[i]);

    for (int k : new int[] {1, 2, 40, 125, 126, 1999}) {
      assertThat(TopK.of(values, k)).isEqualTo(TopK.of(same, k));
    }
    Arrays.fill(values, 5, values.length, Float.NaN);
    Arrays.setAll(same, i -> values[i]);
    assertThat(TopK.of(values, 9)).isEqualTo(TopK.of(same, 9));
  }

  @Test
  void the_least_kept_is_what_the_next_must_reach() {
    TopK greatest = new TopK(2);

    assertThat(greatest.least()).isEqualTo(Double.NEGATIVE_INFINITY);
    greatest.offer(0, 4);
    assertThat(greatest.least()).isEqualTo(Double.NEGATIVE_INFINITY);
    greatest.offer(1, 9);
    assertThat(greatest.least()).isEqualTo(4);
    greatest.offer(2, 6);
    assertThat(greatest.least()).isEqualTo(6);
    assertThat(new TopK(0).least()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void more_may_be_offered_after_the_rows_were_read() {
    TopK greatest = new TopK(3);
    for (int row = 0; row < 3; row++) {
      greatest.offer(row, row);
    }

    assertThat(greatest.rows()).containsExactly(2, 1, 0);
    greatest.offer(3, 1.5);

    assertThat(greatest.rows()).containsExactly(2, 3, 1);
    assertThat(greatest.values()).containsExactly(2, 1.5, 1);
  }

  @Test
  void fewer_than_none_cannot_be_asked_for() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopK(-1))
        .withMessage("k: -1. Ask for 0 or more.");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "9, 3", "100, 7", "100, 100", "1000, 15", "1000, 999"})
  void in_any_order_of_offers_what_is_kept_is_what_sorting_gives(int size, int k) {
    Random random = new Random(size);
    // Few different values, so that many are equal.
    double[] values = random.doubles(size).map(value -> Math.rint(value * 20)).toArray();
    List<Integer> expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer row) -> -values[row])
                    .thenComparing(Comparator.naturalOrder()))
            .limit(k)
            .toList();
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());

    for (int round = 0; round < 5; round++) {
      Collections.shuffle(order, random);
      TopK greatest = new TopK(k);
      order.forEach(row -> greatest.offer(row, values[row]));

      assertThat(greatest.rows()).containsExactly(expected.toArray(Integer[]::new));
      assertThat(greatest.values())
          .containsExactly(expected.stream().mapToDouble(row -> values[row]).toArray());
    }
  }
}
