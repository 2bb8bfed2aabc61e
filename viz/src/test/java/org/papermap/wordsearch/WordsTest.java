package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void words_are_runs_of_letters_and_digits_without_case_and_accents() {
    assertThat(words("Naïve GPT-4's naive")).containsExactly("naive", "gpt", "4", "s", "naive");
  }

  @Test
  void a_text_of_plain_letters_is_cut_as_one_with_others_is() {
    String plain = "Top-k 2x_3 (AND) 'more'\tend";

    assertThat(words(plain)).containsExactly("top", "k", "2x", "3", "and", "more", "end");
    assertThat(words(plain + " é"))
        .containsExactly("top", "k", "2x", "3", "and", "more", "end", "e");
  }

  @Test
  void letters_and_numbers_are_those_of_all_scripts() {
    assertThat(words("人工智能 Σίσυφος ½Ⅷ٣ 𝒳²")).containsExactly("人工智能", "σισυφος", "½ⅷ٣", "𝒳²");
  }

  @Test
  void signs_alone_are_no_words() {
    assertThat(words("?! — €")).isEmpty();
    assertThat(words("")).isEmpty();
  }

  private static List<String> words(String text) {
    List<String> all = new ArrayList<>();
    for (Words words = Words.of(text); words.next(); ) {
      all.add(words.plain().substring(words.begin(), words.end()));
    }
    return all;
  }
}
