package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TokenWindowsTest {
  private static final long CLS = 101;
  private static final long SEP = 102;

  @Test
  void a_text_within_the_limit_is_one_window() {
    long[] ids = text(8);

    assertThat(TokenWindows.all(ids, 10)).containsExactly(ids);
    assertThat(TokenWindows.first(ids, 10)).isEqualTo(ids);
  }

  @Test
  void the_first_tokens_are_kept_with_both_special_ones_around_them() {
    assertThat(TokenWindows.first(text(9), 10)).containsExactly(CLS, 1, 2, 3, 4, 5, 6, 7, 8, SEP);
  }

  @Test
  void windows_are_equally_long_and_share_a_quarter_at_least() {
    // Eight tokens a window, so that two are shared and six are new: 20 tokens need 8 + 6 + 6.
    assertThat(TokenWindows.all(text(20), 10))
        .containsExactly(
            new long[] {CLS, 1, 2, 3, 4, 5, 6, 7, 8, SEP},
            new long[] {CLS, 7, 8, 9, 10, 11, 12, 13, 14, SEP},
            new long[] {CLS, 13, 14, 15, 16, 17, 18, 19, 20, SEP});
    // One token more than a window: both ends, and nearly everything twice.
    assertThat(TokenWindows.all(text(9), 10))
        .containsExactly(
            new long[] {CLS, 1, 2, 3, 4, 5, 6, 7, 8, SEP},
            new long[] {CLS, 2, 3, 4, 5, 6, 7, 8, 9, SEP});
  }

  @Test
  void no_token_is_left_out_whatever_the_length() {
    for (int tokens = 9; tokens < 100; tokens++) {
      List<long[]> windows = TokenWindows.all(text(tokens), 10);

      assertThat(windows.stream().flatMapToLong(LongStream::of).distinct().sorted())
          .as("%d tokens", tokens)
          .containsExactlyElementsOf(
              LongStream.concat(LongStream.rangeClosed(1, tokens), LongStream.of(CLS, SEP))
                  .distinct()
                  .sorted()
                  .boxed()
                  .toList());
      assertThat(windows).allSatisfy(window -> assertThat(window).hasSize(10));
      for (int i = 1; i < windows.size(); i++) {
        assertThat(windows.get(i)[1] - windows.get(i - 1)[1])
            .as("new in window %d of %d tokens", i, tokens)
            .isBetween(1L, 6L);
      }
    }
  }

  @Test
  void the_smallest_limit_gives_a_window_a_token() {
    assertThat(TokenWindows.all(text(3), 3))
        .containsExactly(
            new long[] {CLS, 1, SEP}, new long[] {CLS, 2, SEP}, new long[] {CLS, 3, SEP});
  }

  private static long[] text(int tokens) {
    return LongStream.concat(
            LongStream.concat(LongStream.of(CLS), LongStream.rangeClosed(1, tokens)),
            LongStream.of(SEP))
        .toArray();
  }
}
