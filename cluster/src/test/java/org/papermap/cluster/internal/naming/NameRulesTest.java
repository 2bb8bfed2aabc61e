package org.papermap.cluster.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.internal.phrase.Candidate;
import org.papermap.cluster.internal.phrase.Contrast;
import org.papermap.cluster.internal.phrase.PhraseUse;
import org.papermap.cluster.internal.phrase.Term;
import org.papermap.cluster.internal.text.Word;

class NameRulesTest {
  private static final Contrast TELLING = new Contrast(4, 10, 1, 90);

  private final NameRules rules = new NameRules(Contrast.LEAST_RATE_RATIO);

  private static Term term(String text, Contrast contrast) {
    return term(text, text.toLowerCase(Locale.ROOT), contrast, false);
  }

  private static Term term(String text, String key, Contrast contrast, boolean joined) {
    Set<String> stems = Word.stems(key);
    return new Term(
        new Candidate(0, contrast, 1),
        new PhraseUse(key, text, "", "", 2, true, 1, joined, false, stems, stems));
  }

  private static NameRules.Said said(String... stems) {
    return new NameRules.Said(Set.of(stems), Set.of(stems));
  }

  private List<String> broken(String name, Contrast contrast) {
    return rules.broken(name, List.of(term(name, contrast)), List.of(), Set.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022 elections",
        "Elections 1998",
        "٢٠٢٢ elections",
        "2.5B SD3-Medium",
        "7B models"
      })
  void numbers_as_words_are_told(String name) {
    assertThat(broken(name, TELLING)).contains("a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KV cache compression",
        "Low-rank adaptation",
        "3D Gaussian Splatting",
        "C++",
        "5G networks",
        "GPT-4",
        "N:M sparsity",
        "Mixture of experts",
        "Quantization & pruning",
        "Уравнения"
      })
  void good_names_break_no_rule(String name) {
    assertThat(broken(name, TELLING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Novel approach",
        "Proposed method",
        "State-of-the-art results",
        "Language models",
        "The retrieval",
        "Retrieval with attention"
      })
  void stop_and_stock_words_are_told(String name) {
    assertThat(broken(name, TELLING)).anyMatch(rule -> rule.startsWith("stop or stock word"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>retrieval</b>", "\"retrieval\"", "=retrieval", "re\u202Etrieval", "a\nb c"})
  void signs_that_no_word_has_are_told(String name) {
    assertThat(broken(name, TELLING)).contains("characters");
  }

  @Test
  void names_are_of_3_to_32_characters_and_of_2_where_there_are_no_spaces() {
    assertThat(broken("NA", TELLING)).contains("length");
    assertThat(broken("NAS", TELLING)).isEmpty();
    assertThat(broken("x".repeat(32), TELLING)).isEmpty();
    assertThat(broken("x".repeat(33), TELLING)).contains("length");
    Term joined = term("量子", "量 子", TELLING, true);
    assertThat(rules.broken("量子", List.of(joined), List.of(), Set.of())).isEmpty();
  }

  @Test
  void a_term_is_in_two_papers_and_three_times_as_frequent_as_elsewhere() {
    // 3 of 10 against 9 of 90 is three times as frequent; against 10 of 90 it is not.
    assertThat(broken("Retrieval", new Contrast(3, 10, 9, 90))).isEmpty();
    assertThat(broken("Retrieval", new Contrast(3, 10, 10, 90))).hasSize(1);
    assertThat(broken("Retrieval", new Contrast(1, 10, 0, 90))).hasSize(1);
    assertThat(broken("Retrieval", new Contrast(1, 1, 0, 90))).isEmpty();
    assertThat(broken("Retrieval", new Contrast(2, 10, 0, 0))).isEmpty();
  }

  @Test
  void a_term_is_in_one_of_twenty_papers_of_its_group() {
    assertThat(broken("Retrieval", new Contrast(3, 60, 0, 900))).isEmpty();
    assertThat(broken("Retrieval", new Contrast(3, 61, 0, 900))).hasSize(1);
  }

  @Test
  void a_term_of_an_area_is_twice_as_frequent_as_elsewhere() {
    NameRules ofAreas = new NameRules(Contrast.LEAST_RATE_RATIO_OF_AREAS);
    List<Term> twice = List.of(term("Retrieval", new Contrast(4, 10, 18, 90)));
    List<Term> less = List.of(term("Retrieval", new Contrast(4, 10, 19, 90)));

    assertThat(ofAreas.broken("Retrieval", twice, List.of(), Set.of())).isEmpty();
    assertThat(ofAreas.broken("Retrieval", less, List.of(), Set.of())).hasSize(1);
    assertThat(rules.broken("Retrieval", twice, List.of(), Set.of())).hasSize(1);
  }

  @Test
  void names_that_are_equal_with_short_forms_spelled_out_say_the_same() {
    Set<String> large = Set.of("larg", "languag", "model");
    NameRules.Said spelled = new NameRules.Said(large, large);
    NameRules.Said shortened = new NameRules.Said(Set.of("llm"), large);
    NameRules.Said multimodal =
        new NameRules.Said(Set.of("mllm"), Set.of("multimod", "larg", "languag", "model"));

    assertThat(shortened.repeats(spelled)).isTrue();
    assertThat(multimodal.repeats(shortened)).isFalse();
  }

  @Test
  void names_beside_one_another_do_not_say_the_same() {
    List<Term> terms = List.of(term("Pruned networks", TELLING));

    assertThat(rules.broken("Pruned networks", terms, List.of(said("prune")), Set.of()))
        .containsExactly("says what a name beside it says");
    assertThat(rules.broken("Pruned networks", terms, List.of(said("prune", "tree")), Set.of()))
        .isEmpty();
    assertThat(rules.broken("Pruned networks", terms, List.of(), Set.of("prunednetworks")))
        .containsExactly("given elsewhere");
    assertThat(
            rules.broken(
                "Pruning & pruned",
                List.of(terms.getFirst(), terms.getFirst()),
                List.of(),
                Set.of()))
        .anyMatch(rule -> rule.startsWith("said twice"));
  }
}
