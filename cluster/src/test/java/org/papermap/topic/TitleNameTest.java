package org.papermap.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleNameTest {
  @Test
  void a_short_title_is_a_name() {
    assertThat(TitleName.of("Minutes of meeting 0")).isEqualTo("“Minutes of meeting 0”");
  }

  @Test
  void a_long_title_is_cut_after_a_word() {
    assertThat(TitleName.of("Choir and organ in remote islands: a study of 12 seasons"))
        .isEqualTo("“Choir and organ in remote…”");
  }

  @Test
  void a_title_without_spaces_is_cut_between_characters() {
    String name = TitleName.of("𝔸".repeat(40));

    assertThat(name).startsWith("“𝔸").endsWith("𝔸…”");
    assertThat(name.codePointCount(0, name.length())).isEqualTo(17);
  }
}
