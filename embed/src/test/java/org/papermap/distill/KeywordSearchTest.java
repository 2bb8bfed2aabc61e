package org.papermap.distill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.distill.Vocabulary.Bag;

class KeywordSearchTest {
  @Test
  void the_cosine_is_the_sum_over_shared_words() {
    KeywordSearch search =
        KeywordSearch.of(
            List.of(
                new Bag(new int[] {0, 2}, new float[] {0.5f, 2}),
                new Bag(new int[] {1}, new float[] {4}),
                new Bag(new int[] {}, new float[] {})),
            3);

    double[] cosines = search.cosines(new Bag(new int[] {0, 2}, new float[] {2, 0.25f}));

    // 0.5 · 2 + 2 · 0.25; nothing shared; nothing there.
    assertThat(cosines).containsExactly(1.5, 0, 0);
  }
}
