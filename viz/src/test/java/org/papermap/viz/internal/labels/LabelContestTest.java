package org.papermap.viz.internal.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.viz.internal.labels.LabelPlaces.Place;

class LabelContestTest {
  private static final LabelText TEXT =
      LabelText.shapes("Reinforcement", LabelKind.TOPIC, 16).getFirst();

  @Test
  void where_two_names_meet_that_of_the_larger_group_is_seen_first() {
    // given two names that stand clear of each other only on a large map
    List<List<Place>> choices = List.of(List.of(at(0.45)), List.of(at(0.55)));

    // when
    List<MapLabel> first =
        new LabelContest(LabelKind.TOPIC, choices, List.of(2.0, 0.5), 300, Double.POSITIVE_INFINITY)
            .solve();
    List<MapLabel> second =
        new LabelContest(LabelKind.TOPIC, choices, List.of(0.5, 2.0), 300, Double.POSITIVE_INFINITY)
            .solve();

    // then
    assertThat(first.get(0).from()).isEqualTo(300);
    assertThat(first.get(1).from()).isGreaterThan(700);
    assertThat(second.get(1).from()).isEqualTo(300);
    assertThat(second.get(0).from()).isGreaterThan(700);
  }

  private static Place at(double x) {
    return new Place(TEXT, new LabelBox(x, 0.5, 0, 0, TEXT.width(), TEXT.height()), 1, 0);
  }
}
