package org.papermap.embed.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTextTest {
  @Test
  void a_half_that_stands_alone_is_replaced_wherever_it_stands() {
    assertThat(WellFormedText.of("\ud83d a \ude42\ud83d b \ude42"))
        .isEqualTo("\ufffd a \ufffd\ufffd b \ufffd");
  }

  @Test
  void whole_characters_stay_and_so_does_a_text_without_faults() {
    String sound = "plain, ünïcode, \ud83d\ude42";

    assertThat(WellFormedText.of(sound)).isSameAs(sound);
    assertThat(WellFormedText.of("")).isEmpty();
    assertThat(WellFormedText.of("\ud83d\ude42 \ud83d")).isEqualTo("\ud83d\ude42 \ufffd");
  }

  @Test
  void of_code_points_halves_alone_are_replaced() {
    assertThat(WellFormedText.of(0xD7FF)).isEqualTo(0xD7FF);
    assertThat(WellFormedText.of(0xD800)).isEqualTo(0xFFFD);
    assertThat(WellFormedText.of(0xDFFF)).isEqualTo(0xFFFD);
    assertThat(WellFormedText.of(0xE000)).isEqualTo(0xE000);
    assertThat(WellFormedText.of(0x1F642)).isEqualTo(0x1F642);
  }
}
