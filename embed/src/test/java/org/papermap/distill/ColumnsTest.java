package org.papermap.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void products_are_those_of_each_vector_with_each_row() {
    // More rows than go through together, and columns that are no multiple of four.
    int size = 2 * Columns.RUN + 3;
    int width = 7;
    float[] rows = random(size * width);
    float[][] vectors = {random(width), random(width), random(width)};

    float[][] products = Columns.products(vectors, FloatBuffer.wrap(rows), width);

    for (int i = 0; i < vectors.length; i++) {
      assertThat(products[i]).hasSize(size);
      for (int row = 0; row < size; row++) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
          sum += (double) vectors[i][j] * rows[row * width + j];
        }
        assertThat(products[i][row]).isEqualTo((float) sum, within(1e-5f));
      }
    }
  }

  @Test
  void without_rows_there_are_no_products() {
    float[][] products = Columns.products(new float[][] {{1, 2}}, FloatBuffer.allocate(0), 2);

    assertThat(products[0]).isEmpty();
  }

  private static float[] random(int length) {
    SplittableRandom random = new SplittableRandom(length);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
