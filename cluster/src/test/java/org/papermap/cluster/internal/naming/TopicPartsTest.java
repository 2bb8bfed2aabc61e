package org.papermap.cluster.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.internal.phrase.Contrast;

class TopicPartsTest {
  private static final int[] NONE = {};

  /// Papers 0 to 3 and 4 to 7 are the parts of a topic, 8 and 9 are beside it, 10 and 11 elsewhere.
  private static TopicParts place() {
    int[] rows = {0, 1, 2, 3, 4, 5, 6, 7};
    List<int[]> parts = List.of(new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7});
    return new TopicParts(
        new NameCandidates.Subject(List.of(), rows, parts, new int[] {8, 9}, List.of(), false), 12);
  }

  @Test
  void papers_in_the_topic_are_told_from_those_beside_it_and_elsewhere() {
    TopicParts.Counts counts = place().count(new int[] {0, 1, 4, 8, 10, 11});

    assertThat(counts.contrast()).isEqualTo(new Contrast(3, 8, 3, 4));
    assertThat(counts.shareBeside()).isEqualTo(0.5);
  }

  @Test
  void papers_that_are_in_both_count_once() {
    TopicParts.Counts counts = place().count(new int[] {0, 1, 4, 10}, new int[] {1, 2, 10, 11});

    assertThat(counts.contrast()).isEqualTo(new Contrast(4, 8, 2, 4));
    assertThat(place().count(NONE, new int[] {5}).inside()).isEqualTo(1);
  }

  @Test
  void evenness_is_1_over_equal_shares_and_the_share_of_the_parts_that_have_any() {
    assertThat(place().count(new int[] {0, 1, 4, 5}).evenness()).isCloseTo(1, within(1e-12));
    assertThat(place().count(new int[] {0, 1}).evenness()).isCloseTo(0.5, within(1e-12));
    // (√¼ + √1)² / 4 = 9 / 16 by 5 / 8.
    assertThat(place().count(new int[] {0, 4, 5, 6, 7}).evenness()).isCloseTo(0.9, within(1e-12));
    assertThat(place().count(NONE).evenness()).isZero();
  }

  @Test
  void what_has_no_parts_and_nothing_beside_it_is_even_and_stands_alone() {
    TopicParts alone =
        new TopicParts(
            new NameCandidates.Subject(
                List.of(), new int[] {0, 1}, List.of(), NONE, List.of(), false),
            3);

    assertThat(alone.count(new int[] {0, 2}).evenness()).isCloseTo(1, within(1e-12));
    assertThat(alone.count(new int[] {0, 2}).shareBeside()).isZero();
  }
}
