package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base85Test {
  @Test
  void the_highest_and_the_lowest_bytes_are_the_digits_computed_by_hand() {
    // 2^32 - 1 = ((((82 · 85 + 23) · 85 + 54) · 85 + 12) · 85 + 0; digit 0 is '#'.
    assertThat(Base85.encode(new byte[4])).isEqualTo("#####");
    assertThat(Base85.encode(new byte[] {-1, -1, -1, -1})).endsWith("#").hasSize(5);
    assertThat(Base85.encode(new byte[] {0, 0, 0, 84})).isEqualTo("####~");
    assertThat(Base85.encode(new byte[] {0, 0, 0, 85})).isEqualTo("###$#");
  }

  @Test
  void bytes_of_every_length_come_back() throws IOException {
    Random random = new Random(1);
    for (int length = 0; length < 70; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = Base85.encode(bytes);
      assertThat(text).hasSize((int) Math.ceil(length * 5 / 4.0));
      assertThat(Base85.decode(text)).isEqualTo(bytes);
    }
  }

  @Test
  void ends_of_only_the_highest_bytes_come_back() throws IOException {
    for (int length = 1; length <= 8; length++) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) -1);
      assertThat(Base85.decode(Base85.encode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void no_letter_means_anything_to_a_page() {
    byte[] bytes = new byte[100_000];
    new Random(2).nextBytes(bytes);
    assertThat(Base85.encode(bytes)).doesNotContainPattern("[^!-~]|[!\"&'<>\\\\`-]");
  }

  @Test
  void another_letter_is_told() {
    assertThatThrownBy(() -> Base85.decode("####<")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Base85.decode("####é")).isInstanceOf(IOException.class);
  }
}
