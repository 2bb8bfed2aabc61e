package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void rare_words_are_left_out() {
    Vocabulary vocabulary = vocabulary(List.of("a b", "a c", "a b"), 2, 100);

    assertThat(vocabulary.words()).containsExactly("a", "b");
  }

  @Test
  void of_too_many_words_the_most_frequent_stay() {
    Vocabulary vocabulary = vocabulary(List.of("c b a", "c b", "c"), 1, 2);

    assertThat(vocabulary.words()).containsExactly("b", "c");
  }

  @Test
  void a_bag_has_unit_length_and_weighs_rare_words_more() {
    Vocabulary vocabulary = vocabulary(List.of("common rare", "common", "common"), 1, 100);

    SparseRows bags = vocabulary.bags(TermCounts.of(List.of("rare unknown common")));

    // (ln(3/3) + 0.1)^0.75 = 0.1778 and (ln(3/1) + 0.1)^0.75 = 1.1455; the length of both is
    // 1.1593.
    assertThat(bags.entries()).isEqualTo(2);
    assertThat(bags.column(0)).isEqualTo(1);
    assertThat(bags.value(0)).isEqualTo(0.9882f, within(1e-4f));
    assertThat(bags.column(1)).isEqualTo(0);
    assertThat(bags.value(1)).isEqualTo(0.1534f, within(1e-4f));
    assertThat(KeywordSearch.of(bags, 2).cosines(bags, 0)[0]).isEqualTo(1, within(1e-6f));
  }

  @Test
  void a_text_of_unknown_words_is_an_empty_bag() {
    Vocabulary vocabulary = vocabulary(List.of("known"), 1, 100);

    SparseRows bags = vocabulary.bags(TermCounts.of(List.of("人工智能 ???", "known")));

    assertThat(bags.end(0)).isZero();
    assertThat(bags.value(0)).isEqualTo(1, within(1e-6f));
  }

  @Test
  void a_word_that_comes_again_counts_logarithmically_more() {
    Vocabulary vocabulary = vocabulary(List.of("b a"), 1, 100);

    // 1 + ln 3 = 2.0986.
    assertThat(vocabulary.counts("a b A á c"))
        .containsExactly(entry(0, (float) (1 + StrictMath.log(3))), entry(1, 1f));
  }

  @Test
  void a_pair_of_words_counts_once_and_in_its_order() {
    Vocabulary vocabulary = vocabulary(List.of("b a"), 1, 100).with(List.of("a b"));

    assertThat(vocabulary.words()).containsExactly("a", "b", "a b");
    assertThat(vocabulary.singles()).isEqualTo(2);
    assertThat(vocabulary.counts("b, a")).containsExactly(entry(0, 1f), entry(1, 1f));
    assertThat(vocabulary.counts("A-B c a b").get(2)).isEqualTo(1);
    assertThat(Vocabulary.known(vocabulary.words()).counts("a b")).containsKey(2);
  }

  private static Vocabulary vocabulary(List<String> texts, int leastTexts, int most) {
    return Vocabulary.of(TermCounts.of(texts), leastTexts, most, List.of());
  }
}
