package org.papermap.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
  @Test
  void pearson_of_a_line_is_one_and_of_a_falling_one_minus_one() {
    assertThat(Correlation.pearson(new double[] {1, 2, 4}, new double[] {3, 5, 9}))
        .isCloseTo(1, within(1e-12));
    assertThat(Correlation.pearson(new double[] {1, 2, 4}, new double[] {-1, -2, -4}))
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void pearson_by_hand() {
    // Deviations (-1.5, -.5, .5, 1.5) and (-1, 1, -1, 1): 2 / sqrt(5 × 4).
    assertThat(Correlation.pearson(new double[] {1, 2, 3, 4}, new double[] {1, 3, 1, 3}))
        .isCloseTo(2 / Math.sqrt(20), within(1e-12));
  }

  @Test
  void spearman_sees_ranks_alone() {
    assertThat(Correlation.spearman(new double[] {1, 2, 3}, new double[] {1, 100, 101}))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void equal_values_share_the_mean_of_their_ranks() {
    assertThat(Correlation.ranks(new double[] {7, 1, 7, 3, 7})).containsExactly(4, 1, 4, 2, 4);
    // Ranks (1, 2.5, 2.5, 4) and (1, 2, 3, 4): 4.5 / sqrt(4.5 × 5).
    assertThat(Correlation.spearman(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}))
        .isCloseTo(4.5 / Math.sqrt(22.5), within(1e-12));
  }

  @Test
  void what_does_not_vary_agrees_with_nothing() {
    assertThat(Correlation.spearman(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    assertThat(Correlation.spearman(new double[] {1, Double.NaN}, new double[] {1, 2})).isNaN();
    assertThat(Correlation.pearson(new double[0], new double[0])).isNaN();
    assertThatThrownBy(() -> Correlation.pearson(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
