package org.papermap.cluster.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordReaderTest {
  private static List<String> words(String text) {
    TokenVocabulary vocabulary = new TokenVocabulary();
    int[] read = vocabulary.read(text);
    List<Word> words = new Dictionary(vocabulary.tokens()).words();
    return IntStream.of(read)
        .mapToObj(words::get)
        .map(word -> word.key().isEmpty() ? "|" : word.text())
        .toList();
  }

  @Test
  void what_people_write_as_one_word_stays_one() {
    assertThat(words("Text-to-image LoRA, N:M sparsity for GPT-4 in 3D U-Nets and A^2ATS"))
        .containsExactly(
            "Text-to-image",
            "LoRA",
            "|",
            "N:M",
            "sparsity",
            "for",
            "GPT-4",
            "in",
            "3D",
            "U-Nets",
            "and",
            "A^2ATS",
            "|");
  }

  @Test
  void formulas_numbers_addresses_and_commands_are_breaks() {
    assertThat(words("cost $O(n^2)$ drops 62\\% at https://a.b/c \\emph{twice}"))
        .containsExactly("cost", "|", "drops", "|", "|", "at", "|", "|", "|", "twice", "|", "|");
  }

  @Test
  void accents_of_tex_become_letters() {
    assertThat(words("Schr\\\"odinger and Poincar\\'{e}")).contains("Schrödinger", "Poincaré");
  }

  @Test
  @Timeout(20)
  void a_run_of_capitals_before_a_dash_takes_no_longer_than_other_text() {
    assertThat(words("A".repeat(300_000) + "--b")).contains("b");
  }

  @Test
  void a_dash_between_names_joins_them_and_one_between_other_words_does_not() {
    assertThat(words("Hardy--Littlewood--Sobolev and Moser–Trudinger, the sea--which ends"))
        .containsExactly(
            "Hardy-Littlewood-Sobolev",
            "and",
            "Moser-Trudinger",
            "|",
            "the",
            "sea",
            "|",
            "|",
            "which",
            "ends",
            "|");
  }

  @Test
  void possessive_endings_and_typographic_signs_fall_away() {
    assertThat(words("the model’s self‑attention"))
        .containsExactly("the", "model", "self-attention", "|");
  }

  @Test
  void forms_of_a_word_have_one_key() {
    WordReader reader = new WordReader(Language.ENGLISH);

    assertThat(reader.word("LLMs").key()).isEqualTo("llm");
    assertThat(reader.word("LMs").key()).isEqualTo("lm");
    assertThat(reader.word("NAS").key()).isEqualTo("nas");
    assertThat(reader.word("Gas").key()).isEqualTo("gas");
    assertThat(reader.word("Fine-Tuning").key()).isEqualTo("fine tuning");
  }

  @ParameterizedTest
  @CsvSource({
    "transformers, transformer",
    "queries, query",
    "losses, loss",
    "analysis, analysis",
    "caches, cache",
    "corpus, corpus",
    "boxes, box",
    "branches, branch",
    "gas, gas",
    "dies, die"
  })
  void plurals_lose_their_ending(String plural, String singular) {
    assertThat(WordReader.singular(plural)).isEqualTo(singular);
  }

  @ParameterizedTest
  @CsvSource({
    "behaviour, behavior",
    "tumours, tumor",
    "randomised, randomized",
    "optimisation, optimization",
    "paediatric, pediatric",
    "haemorrhage, hemorrhage",
    "anaesthesia, anesthesia",
    "oesophageal, esophageal",
    "foetal, fetal",
    "centres, center",
    "colourless, colorless",
    "supervised, supervised",
    "promising, promising",
    "advertising, advertising",
    "denoising, denoising",
    "tournament, tournament",
    "contours, contour",
    "resources, resource",
  })
  void british_spellings_have_the_key_of_american_ones(String word, String key) {
    assertThat(new WordReader(Language.ENGLISH).word(word).key()).isEqualTo(key);
  }
}
