package org.papermap.cluster.internal.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {
  @Test
  void relevance_is_the_logarithm_of_the_ratio_of_odds() {
    // 8 of 10 papers have it, and 10 of 90 elsewhere: (8.5 / 2.5) · (80.5 / 10.5).
    assertThat(new Contrast(8, 10, 10, 90).relevance())
        .isCloseTo(Math.log(3.4 * 80.5 / 10.5), within(1e-12));
    assertThat(new Contrast(5, 10, 45, 90).relevance()).isCloseTo(0, within(1e-12));
    assertThat(new Contrast(8, 10, 10, 90).weight(2))
        .isCloseTo(10 * Math.log(3.4 * 80.5 / 10.5), within(1e-12));
  }

  @Test
  void lift_is_held_back_where_little_is_known() {
    // (8.5 / 11) · (92 / 12)
    assertThat(new Contrast(8, 10, 10, 90).logLift())
        .isCloseTo(Math.log(8.5 / 11 * 92 / 12), within(1e-12));
    assertThat(new Contrast(500, 1000, 0, 100_000).logLift())
        .isCloseTo(Math.log(50), within(1e-12));
    assertThat(new Contrast(4, 10, 0, 90).sureCoverage()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void the_dice_coefficient_takes_what_covers_much_and_is_found_nowhere_else() {
    // 4 papers, less 1 that may be chance: 2 · 3 / (10 + 4 + 6).
    assertThat(new Contrast(4, 10, 6, 90).dice()).isCloseTo(0.3, within(1e-12));
    assertThat(new Contrast(4, 10, 0, 90).dice()).isCloseTo(3 / 7.0, within(1e-12));
    assertThat(new Contrast(0, 10, 6, 90).dice()).isZero();
  }

  @Test
  void coherence_is_the_mean_of_normalized_pointwise_mutual_information() {
    // 2 of 8 papers have both, 4 have a, 2 have b: ln(2 · 8 / (4 · 2)) / −ln(2 / 8) = ln 2 / ln 4.
    assertThat(Coherence.npmi(2, 4, 2, 8)).isCloseTo(0.5, within(1e-12));
    assertThat(Coherence.npmi(2, 4, 4, 8)).isCloseTo(0, within(1e-12));
    assertThat(Coherence.npmi(3, 3, 3, 8)).isCloseTo(1, within(1e-12));
    assertThat(Coherence.npmi(0, 3, 3, 8)).isEqualTo(-1);
    assertThat(Coherence.npmi(8, 8, 8, 8)).isEqualTo(1);
    int[] a = {0, 1, 2, 3};
    int[] b = {1, 3};
    int[] c = {5, 6};
    assertThat(Coherence.of(List.of(a, b, c), 8)).isCloseTo((0.5 - 1 - 1) / 3, within(1e-12));
    assertThat(Coherence.of(List.of(a), 8)).isZero();
  }
}
