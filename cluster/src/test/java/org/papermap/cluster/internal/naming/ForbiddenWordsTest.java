package org.papermap.cluster.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ForbiddenWordsTest {
  @Test
  void a_word_is_forbidden_in_any_case_number_and_place_but_not_within_another() {
    ForbiddenWords words = ForbiddenWords.of(Set.of("Model", "LLM"));

    assertThat(words.forbids("language models")).isTrue();
    assertThat(words.forbids("Model-based control")).isTrue();
    assertThat(words.forbids("LLMs & agents")).isTrue();
    assertThat(words.forbids("remodelling")).isFalse();
  }

  @Test
  void a_phrase_is_forbidden_as_a_whole() {
    ForbiddenWords words = ForbiddenWords.of(Set.of("neural network"));

    assertThat(words.forbids("Deep neural networks")).isTrue();
    assertThat(words.forbids("Neural fields & network design")).isFalse();
  }

  @Test
  void without_words_nothing_is_forbidden() {
    assertThat(ForbiddenWords.of(Set.of()).forbids("anything")).isFalse();
    assertThat(ForbiddenWords.of(Set.of(" ", "…")).forbids("anything")).isFalse();
  }
}
