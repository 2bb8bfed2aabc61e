package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearCombinationTest {
  @Test
  void a_combination_worked_by_hand_is_added_to_what_is_there() {
    float[] sum = {100, 200};
    double[] doubles = {100, 200};

    LinearCombination.add(sum, new float[][] {{1, 2}, {3, 4}}, new float[] {10, -1});
    LinearCombination.add(doubles, new double[][] {{1, 2}, {3, 4}}, new double[] {10, -1});

    assertThat(sum).containsExactly(107, 216);
    assertThat(doubles).containsExactly(107, 216);
  }

  @Test
  void the_forms_of_one_row_add_it_whole_or_by_columns() {
    float[] sum = {1, 1};
    double[] doubles = {1, 1};

    LinearCombination.add(sum, new float[] {2, 3}, 2);
    LinearCombination.add(sum, new float[] {2, 3}, new float[] {1, -1});
    LinearCombination.add(doubles, new double[] {2, 3}, 2);
    LinearCombination.add(doubles, new float[] {2, 3});
    LinearCombination.addProducts(doubles, new float[] {2, 3}, new float[] {5, 7});

    assertThat(sum).containsExactly(7, 4);
    assertThat(doubles).containsExactly(17, 31);
  }

  @Test
  void no_rows_and_no_columns_add_nothing() {
    float[] sum = {1};

    LinearCombination.add(sum, new float[0][], new float[0]);
    LinearCombination.add(new float[0], new float[][] {{}}, new float[] {1});

    assertThat(sum).containsExactly(1);
  }

  @Test
  void not_a_number_stays_in_its_column() {
    float[] sum = new float[2];

    LinearCombination.add(sum, new float[][] {{Float.NaN, 1}, {1, 1}}, new float[] {0, 2});

    assertThat(sum).containsExactly(Float.NaN, 2);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "4, 7", "5, 33", "9, 256", "11, 384"})
  void four_rows_at_a_time_give_the_bits_of_one_after_another(int rows, int columns) {
    float[][] values = RandomFloats.rows(rows, columns, 7);
    float[] times = RandomFloats.of(rows, 8);
    float[] expected = new float[columns];
    double[] expectedDoubles = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        expected[j] += values[i][j] * times[i];
        expectedDoubles[j] += (double) values[i][j] * times[i];
      }
    }
    float[] sum = new float[columns];
    double[] doubles = new double[columns];

    LinearCombination.add(sum, values, times);
    LinearCombination.add(
        doubles,
        IntStream.range(0, rows).mapToObj(i -> doubles(values[i])).toArray(double[][]::new),
        doubles(times));

    assertThat(sum).containsExactly(expected);
    assertThat(doubles).containsExactly(expectedDoubles);
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "384"})
  void one_row_added_to_four_gives_the_bits_of_four_single_additions(int columns) {
    float[] row = RandomFloats.of(columns, 9);
    float[] times = RandomFloats.of(5, 10);
    float[][] expected = RandomFloats.rows(4, columns, 11);
    float[][] sums = RandomFloats.rows(4, columns, 11);
    for (int i = 0; i < 4; i++) {
      LinearCombination.add(expected[i], row, times[i + 1]);
    }

    LinearCombination.addToFour(sums[0], sums[1], sums[2], sums[3], row, times, 1);

    assertThat(sums).isDeepEqualTo(expected);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(j -> values[j]).toArray();
  }
}
