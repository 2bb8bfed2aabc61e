package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryTrendTest {
  private static MemoryTrend of(long... megabytes) {
    MemoryTrend trend = new MemoryTrend();
    LongStream.of(megabytes).forEach(trend::add);
    return trend;
  }

  @Test
  void the_slope_is_that_of_the_second_half() {
    // By hand: between 100, 103, 102 and 107 the slopes are 3, 1, 7/3, -1, 2 and 5.
    MemoryTrend trend = of(1, 20, 50, 90, 100, 103, 102, 107);

    assertThat(trend.slope()).isCloseTo((2 + 7.0 / 3) / 2, within(1e-12));
    assertThat(trend.isGrowing()).isTrue();
    assertThat(trend.verdict())
        .isEqualTo("memory: GROWING, +2.2 MB a minute over the last 4 minutes; 107 MB at most");
  }

  @Test
  void what_goes_up_and_down_is_flat() {
    MemoryTrend trend = of(10, 400, 500, 503, 499, 502, 498, 501);

    assertThat(trend.isGrowing()).isFalse();
    assertThat(trend.verdict())
        .isEqualTo("memory: flat, +0.1 MB a minute over the last 4 minutes; 503 MB at most");
  }

  @Test
  void one_full_minute_is_no_growth() {
    long[] minutes = {1, 2, 3, 4, 5, 6, 7, 8, 500, 503, 499, 900, 502, 498, 501, 500};

    assertThat(of(minutes).isGrowing()).isFalse();
  }

  @Test
  void few_minutes_tell_nothing() {
    assertThat(of(1, 100).isGrowing()).isFalse();
    assertThat(of().slope()).isZero();
    assertThat(of(5).slope()).isZero();
    assertThat(of(5).verdict()).contains("too few");
  }
}
