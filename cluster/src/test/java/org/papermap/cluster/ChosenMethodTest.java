package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class ChosenMethodTest {
  private static ClusteringMethod chosen(EmbeddingMatrix vectors) {
    NeighborGraph graph = NeighborGraph.exact(vectors, 15);
    return Clusterer.choose(vectors, graph, TopicCount.auto(), 7);
  }

  /// Papers around some directions, the same number around each.
  private static EmbeddingMatrix groups(int papers, int groups, double spread) {
    Random random = new Random(5);
    float[] values = new float[papers * 40];
    for (int row = 0; row < papers; row++) {
      for (int j = 0; j < 40; j++) {
        double noise = spread * random.nextGaussian();
        values[row * 40 + j] = (float) (noise + (j == row % groups ? 3 : 0));
      }
    }
    return EmbeddingMatrix.normalized(values, 40);
  }

  @Test
  void few_papers_in_clear_groups_are_grouped_by_leiden() {
    assertThat(chosen(groups(60, 5, 0.3))).isInstanceOf(ClusteringMethod.Leiden.class);
  }

  @Test
  void few_papers_of_one_subject_and_very_few_are_grouped_by_ward() {
    assertThat(chosen(RealPapers.vectors())).isInstanceOf(ClusteringMethod.Ward.class);
    assertThat(chosen(groups(39, 5, 0.3))).isInstanceOf(ClusteringMethod.Ward.class);
  }

  @Test
  void many_papers_are_grouped_by_leiden_whatever_their_groups() {
    assertThat(chosen(groups(300, 1, 3))).isInstanceOf(ClusteringMethod.Leiden.class);
  }
}
