package org.papermap.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void words_are_runs_of_letters_and_digits_without_case_and_accents() {
    Vocabulary vocabulary = Vocabulary.of(List.of("Naïve GPT-4's naive"), 1, 100);

    assertThat(vocabulary.words()).containsExactly("4", "gpt", "naive", "s");
  }

  @Test
  void rare_words_are_left_out() {
    Vocabulary vocabulary = Vocabulary.of(List.of("a b", "a c", "a b"), 2, 100);

    assertThat(vocabulary.words()).containsExactly("a", "b");
  }

  @Test
  void of_too_many_words_the_most_frequent_stay() {
    Vocabulary vocabulary = Vocabulary.of(List.of("c b a", "c b", "c"), 1, 2);

    assertThat(vocabulary.words()).containsExactly("b", "c");
  }

  @Test
  void a_bag_has_unit_length_and_weighs_rare_words_more() {
    Vocabulary vocabulary = Vocabulary.of(List.of("common rare", "common", "common"), 1, 100);

    Vocabulary.Bag bag = vocabulary.bag("rare common unknown");

    // ln(3/3) + 0.1 = 0.1 and ln(3/1) + 0.1 = 1.1986; the length of both is 1.2028.
    assertThat(bag.words()).containsExactly(0, 1);
    assertThat(bag.values()[0]).isEqualTo(0.0831f, within(1e-4f));
    assertThat(bag.values()[1]).isEqualTo(0.9965f, within(1e-4f));
    assertThat(bag.dot(bag)).isEqualTo(1, within(1e-6));
  }

  @Test
  void a_text_of_unknown_words_is_an_empty_bag() {
    Vocabulary vocabulary = Vocabulary.of(List.of("known"), 1, 100);

    assertThat(vocabulary.bag("人工智能 ???").words()).isEmpty();
  }
}
