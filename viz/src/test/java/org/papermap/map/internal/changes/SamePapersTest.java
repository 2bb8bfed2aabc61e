package org.papermap.map.internal.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.map.internal.changes.SamePapers.Named;

class SamePapersTest {
  @Test
  void papers_are_the_same_by_id_whatever_they_are_called() {
    List<Named> earlier = List.of(new Named("a", "On the growth of maps"), new Named("b", "Bees"));

    assertThat(
            SamePapers.rows(
                earlier, List.of(new Named("b", "Bees, revised"), new Named("c", "Ships"))))
        .containsExactly(1, -1);
  }

  @Test
  void papers_of_other_ids_are_the_same_by_a_title_that_is_theirs_alone() {
    List<Named> earlier =
        List.of(
            new Named("1", "On the growth of maps: a study"),
            new Named("2", "Editorial"),
            new Named("3", "Twice the very same title"),
            new Named("4", "Twice the very same title"),
            new Named("5", "A title that stays with its id"));

    int[] rows =
        SamePapers.rows(
            earlier,
            List.of(
                new Named("doi:1", "On the Growth of Maps — A Study"),
                new Named("doi:2", "Editorial"),
                new Named("doi:3", "Twice the very same title"),
                new Named("5", "A title that stays with its id"),
                new Named("doi:5", "A title that stays with its id")));

    assertThat(rows).containsExactly(0, -1, -1, 4, -1);
  }
}
