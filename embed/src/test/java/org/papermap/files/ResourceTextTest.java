package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTextTest {
  @Test
  void a_table_has_the_words_of_each_section_in_order() {
    assertThat(ResourceText.sections(ResourceTextTest.class, "table.txt"))
        .containsExactly(entry("one", List.of("a", "b", "c")), entry("two", List.of("d")));
  }

  @Test
  void the_first_word_of_a_line_is_what_the_others_mean() {
    assertThat(ResourceText.meanings(ResourceTextTest.class, "table.txt"))
        .containsOnly(entry("b", "a"));
  }

  @Test
  void a_resource_that_is_missing_is_told_by_its_name() {
    assertThatThrownBy(() -> ResourceText.read(ResourceTextTest.class, "none.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("none.txt: not in the jar. Build it again.");
  }
}
