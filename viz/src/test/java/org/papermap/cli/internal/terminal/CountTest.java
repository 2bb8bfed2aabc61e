package org.papermap.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {
  @Test
  void one_is_named_otherwise_than_many() {
    assertThat(Count.of(1, "paper")).isEqualTo("1 paper");
    assertThat(Count.of(0, "paper")).isEqualTo("0 papers");
    assertThat(Count.of(2_000, "judged query")).isEqualTo("2,000 judged queries");
  }
}
