package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTimesTest {
  @Test
  void each_word_of_a_text_is_counted_by_its_number() {
    WordTimes times = WordTimes.of(List.of("b a b", "", "A c"));

    assertThat(times.words()).containsExactly("b", "a", "c");
    assertThat(row(times, 0)).containsExactly("b 2.0", "a 1.0");
    assertThat(row(times, 1)).isEmpty();
    assertThat(row(times, 2)).containsExactly("a 1.0", "c 1.0");
    assertThat(times.texts()).containsExactly(1, 2, 1);
  }

  @Test
  void there_may_be_any_number_of_words() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      texts.add("first word" + i);
    }

    WordTimes times = WordTimes.of(texts);

    assertThat(times.words()).hasSize(5001).contains("word0", "word4999");
    assertThat(times.texts()[0]).isEqualTo(5000);
    assertThat(row(times, 4999)).containsExactly("first 1.0", "word4999 1.0");
  }

  private static List<String> row(WordTimes found, int text) {
    List<String> row = new ArrayList<>();
    for (int at = found.times().start(text); at < found.times().end(text); at++) {
      row.add(found.words().get(found.times().column(at)) + " " + found.times().value(at));
    }
    return row;
  }
}
