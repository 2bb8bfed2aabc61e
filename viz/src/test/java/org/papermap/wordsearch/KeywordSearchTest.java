package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeywordSearchTest {
  @Test
  void the_cosine_is_the_sum_over_shared_words() {
    SparseRows bags = FullRows.sparse(new float[][] {{0.5f, 0, 2}, {0, 4, 0}, {0, 0, 0}});
    SparseRows questions = FullRows.sparse(new float[][] {{0, 0, 9}, {2, 0, 0.25f}});

    float[] cosines = KeywordSearch.of(bags, 3).cosines(questions, 1);

    // 0.5 · 2 + 2 · 0.25; nothing shared; nothing there.
    assertThat(cosines).containsExactly(1.5f, 0, 0);
  }
}
