package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {
  @Test
  void a_batch_has_one_length_and_the_longest_come_first() {
    assertThat(batches(5, 9, 5, 9, 256)).containsExactly(List.of(4), List.of(1, 3), List.of(0, 2));
  }

  @Test
  void a_batch_stays_within_512_tokens_but_for_one_long_text() {
    assertThat(batches(IntStream.generate(() -> 200).limit(5).toArray()))
        .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
    assertThat(batches(600, 600)).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void a_batch_stays_below_the_next_rounding_step() {
    RoundingSteps steps = new RoundingSteps(List.of(4, 16), false);

    assertThat(batches(steps, 2, 3, 2, 3))
        .containsExactly(List.of(1), List.of(3), List.of(0), List.of(2));
    assertThat(batches(steps, 4, 4, 4, 4)).containsExactly(List.of(0, 1, 2), List.of(3));
    assertThat(batches(steps, 16, 16, 16)).containsExactly(List.of(0, 1, 2));
    assertThat(batches(RoundingSteps.batchingNothing(), 16, 16))
        .containsExactly(List.of(0), List.of(1));
  }

  @Test
  void no_texts_make_no_batches() {
    assertThat(batches()).isEmpty();
  }

  private static List<List<Integer>> batches(int... lengths) {
    return batches(new RoundingSteps(List.of(), false), lengths);
  }

  private static List<List<Integer>> batches(RoundingSteps steps, int... lengths) {
    List<TokenizedText> texts = new ArrayList<>();
    for (int length : lengths) {
      texts.add(new TokenizedText(new long[length], length));
    }
    return TokenBatches.of(texts, steps).stream()
        .map(rows -> IntStream.of(rows).boxed().toList())
        .toList();
  }
}
