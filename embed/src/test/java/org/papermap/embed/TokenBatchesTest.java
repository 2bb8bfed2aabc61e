package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.embed.weights.LinearKernel;

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
  void texts_of_up_to_three_tokens_are_alone() {
    assertThat(batches(2, 3, 2, 3)).containsExactly(List.of(1), List.of(3), List.of(0), List.of(2));
    assertThat(batches(4, 4)).containsExactly(List.of(0, 1));
  }

  @Test
  void the_portable_kernel_sees_a_batch_of_few_tokens_more_than_once() {
    assertThat(TokenBatches.copies(1, 2, LinearKernel.PORTABLE)).isEqualTo(8);
    assertThat(TokenBatches.copies(1, 5, LinearKernel.PORTABLE)).isEqualTo(4);
    assertThat(TokenBatches.copies(3, 5, LinearKernel.PORTABLE)).isEqualTo(2);
    assertThat(TokenBatches.copies(2, 8, LinearKernel.PORTABLE)).isEqualTo(1);
    assertThat(TokenBatches.copies(1, 256, LinearKernel.PORTABLE)).isEqualTo(1);
    assertThat(TokenBatches.copies(1, 2, LinearKernel.PREPACKED)).isEqualTo(1);
  }

  @Test
  void no_texts_make_no_batches() {
    assertThat(batches()).isEmpty();
  }

  private static List<List<Integer>> batches(int... lengths) {
    List<TokenizedText> texts = new ArrayList<>();
    for (int length : lengths) {
      texts.add(new TokenizedText(new long[length], length));
    }
    return TokenBatches.of(texts).stream()
        .map(rows -> IntStream.of(rows).boxed().toList())
        .toList();
  }
}
