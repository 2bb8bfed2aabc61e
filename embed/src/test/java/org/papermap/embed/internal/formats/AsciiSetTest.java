package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AsciiSetTest {
  @Test
  void has_its_characters_and_no_others() {
    String characters = "\n&?@A`z~";

    AsciiSet set = AsciiSet.of(characters);

    for (char c = 0; c < 0x400; c++) {
      assertThat(set.contains(c)).as("U+%04X", (int) c).isEqualTo(characters.indexOf(c) >= 0);
    }
  }

  @Test
  void is_in_a_text_that_has_one_of_them() {
    AsciiSet braces = AsciiSet.of("{}");

    assertThat(braces.isIn("f(x}")).isTrue();
    assertThat(braces.isIn("f(x)")).isFalse();
    assertThat(braces.isIn("")).isFalse();
  }

  @Test
  void other_characters_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AsciiSet.of("a…"));
  }
}
