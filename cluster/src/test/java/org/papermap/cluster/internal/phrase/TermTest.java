package org.papermap.cluster.internal.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.internal.text.Abbreviations;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.cluster.internal.text.Word;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;

class TermTest {
  @Test
  void a_name_of_two_phrases_does_not_say_the_same_in_short() {
    Abbreviations abbreviations =
        abbreviations("Partial differential equations (PDEs) are solved; we solve PDEs.");
    Term spelled = term("differential equation", abbreviations);
    Term shortened = term("pde", abbreviations);
    Term other = term("diffusion equation", abbreviations);

    assertThat(spelled.repeats(shortened)).isTrue();
    assertThat(shortened.repeats(spelled)).isTrue();
    assertThat(shortened.repeats(other)).isFalse();
    // They share a word as it stands.
    assertThat(spelled.repeats(other)).isTrue();
  }

  @Test
  void a_word_repeats_the_long_word_that_it_begins_with() {
    Abbreviations none = abbreviations("No short forms.");

    assertThat(term("health", none).repeats(term("healthcare", none))).isTrue();
    assertThat(term("healthcare", none).repeats(term("health", none))).isTrue();
    assertThat(term("graph", none).repeats(term("graphene", none))).isFalse();
  }

  @Test
  void two_short_forms_repeat_each_other_where_one_says_all_that_the_other_says() {
    Abbreviations models =
        abbreviations(
            "Multimodal large language models (MLLMs). Large multimodal models (LMMs). Trees (T).");

    assertThat(term("mllm", models).repeats(term("lmm", models))).isTrue();
    assertThat(term("lmm", models).repeats(term("mllm", models))).isTrue();
    assertThat(term("lmm", models).repeats(term("tree", models))).isFalse();
  }

  private static Abbreviations abbreviations(String text) {
    return PaperWords.of(Corpus.of(List.of(Paper.of("p", "Of equations", text)))).abbreviations();
  }

  private static Term term(String key, Abbreviations abbreviations) {
    Set<String> stems = Word.stems(key);
    return new Term(
        new Candidate(0, new Contrast(4, 10, 1, 90), 1),
        new PhraseUse(
            key, key, "", "", 2, true, 1, false, false, stems, abbreviations.expandedStems(key)));
  }
}
