package org.papermap.distill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestTest {
  @Test
  void the_best_come_first_and_ties_by_row() {
    assertThat(Best.of(new float[] {1, 3, 2, 3, 0}, 3)).containsExactly(1, 3, 2);
  }

  @Test
  void all_equal_stay_in_order() {
    assertThat(Best.of(new float[4], 3)).containsExactly(0, 1, 2);
  }

  @Test
  void there_are_no_more_than_there_are() {
    assertThat(Best.of(new float[] {1, 2}, 5)).containsExactly(1, 0);
    assertThat(Best.of(new float[0], 5)).isEmpty();
    assertThat(Best.of(new float[] {1, 2}, 0)).isEmpty();
  }
}
