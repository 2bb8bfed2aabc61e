package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTreeTest {
  private static final Clustering AREAS = Clustering.of(new int[] {0, 0, 0, 0, 0, 1, 1});
  private static final Clustering TOPICS = Clustering.of(new int[] {0, 0, 0, 1, 1, 2, 2});
  private static final Clustering PARTS = Clustering.of(new int[] {0, 0, 1, 2, -1, 3, 3});

  @Test
  void the_topics_are_at_the_level_that_is_told() {
    ClusterTree tree = ClusterTree.of(List.of(AREAS, TOPICS, PARTS), 1);

    assertThat(tree.depth()).isEqualTo(3);
    assertThat(tree.topicLevel()).isEqualTo(1);
    assertThat(tree.topics()).isEqualTo(TOPICS);
    assertThat(ClusterTree.of(List.of(TOPICS, PARTS)).topics()).isEqualTo(TOPICS);
  }

  @Test
  void each_cluster_knows_what_it_lies_in_and_what_lies_in_it() {
    ClusterTree tree = ClusterTree.of(List.of(AREAS, TOPICS, PARTS), 1);

    assertThat(tree.children(0, 0)).containsExactly(0, 1);
    assertThat(tree.children(0, 1)).containsExactly(2);
    assertThat(tree.children(1, 0)).containsExactly(0, 2);
    assertThat(tree.children(1, 1)).containsExactly(3);
    assertThat(tree.children(2, 0)).isEmpty();
    assertThat(tree.parent(1, 2)).isEqualTo(1);
    assertThat(tree.parent(2, 3)).isEqualTo(1);
  }

  @Test
  void a_cluster_in_two_others_or_in_noise_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterTree.of(List.of(TOPICS, AREAS)))
        .withMessageStartingWith("level 1, cluster 0 lies in [0, 1] of the level above.");
    assertThatIllegalArgumentException().isThrownBy(() -> ClusterTree.of(List.of(PARTS, TOPICS)));
  }

  @Test
  void levels_that_are_not_there_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ClusterTree.of(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterTree.of(List.of(AREAS, TOPICS), 2))
        .withMessage("topics at level 2 of 2 levels. Give 0 to 1.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterTree.of(List.of(AREAS, Clustering.of(new int[3]))));
  }
}
