package org.papermap.embed.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bfloat16Test {
  /// Patterns by hand: 1.0 is 0x3f800000; the lower half of 0x8000 is just between two numbers.
  @ParameterizedTest
  @CsvSource({
    "3f800000, 3f80", // 1
    "bf800000, bf80", // -1
    "3f807fff, 3f80", // just below the middle
    "3f808000, 3f80", // the middle goes to the even one, down
    "3f818000, 3f82", // and up
    "3f808001, 3f81", // just above the middle
    "3fffffff, 4000", // a carry into the exponent
    "00000000, 0000",
    "80000000, 8000"
  })
  void a_float_is_rounded_to_the_nearest(String float32, String bfloat16) {
    float value = Float.intBitsToFloat(Integer.parseUnsignedInt(float32, 16));

    assertThat(Bfloat16.rounded(value) & 0xffff).isEqualTo(Integer.parseInt(bfloat16, 16));
  }
}
