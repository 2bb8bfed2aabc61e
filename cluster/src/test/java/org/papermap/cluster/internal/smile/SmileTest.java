package org.papermap.cluster.internal.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.papermap.cluster.Clustering;
import org.papermap.vectors.EmbeddingMatrix;

class SmileTest {
  @Test
  void ward_joins_what_adds_least_to_the_squares() {
    EmbeddingMatrix vectors =
        EmbeddingMatrix.of(new float[] {1, 0, 0.8f, 0.6f, 0, 1, -0.6f, 0.8f}, 2);

    Dendrogram tree = Smile.ward(vectors);

    // Rows 0 and 1, and 2 and 3, are √0.4 apart; the first pair's centroid is (0.9, 0.3), the
    // second's (−0.3, 0.9), and 1.44 + 0.36 is the square between them, doubled for pairs.
    assertThat(tree.height(0)).isCloseTo(Math.sqrt(0.4), within(1e-6));
    assertThat(tree.height(1)).isCloseTo(Math.sqrt(0.4), within(1e-6));
    assertThat(tree.height(2)).isCloseTo(Math.sqrt(2 * 1.8), within(1e-6));
    assertThat(Clustering.of(tree.cut(2)).labels()).containsExactly(0, 0, 1, 1);
    assertThat(tree.cut(1)).containsOnly(0);
    assertThat(tree.cut(4)).doesNotHaveDuplicates();
  }

  @Test
  void average_linkage_joins_what_is_nearest_in_the_mean() {
    double[] places = {0, 1, 4, 6};

    Dendrogram tree =
        Smile.averageLinkage(places.length, (a, b) -> Math.abs(places[a] - places[b]));

    // 0 and 1; then 4 and 6; then the mean of 4, 6, 3 and 5.
    assertThat(tree.height(0)).isCloseTo(1, within(1e-6));
    assertThat(tree.height(1)).isCloseTo(2, within(1e-6));
    assertThat(tree.height(2)).isCloseTo(4.5, within(1e-6));
    assertThat(Clustering.of(tree.cut(2)).labels()).containsExactly(0, 0, 1, 1);
  }

  @Test
  void a_tree_cannot_be_cut_into_more_groups_than_papers() {
    Dendrogram tree = Smile.ward(EmbeddingMatrix.of(new float[] {1, 0, 0, 1}, 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.cut(3))
        .withMessage("groups: 3 of 2 papers. Give 1 to 2.");
  }

  @Test
  void platforms_are_spelled_as_the_jars_spell_them() {
    assertThat(Platform.of("Linux", "amd64").name()).isEqualTo("linux-x86_64");
    assertThat(Platform.of("Linux", "aarch64").name()).isEqualTo("linux-arm64");
    assertThat(Platform.of("Windows 11", "amd64").name()).isEqualTo("windows-x86_64");
    assertThat(Platform.of("Windows 11", "amd64").libraries()).endsWith("libopenblas.dll");
    assertThat(Platform.of("Mac OS X", "aarch64").libraries()).isEmpty();
  }
}
