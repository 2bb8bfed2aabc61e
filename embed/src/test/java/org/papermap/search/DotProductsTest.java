package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.embed.EmbeddingMatrix;

class DotProductsTest {
  private static final float ROUNDING = 1e-5f;

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2", "5, 3", "9, 4", "257, 9", "300, 384", "2003, 9"})
  void both_ways_give_each_row_its_products_with_the_rows_of_a_tile(int rows, int dimension) {
    EmbeddingMatrix vectors = RandomVectors.of(rows, dimension, 7);
    DotProducts products = DotProducts.of(vectors);
    float[][] rough = new float[Math.ceilDiv(rows, 4) * 4][DotProducts.TILE];
    float[][] even = new float[rows][DotProducts.TILE];

    for (int tile = 0; tile < products.tiles(); tile++) {
      products.rough(0, rows, tile, rough);
      products.of(IntStream.range(0, rows).toArray(), tile, even);

      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < DotProducts.TILE; i++) {
          int other = DotProducts.start(tile) + i;
          float product = other < rows ? (float) vectors.dot(row, other) : 0;
          assertThat(rough[row][i]).isEqualTo(product, within(ROUNDING));
          assertThat(even[row][i]).isEqualTo(product, within(ROUNDING));
        }
      }
    }
  }
}
