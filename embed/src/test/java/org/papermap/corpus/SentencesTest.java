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
  void it_is_not_broken_within_words_and_formulas() {
    assertThat(
            Sentences.of(
                "See a.org/x?Y=1 of Smith et al.'s $k!$ and wt.-%. \"Oops!\", says Presto!, it is"
                    + " .5. Etc.; 3.$x$. 7 more."))
        .containsExactly(
            "See a.org/x?Y=1 of Smith et al.'s $k!$ and wt.-%.",
            "\"Oops!\", says Presto!, it is .5.", "Etc.; 3.$x$. 7 more.");
  }

  @Test
  void quotes_and_brackets_belong_to_the_sentence_that_they_close_or_open() {
    assertThat(Sentences.of("It \"works.\" (See A.) [It does!] ($x$ too.) ...and. “Élan.” So."))
        .containsExactly(
            "It \"works.\"", "(See A.)", "[It does!]", "($x$ too.) ...and.", "“Élan.”", "So.");
  }

  @Test
  void scripts_without_blanks_have_sentences_too() {
    assertThat(Sentences.of("我们提出方法。它有效！「好。」是吗？ यह है। वह है॥"))
        .containsExactly("我们提出方法。", "它有效！", "「好。」", "是吗？", "यह है।", "वह है॥");
  }

  @Test
  void a_text_that_ends_in_an_abbreviation_or_nowhere_is_a_sentence() {
    assertThat(Sentences.of("By Smith et al.")).containsExactly("By Smith et al.");
    assertThat(Sentences.of("no end")).containsExactly("no end");
    assertThat(Sentences.of(" \n ")).isEmpty();
    assertThat(Sentences.of("")).isEmpty();
  }
}
