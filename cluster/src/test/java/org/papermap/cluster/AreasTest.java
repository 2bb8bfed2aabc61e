package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.vectors.EmbeddingMatrix;

class AreasTest {
  private static final ClusteringMethod LEIDEN = new ClusteringMethod.Leiden(TopicCount.auto(), 42);

  static Stream<ClusteringMethod> methods() {
    return Stream.of(new ClusteringMethod.Ward(TopicCount.auto()), LEIDEN);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void topics_that_point_the_same_way_make_up_an_area(ClusteringMethod method) {
    int[] areas = areas(method, 3, List.of(0, 2, 40, 42, 80, 82));

    assertThat(Clustering.of(areas).labels()).containsExactly(0, 0, 1, 1, 2, 2);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void there_can_be_one_area_and_as_many_as_topics(ClusteringMethod method) {
    List<Integer> degrees = List.of(0, 10, 25, 45, 70, 89);

    assertThat(areas(method, 1, degrees)).containsOnly(0);
    assertThat(areas(method, 6, degrees)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void topics_all_alike_have_as_many_areas(ClusteringMethod method) {
    int[] areas = areas(method, 3, List.of(30, 30, 30, 30, 30, 30));

    assertThat(areas).hasSize(6);
    assertThat(Clustering.of(areas).count()).isEqualTo(3);
  }

  /// Topics 0 and 1 lean one way from what all six share, 2 and 3 another, 4 and 5 a third; but 0
  /// leans as little as 2 and 4 do, so that these three are nearer to each other than to theirs.
  @Test
  void what_all_communities_have_in_common_joins_none_of_them() {
    float[] values = new float[6 * 4];
    for (int topic = 0; topic < 6; topic++) {
      values[4 * topic] = 1;
      values[4 * topic + 1 + topic / 2] = topic % 2 == 0 ? 0.2f : 0.6f;
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 4);

    assertThat(Clustering.of(areas(LEIDEN, 3, vectors)).labels()).containsExactly(0, 0, 1, 1, 2, 2);
  }

  /// One paper a topic, in the plane.
  private static int[] areas(ClusteringMethod method, int areas, List<Integer> degrees) {
    float[] values = new float[2 * degrees.size()];
    for (int topic = 0; topic < degrees.size(); topic++) {
      double angle = Math.toRadians(degrees.get(topic));
      values[2 * topic] = (float) Math.cos(angle);
      values[2 * topic + 1] = (float) Math.sin(angle);
    }
    return areas(method, areas, EmbeddingMatrix.normalized(values, 2));
  }

  private static int[] areas(ClusteringMethod method, int areas, EmbeddingMatrix vectors) {
    Clustering topics = Clustering.of(IntStream.range(0, vectors.rows()).toArray());
    return Areas.of(vectors, topics, method, areas);
  }
}
