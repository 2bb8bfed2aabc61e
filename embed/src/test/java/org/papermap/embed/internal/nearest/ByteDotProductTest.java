package org.papermap.embed.internal.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteDotProductTest {
  private static int[] products(byte[] query, byte[] rows, int stride, int from, int to) {
    int[] products = new int[to - from];
    ByteDotProduct.of(query, rows, stride, from, to, products);
    return products;
  }

  @Test
  void a_product_worked_by_hand_comes_out() {
    byte[] query = new byte[32];
    byte[] rows = new byte[64];
    query[0] = 3;
    query[31] = -4;
    rows[32] = 100;
    rows[63] = 127;

    assertThat(products(query, rows, 32, 0, 2)).containsExactly(0, 300 - 508);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64, 96, 384, 1024})
  void vector_instructions_give_what_the_plain_form_gives(int stride) {
    Random random = new Random(stride);
    byte[] query = new byte[stride];
    byte[] rows = new byte[5 * stride];
    random.nextBytes(query);
    random.nextBytes(rows);
    for (byte[] bytes : new byte[][] {query, rows}) {
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) Math.max(-127, bytes[j]);
      }
    }

    int[] products = products(query, rows, stride, 1, 5);

    for (int row = 1; row < 5; row++) {
      assertThat(products[row - 1])
          .isEqualTo(ByteDotProduct.plain(query, rows, row * stride, stride));
    }
  }

  @Test
  void the_greatest_bytes_do_not_overflow() {
    byte[] query = new byte[4096];
    byte[] rows = new byte[4096];
    Arrays.fill(query, (byte) -127);
    Arrays.fill(rows, (byte) 127);

    assertThat(products(query, rows, 4096, 0, 1)).containsExactly(-127 * 127 * 4096);
  }

  @Test
  void no_rows_have_no_products() {
    assertThat(products(new byte[32], new byte[0], 32, 0, 0)).isEmpty();
  }

  @Test
  void the_module_of_vectors_is_used_where_it_is_there_and_the_processor_has_them() {
    // The tests run with the module.
    assertThat(ByteDotProduct.isVectorized()).isEqualTo(VectorByteDotProduct.isSupported());
  }
}
