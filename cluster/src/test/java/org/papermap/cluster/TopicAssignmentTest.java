package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class TopicAssignmentTest {
  /// Three papers to the east, three to the north; the last of them is noise.
  private static final EmbeddingMatrix SIX =
      EmbeddingMatrix.normalized(new float[] {1, 0, 1, 0.1f, 1, -0.1f, 0, 1, 0.1f, 1, -0.1f, 1}, 2);

  private static final Clustering TOPICS =
      Clustering.of(new int[] {0, 0, 0, 1, 1, Clustering.NOISE});

  private static TopicAssignment assign(float... newPapers) {
    return TopicAssignment.of(SIX, 3, TOPICS, EmbeddingMatrix.normalized(newPapers, 2));
  }

  @Test
  void the_nearest_vote_each_with_its_cosine() {
    TopicAssignment found = assign(1, 0, 0, 1);

    assertThat(found.topic(0)).isZero();
    assertThat(found.confidence(0)).isEqualTo(1);
    // Of the three to the north one is noise: 1 and 1 / √1.01 against 1 / √1.01.
    double voice = 1 / Math.sqrt(1.01);
    assertThat(found.topic(1)).isEqualTo(1);
    assertThat(found.confidence(1))
        .isCloseTo((float) ((1 + voice) / (1 + 2 * voice)), within(1e-5f));
  }

  @Test
  void a_paper_like_no_other_is_in_no_topic() {
    TopicAssignment found = assign(-1, -1);

    assertThat(found.topic(0)).isEqualTo(Clustering.NOISE);
    assertThat(found.confidence(0)).isZero();
  }

  @Test
  void without_old_papers_all_new_ones_are_noise() {
    EmbeddingMatrix none = SIX.select();

    TopicAssignment found = TopicAssignment.of(none, 3, Clustering.of(new int[0]), SIX);

    assertThat(IntStream.range(0, 6).map(found::topic)).containsOnly(Clustering.NOISE);
  }

  @Test
  void real_papers_that_were_left_out_find_their_way_back() {
    EmbeddingMatrix all = RealPapers.vectors();
    ClusteringMethod method = new ClusteringMethod.Ward(TopicCount.auto());
    Clustering topics = Clusterer.fit(all, NeighborGraph.exact(all, 15), method).topics();
    int[] kept = IntStream.range(0, 91).filter(row -> row % 7 != 0).toArray();
    int[] left = IntStream.range(0, 91).filter(row -> row % 7 == 0).toArray();
    EmbeddingMatrix old = all.select(kept);
    int[] labels = IntStream.of(kept).map(topics::label).toArray();
    Clustering oldTopics = Clustering.of(labels);

    TopicAssignment found = TopicAssignment.of(old, 5, oldTopics, all.select(left));

    long right =
        IntStream.range(0, left.length)
            .filter(i ->
                found.topic(i) != Clustering.NOISE
                    && topics.label(kept[oldTopics.members(found.topic(i)).getFirst()])
                        == topics.label(left[i]))
            .count();
    assertThat(right).isGreaterThanOrEqualTo(9);
    assertThat(left).hasSize(13);
  }

  @Test
  void topics_of_other_papers_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicAssignment.of(SIX, 3, Clustering.of(new int[5]), SIX))
        .withMessageStartingWith("6 vectors, topics of 5, 3 voters.");
  }
}
