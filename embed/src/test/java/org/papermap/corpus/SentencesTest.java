package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void a_text_is_broken_after_its_sentences() {
    assertThat(Sentences.of("We ask why. Is it so? It is!\n It costs 3.5 bits.  "))
        .containsExactly("We ask why.", "Is it so?", "It is!", "It costs 3.5 bits.");
  }

  @Test
  void it_is_not_broken_after_abbreviations_and_initials() {
    assertThat(
            Sentences.of(
                "Smith et al. Proved it, e.g. Theorem 2 (cf. Fig. 3). J. Doe vs. All others. End."))
        .containsExactly(
            "Smith et al. Proved it, e.g. Theorem 2 (cf. Fig. 3).",
            "J. Doe vs. All others.",
            "End.");
  }

  @Test
  void a_text_that_ends_in_an_abbreviation_or_nowhere_is_a_sentence() {
    assertThat(Sentences.of("By Smith et al.")).containsExactly("By Smith et al.");
    assertThat(Sentences.of("no end")).containsExactly("no end");
    assertThat(Sentences.of(" \n ")).isEmpty();
    assertThat(Sentences.of("")).isEmpty();
  }
}
