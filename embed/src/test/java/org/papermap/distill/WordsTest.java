package org.papermap.distill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void words_are_runs_of_letters_and_digits_without_case_and_accents() {
    assertThat(Words.times("Naïve GPT-4's naive"))
        .isEqualTo(Map.of("4", 1, "gpt", 1, "naive", 2, "s", 1));
  }

  @Test
  void a_text_of_plain_letters_is_cut_as_one_with_others_is() {
    String plain = "Top-k 2x_3 (AND) 'more'\tend";

    assertThat(Words.times(plain + " é"))
        .containsAllEntriesOf(Words.times(plain))
        .hasSize(Words.times(plain).size() + 1);
    assertThat(Words.times(plain).keySet())
        .containsExactlyInAnyOrder("top", "k", "2x", "3", "and", "more", "end");
  }

  @Test
  void letters_and_numbers_are_those_of_all_scripts() {
    assertThat(Words.times("人工智能 Σίσυφος ½Ⅷ٣ 𝒳²").keySet())
        .containsExactlyInAnyOrder("人工智能", "σισυφος", "½ⅷ٣", "𝒳²");
  }

  @Test
  void signs_alone_are_no_words() {
    assertThat(Words.times("?! — €")).isEmpty();
    assertThat(Words.times("")).isEmpty();
  }
}
