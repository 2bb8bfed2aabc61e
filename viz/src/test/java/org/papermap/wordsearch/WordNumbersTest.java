package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordNumbersTest {
  @Test
  void a_word_keeps_its_number_wherever_it_stands() {
    WordNumbers numbers = new WordNumbers();

    assertThat(numbers.number("maps of map", 0, 4)).isZero();
    assertThat(numbers.number("maps of map", 8, 11)).isEqualTo(1);
    assertThat(numbers.number("a map", 2, 5)).isEqualTo(1);
    assertThat(numbers.number("maps", 0, 4)).isZero();
    assertThat(numbers.words()).containsExactly("maps", "map");
  }

  @Test
  void words_of_one_hash_are_told_apart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    WordNumbers numbers = new WordNumbers();

    assertThat(numbers.number("Aa", 0, 2)).isZero();
    assertThat(numbers.number("BB", 0, 2)).isEqualTo(1);
    assertThat(numbers.number("BB", 0, 2)).isEqualTo(1);
    assertThat(numbers.number("Aa", 0, 2)).isZero();
  }

  @Test
  void there_may_be_any_number_of_words() {
    WordNumbers numbers = new WordNumbers();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      words.add("w" + i);
      assertThat(numbers.number("w" + i, 0, words.getLast().length())).isEqualTo(i);
    }

    for (int i = 0; i < 40_000; i++) {
      assertThat(numbers.number(words.get(i), 0, words.get(i).length())).isEqualTo(i);
    }
    assertThat(numbers.words()).isEqualTo(words);
  }
}
