package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class NearDuplicatesTest {
  private static final int COPIES = 60;
  private static final EmbeddingMatrix PAPERS = withCopies();

  /// The real papers, and after them copies of the first, each a little different: cosines from
  /// .985 on.
  private static EmbeddingMatrix withCopies() {
    EmbeddingMatrix real = RealPapers.vectors();
    int dimension = real.dimension();
    float[] values = new float[(real.rows() + COPIES) * dimension];
    real.values().get(values, 0, real.rows() * dimension);
    SplittableRandom random = new SplittableRandom(3);
    for (int row = real.rows(); row < real.rows() + COPIES; row++) {
      for (int j = 0; j < dimension; j++) {
        values[row * dimension + j] =
            real.row(0)[j] + (float) (random.nextGaussian() * 0.08 / Math.sqrt(dimension));
      }
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }

  private static int[] copies() {
    return IntStream.concat(IntStream.of(0), IntStream.range(PAPERS.rows() - COPIES, PAPERS.rows()))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("org.papermap.cluster.ClustererTest#methods")
  void copies_are_in_one_cluster_of_each_level_or_all_in_none(ClusteringMethod method) {
    ClusterTree tree = Clusterer.fit(PAPERS, NeighborGraph.exact(PAPERS, 15), method);

    for (int level = 0; level < tree.depth(); level++) {
      Clustering clustering = tree.level(level);
      assertThat(IntStream.of(copies()).map(clustering::label).distinct().toArray())
          .as("level %d", level)
          .hasSize(1);
    }
  }

  @Test
  void a_group_goes_where_most_of_it_is_and_never_into_noise() {
    NearDuplicates same = NearDuplicates.of(PAPERS, NeighborGraph.exact(PAPERS, 15));
    int[] labels = new int[PAPERS.rows()];
    int[] copies = copies();
    // 40 in noise, 11 in cluster 1, 10 in cluster 2.
    for (int i = 0; i < copies.length; i++) {
      labels[copies[i]] = i < 40 ? Clustering.NOISE : i < 51 ? 1 : 2;
    }

    Clustering together = same.together(Clustering.of(labels));

    assertThat(IntStream.of(copies).map(together::label).distinct().toArray()).hasSize(1);
    assertThat(together.count()).isEqualTo(2);
    assertThat(together.label(copies[0])).isEqualTo(1);
    assertThat(together.strength(copies[0])).isEqualTo(1);
  }

  @Test
  void papers_without_copies_stay_as_they_are() {
    EmbeddingMatrix real = RealPapers.vectors();
    Clustering clustering =
        Clustering.of(IntStream.range(0, real.rows()).map(row -> row % 5).toArray());

    assertThat(NearDuplicates.of(real, NeighborGraph.exact(real, 15)).together(clustering))
        .isSameAs(clustering);
  }
}
