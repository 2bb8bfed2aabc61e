package org.papermap.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisjointSetsTest {
  @Test
  void joined_numbers_have_the_least_of_them_for_their_root() {
    DisjointSets sets = new DisjointSets(6);

    assertThat(sets.join(5, 3)).isTrue();
    assertThat(sets.join(1, 5)).isTrue();
    assertThat(sets.join(3, 1)).isFalse();

    assertThat(IntStream.range(0, 6).map(sets::root)).containsExactly(0, 1, 2, 1, 4, 1);
  }
}
