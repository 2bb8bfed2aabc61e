package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTokensTest {
  @Test
  void words_are_runs_of_letters_and_digits_without_case_and_accents() {
    assertThat(WordTokens.of("Naïve GPT-4's naive"))
        .containsExactly("naive", "gpt", "4", "s", "naive");
  }

  @Test
  void a_text_of_plain_letters_is_cut_as_one_with_others_is() {
    String plain = "Top-k 2x_3 (AND) 'more'\tend";

    assertThat(WordTokens.of(plain)).containsExactly("top", "k", "2x", "3", "and", "more", "end");
    assertThat(WordTokens.of(plain + " é"))
        .containsExactly("top", "k", "2x", "3", "and", "more", "end", "e");
  }

  @Test
  void letters_and_numbers_are_those_of_all_scripts() {
    assertThat(WordTokens.of("人工智能 Σίσυφος ½Ⅷ٣ 𝒳²"))
        .containsExactly("人工智能", "σισυφος", "½ⅷ٣", "𝒳²");
  }

  @Test
  void signs_alone_are_no_words() {
    assertThat(WordTokens.of("?! — €")).isEmpty();
    assertThat(WordTokens.of("")).isEmpty();
  }
}
