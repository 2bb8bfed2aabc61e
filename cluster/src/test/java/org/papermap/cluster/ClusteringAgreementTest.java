package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteringAgreementTest {
  private static Clustering.Agreement compare(int[] a, int[] b) {
    return Clustering.Agreement.of(Clustering.of(a), Clustering.of(b));
  }

  @Test
  void a_small_table_has_the_values_computed_by_hand() {
    Clustering.Agreement agreement = compare(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2});

    // Pairs: 1 together in both, 2 and 1 in each, 6 in all: (1 − 1/3) / (3/2 − 1/3).
    assertThat(agreement.adjustedRandIndex()).isCloseTo(4.0 / 7, within(1e-12));
    // In units of ln 2: information 1, expected 2/3, mean entropy (1 + 3/2) / 2.
    assertThat(agreement.adjustedMutualInformation()).isCloseTo(4.0 / 7, within(1e-12));
  }

  @Test
  void equal_clusterings_agree_fully_however_they_are_numbered() {
    Clustering.Agreement agreement = compare(new int[] {5, 5, 2, 9}, new int[] {0, 0, 1, 2});

    assertThat(agreement).isEqualTo(new Clustering.Agreement(1, 1));
    assertThat(compare(new int[0], new int[0])).isEqualTo(new Clustering.Agreement(1, 1));
    assertThat(compare(new int[3], new int[3])).isEqualTo(new Clustering.Agreement(1, 1));
  }

  @Test
  void all_together_against_all_alone_says_nothing() {
    Clustering.Agreement agreement = compare(new int[4], new int[] {0, 1, 2, 3});

    assertThat(agreement.adjustedRandIndex()).isZero();
    assertThat(agreement.adjustedMutualInformation()).isCloseTo(0, within(1e-12));
  }

  @Test
  void random_clusterings_agree_by_about_nothing() {
    Random random = new Random(4);
    double rand = 0;
    double information = 0;
    for (int round = 0; round < 50; round++) {
      Clustering.Agreement agreement =
          compare(random.ints(200, 0, 8).toArray(), random.ints(200, 0, 5).toArray());
      rand += agreement.adjustedRandIndex() / 50;
      information += agreement.adjustedMutualInformation() / 50;
    }
    assertThat(rand).isCloseTo(0, within(0.005));
    assertThat(information).isCloseTo(0, within(0.005));
  }
}
