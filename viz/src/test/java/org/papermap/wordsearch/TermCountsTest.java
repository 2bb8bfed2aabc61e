package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermCountsTest {
  @Test
  void each_word_of_a_text_is_counted_by_its_number() {
    TermCounts found = TermCounts.of(List.of("b a b", "", "A c"));

    assertThat(found.words()).containsExactly("b", "a", "c");
    assertThat(row(found, 0)).containsExactly("b 2.0", "a 1.0");
    assertThat(row(found, 1)).isEmpty();
    assertThat(found.sequences())
        .containsExactly(new int[] {0, 1, 0}, new int[0], new int[] {1, 2});
    assertThat(row(found, 2)).containsExactly("a 1.0", "c 1.0");
    assertThat(found.documentFrequencies()).containsExactly(1, 2, 1);
  }

  @Test
  void there_may_be_any_number_of_words() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      texts.add("first word" + i);
    }

    TermCounts found = TermCounts.of(texts);

    assertThat(found.words()).hasSize(5001).contains("word0", "word4999");
    assertThat(found.documentFrequencies()[0]).isEqualTo(5000);
    assertThat(row(found, 4999)).containsExactly("first 1.0", "word4999 1.0");
  }

  private static List<String> row(TermCounts found, int text) {
    List<String> row = new ArrayList<>();
    for (int at = found.counts().start(text); at < found.counts().end(text); at++) {
      row.add(found.words().get(found.counts().column(at)) + " " + found.counts().value(at));
    }
    return row;
  }
}
