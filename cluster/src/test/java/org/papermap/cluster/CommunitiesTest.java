package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
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

  private static Clustering groups(int size) {
    return Clustering.of(IntStream.range(0, 8 * SIZE).map(row -> row / size).toArray());
  }
}
