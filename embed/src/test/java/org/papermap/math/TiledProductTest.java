package org.papermap.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiledProductTest {
  /// One sum in floats, in the order of the columns.
  private static float plain(float[] values, int row, int other, int dimension) {
    float sum = 0;
    for (int j = 0; j < dimension; j++) {
      sum += values[row * dimension + j] * values[other * dimension + j];
    }
    return sum;
  }

  private static double magnitude(float[] values, int row, int other, int dimension) {
    return IntStream.range(0, dimension)
        .mapToDouble(
            j -> Math.abs((double) values[row * dimension + j] * values[other * dimension + j]))
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2", "5, 3", "9, 4", "257, 9", "300, 384", "2003, 9", "2047, 6"})
  void each_row_has_its_products_with_the_rows_of_a_tile(int rows, int dimension) {
    float[] values = RandomFloats.of(rows * dimension, 7);
    TiledProduct product = TiledProduct.of(FloatBuffer.wrap(values), dimension);
    float[][] run = new float[rows][TiledProduct.TILE];
    float[][] some = new float[rows][TiledProduct.TILE];

    for (int tile = 0; tile < product.tiles(); tile++) {
      product.of(0, rows, tile, run);
      product.of(IntStream.range(0, rows).toArray(), tile, some);

      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < TiledProduct.TILE; i++) {
          int other = TiledProduct.start(tile) + i;
          float plain = other < product.end(tile) ? plain(values, row, other, dimension) : 0;
          if (some[row][i] != plain || run[row][i] != plain) {
            assertThat(some[row][i]).as("%d · %d", row, other).isEqualTo(plain);
            assertThat(run[row][i]).as("%d · %d", row, other).isEqualTo(plain);
          }
        }
      }
    }
  }

  @Test
  void a_product_is_within_its_bound() {
    int rows = 2100;
    int dimension = 37;
    float[] values = RandomFloats.of(rows * dimension, 8);
    TiledProduct product = TiledProduct.of(FloatBuffer.wrap(values), dimension);
    float[][] rough = new float[3][TiledProduct.TILE];

    product.of(0, 3, 1, rough);

    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < TiledProduct.TILE; i++) {
        int other = TiledProduct.TILE + i;
        double exact = DotProduct.of(values, row * dimension, values, other * dimension, dimension);
        double bound = DotProduct.errorBound(dimension) * magnitude(values, row, other, dimension);
        assertThat((double) rough[row][i]).isEqualTo(exact, within(bound));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 515, 7", "2, 256, 8", "4, 5, 384"})
  void vectors_from_elsewhere_have_the_same_products(int vectors, int rows, int dimension) {
    // The vectors stand before the rows, so that the plain form finds both.
    float[] values = RandomFloats.of((vectors + rows) * dimension, 9);
    float[][] asked = new float[vectors][dimension];
    for (int i = 0; i < vectors; i++) {
      System.arraycopy(values, i * dimension, asked[i], 0, dimension);
    }
    FloatBuffer others = FloatBuffer.wrap(values, vectors * dimension, rows * dimension).slice();

    float[][] products = TiledProduct.of(asked, others, dimension);

    for (int i = 0; i < vectors; i++) {
      assertThat(products[i]).hasSize(rows);
      for (int row = 0; row < rows; row++) {
        assertThat(products[i][row]).isEqualTo(plain(values, i, vectors + row, dimension));
      }
    }
  }

  @Test
  void without_rows_or_vectors_there_are_no_products() {
    FloatBuffer none = FloatBuffer.allocate(0);

    assertThat(TiledProduct.of(none, 2).tiles()).isZero();
    assertThat(TiledProduct.of(new float[][] {{1, 2}}, none, 2)[0]).isEmpty();
    assertThat(TiledProduct.of(new float[0][], FloatBuffer.allocate(4), 2)).isEmpty();
  }

  @Test
  void not_a_number_stays_in_the_products_of_its_row() {
    float[] values = {1, Float.NaN, 1, 1};

    float[][] products =
        TiledProduct.of(new float[][] {{0, 0}, {1, 2}}, FloatBuffer.wrap(values), 2);

    assertThat(products[0]).containsExactly(Float.NaN, 0);
    assertThat(products[1]).containsExactly(Float.NaN, 3);
  }
}
