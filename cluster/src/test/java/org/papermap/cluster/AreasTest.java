package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.vectors.EmbeddingMatrix;

class AreasTest {
  private static final ClusteringMethod LEIDEN = new ClusteringMethod.Leiden(TopicCount.auto(), 42);

  static Stream<ClusteringMethod> methods() {
    return Stream.of(new ClusteringMethod.Ward(TopicCount.auto()), LEIDEN);
  }

  @ParameterizedTest
  @CsvSource({"6, 3, 4", "9, 4, 5", "16, 5, 6", "25, 6, 8", "36, 7, 10"})
  void there_are_fewer_areas_than_topics(int topics, int byCentroids, int ofCommunities) {
    assertThat(Areas.count(topics, new ClusteringMethod.Ward(TopicCount.auto())))
        .isEqualTo(byCentroids);
    assertThat(Areas.count(topics, LEIDEN)).isEqualTo(ofCommunities);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void topics_that_point_the_same_way_make_up_an_area(ClusteringMethod method) {
    int[] areas = areas(method, 3, List.of(0, 2, 40, 42, 80, 82));

    assertThat(Clustering.of(areas).labels()).containsExactly(0, 0, 1, 1, 2, 2);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void there_can_be_as_many_areas_as_topics(ClusteringMethod method) {
    List<Integer> degrees = List.of(0, 10, 25, 45, 70, 89);

    assertThat(areas(method, 6, degrees)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void topics_all_alike_have_as_many_areas(ClusteringMethod method) {
    int[] areas = areas(method, 5, List.of(30, 30, 30, 30, 30, 30));

    assertThat(areas).hasSize(6);
    assertThat(Clustering.of(areas).count()).isEqualTo(5);
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

  /// Topics at 0, 4, 10 and 60 degrees and so on, the first three with most of the papers.
  @Test
  void an_area_with_more_than_a_third_of_the_papers_is_divided_where_it_has_several_topics() {
    List<Integer> degrees = List.of(0, 4, 10, 60, 62, 89);
    int[] sizes = {4, 4, 4, 2, 2, 2};
    float[] values = new float[2 * 18];
    int[] topics = new int[18];
    int row = 0;
    for (int topic = 0; topic < sizes.length; topic++) {
      for (int i = 0; i < sizes[topic]; i++, row++) {
        topics[row] = topic;
        values[2 * row] = (float) Math.cos(Math.toRadians(degrees.get(topic)));
        values[2 * row + 1] = (float) Math.sin(Math.toRadians(degrees.get(topic)));
      }
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 2);

    int[] areas = Areas.of(vectors, Clustering.of(topics), LEIDEN, 3);

    // 12 of 18 papers would be in the first area, then 8 of 18, which still are too many.
    assertThat(Clustering.of(areas).labels()).containsExactly(1, 2, 3, 0, 0, 4);
  }

  @Test
  void an_area_of_one_large_topic_stays() {
    EmbeddingMatrix vectors =
        EmbeddingMatrix.normalized(new float[] {1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 1}, 2);

    assertThat(Areas.of(vectors, Clustering.of(new int[] {0, 0, 0, 0, 1, 2}), LEIDEN, 3))
        .containsExactlyInAnyOrder(0, 1, 2);
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
