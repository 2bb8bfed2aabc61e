package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.internal.leiden.HubCorrection;
import org.papermap.cluster.internal.leiden.LeidenAlgorithm;
import org.papermap.cluster.internal.leiden.NeighborNetwork;
import org.papermap.cluster.internal.words.WordGraph;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

class CommunitiesTest {
  private static final int SIZE = 15;

  /// Eight groups of papers, of which two and two lie near each other.
  private static EmbeddingMatrix pairsOfGroups() {
    int dimension = 4 + 8 + 20;
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[8 * SIZE * dimension];
    for (int row = 0; row < 8 * SIZE; row++) {
      int group = row / SIZE;
      int from = row * dimension;
      values[from + group / 2] = 1;
      values[from + 4 + group] = 0.8f;
      for (int i = 12; i < dimension; i++) {
        values[from + i] = (float) random.nextDouble(-0.2, 0.2);
      }
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_parts_of_a_topic_are_its_groups(long seed) {
    int[] parts = Communities.within(pairsOfGroups(), 8, LeidenProgram.PAPERMAP, seed);

    assertThat(Clustering.of(parts)).isEqualTo(groups(SIZE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void where_these_are_too_many_those_that_lie_near_each_other_are_one(long seed) {
    int[] parts = Communities.within(pairsOfGroups(), 4, LeidenProgram.PAPERMAP, seed);

    assertThat(Clustering.of(parts)).isEqualTo(groups(2 * SIZE));
  }

  /// Neighbors without hubs agree better with subjects from 300 to 2,000 papers.
  @ParameterizedTest
  @CsvSource({"299, false", "300, true", "2000, true", "2001, false"})
  void of_some_hundred_papers_the_neighbors_are_found_without_hubs(int papers, boolean corrected) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[papers * 8];
    IntStream.range(0, values.length).forEach(i -> values[i] = (float) random.nextGaussian());
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 8);
    NeighborGraph near = NeighborGraph.exact(vectors, 15);
    WordGraph words = new WordGraph(new int[papers][0], new float[papers][0]);
    NeighborGraph wanted = corrected ? HubCorrection.graph(vectors, 20) : near;

    NeighborNetwork network =
        Communities.network(
            vectors, near, words, new ClusteringMethod.Leiden(TopicCount.auto(), 1));

    assertThat(network.network().neighbors())
        .containsExactly(
            NeighborNetwork.of(wanted, wanted.k(), words, LeidenAlgorithm::communities)
                .network()
                .neighbors());
  }

  private static Clustering groups(int size) {
    return Clustering.of(IntStream.range(0, 8 * SIZE).map(row -> row / size).toArray());
  }
}
