package org.papermap.map.internal.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.Part;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;

class TopicChangesTest {
  private static Topic topic(int number, String name, int... papers) {
    return new Topic(
        number,
        name,
        List.of(),
        IntStream.of(papers).boxed().toList(),
        List.of(),
        List.of(),
        new NameEvidence(NameSource.PHRASES, List.of(), List.of()),
        new LabelQuality(0, 1));
  }

  /// Every paper of the later map was on the earlier one in the same row, up to this many.
  private static int[] same(int papers, int ofEarlier) {
    return IntStream.range(0, papers).map(row -> row < ofEarlier ? row : -1).toArray();
  }

  private static List<TopicHistory> ways(List<Topic> earlier, List<Topic> later, int[] rows) {
    List<TopicHistory> before =
        IntStream.range(0, earlier.size())
            .mapToObj(i -> way(10 + i, i, earlier.get(i).name()))
            .toList();
    return TopicChanges.of(earlier, later, rows).ways(before, 4, 100);
  }

  private static TopicHistory way(int id, int number, String name) {
    return new TopicHistory(
        id, number, -1, 2, name, "", 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
  }

  @Test
  void equal_topics_are_kept_with_their_ids_and_an_overlap_of_one() {
    List<Topic> topics = List.of(topic(0, "Vision", 0, 1, 2), topic(1, "Speech", 3, 4));

    assertThat(ways(topics, topics, same(5, 5)))
        .extracting(
            TopicHistory::id, TopicHistory::edition, TopicHistory::overlap, TopicHistory::changes)
        .containsExactly(
            tuple(10, 2, 1.0, List.of(Change.KEPT)), tuple(11, 2, 1.0, List.of(Change.KEPT)));
  }

  @Test
  void a_topic_with_more_papers_grew_though_its_number_changes() {
    List<Topic> earlier = List.of(topic(0, "Vision", 0, 1, 2), topic(1, "Speech", 3, 4));
    List<Topic> later = List.of(topic(0, "Speech", 3, 4, 5, 6), topic(1, "Vision", 0, 1, 2));

    List<TopicHistory> ways = ways(earlier, later, same(7, 5));

    assertThat(ways.getFirst().id()).isEqualTo(11);
    assertThat(ways.getFirst().changes()).containsExactly(Change.GREW);
    assertThat(ways.getFirst().arrived()).isEqualTo(2);
    assertThat(ways.getFirst().papers()).isEqualTo(4);
    assertThat(ways.getFirst().earlierPapers()).isEqualTo(2);
    assertThat(ways.getFirst().overlap()).as("new papers do not tell").isEqualTo(1);
    assertThat(ways.get(1).changes()).containsExactly(Change.KEPT);
  }

  @Test
  void papers_that_left_make_a_topic_shrink_and_a_topic_without_papers_is_gone() {
    // Given the papers 2 and 4 have gone, so that rows 0, 1, 2 were rows 0, 1, 3
    List<Topic> earlier = List.of(topic(0, "Vision", 0, 1, 2, 3), topic(1, "Speech", 4));

    List<TopicHistory> ways =
        ways(earlier, List.of(topic(0, "Vision", 0, 1, 2)), new int[] {0, 1, 3});

    assertThat(ways).hasSize(2);
    assertThat(ways.getFirst().changes()).containsExactly(Change.SHRANK);
    assertThat(ways.getFirst().left()).isEqualTo(1);
    assertThat(ways.get(1).number()).isEqualTo(-1);
    assertThat(ways.get(1).id()).isEqualTo(11);
    assertThat(ways.get(1).changes()).containsExactly(Change.GONE);
  }

  @Test
  void a_topic_of_new_papers_is_born_with_an_id_that_none_had() {
    List<Topic> earlier = List.of(topic(0, "Vision", 0, 1, 2));
    List<Topic> later = List.of(topic(0, "Vision", 0, 1, 2), topic(1, "Robots", 3, 4));

    TopicHistory born = ways(earlier, later, same(5, 3)).get(1);

    assertThat(born.changes()).containsExactly(Change.BORN);
    assertThat(born.id()).isEqualTo(100);
    assertThat(born.edition()).isEqualTo(4);
    assertThat(born.earlierName()).isEmpty();
  }

  @Test
  void a_topic_that_gives_a_third_of_its_papers_to_another_has_split() {
    List<Topic> earlier = List.of(topic(0, "Vision", 0, 1, 2, 3, 4, 5));
    List<Topic> later = List.of(topic(0, "Vision", 0, 1, 2, 3), topic(1, "Segmentation", 4, 5));

    List<TopicHistory> ways = ways(earlier, later, same(6, 6));

    assertThat(ways.getFirst().changes()).containsExactly(Change.SHRANK, Change.SPLIT);
    assertThat(ways.getFirst().overlap()).isEqualTo(0.6667);
    assertThat(ways.getFirst().into())
        .containsExactly(new Part(10, "Vision", 4), new Part(100, "Segmentation", 2));
    assertThat(ways.get(1).changes()).containsExactly(Change.BORN);
    assertThat(ways.get(1).from()).containsExactly(new Part(10, "Vision", 2));
  }

  @Test
  void a_topic_that_has_most_of_two_has_merged_and_the_smaller_is_gone() {
    List<Topic> earlier = List.of(topic(0, "Vision", 0, 1, 2, 3), topic(1, "Speech", 4, 5));

    List<TopicHistory> ways =
        ways(earlier, List.of(topic(0, "Senses", 0, 1, 2, 3, 4, 5)), same(6, 6));

    assertThat(ways.getFirst().id()).isEqualTo(10);
    assertThat(ways.getFirst().changes())
        .containsExactly(Change.GREW, Change.MERGED, Change.RENAMED);
    assertThat(ways.getFirst().earlierName()).isEqualTo("Vision");
    assertThat(ways.getFirst().from())
        .containsExactly(new Part(10, "Vision", 4), new Part(11, "Speech", 2));
    assertThat(ways.get(1).changes()).containsExactly(Change.GONE);
    assertThat(ways.get(1).into()).containsExactly(new Part(10, "Senses", 2));
  }

  @Test
  void half_of_the_papers_are_not_enough_to_be_the_same_topic() {
    List<Topic> earlier = List.of(topic(0, "Vision", 0, 1, 2, 3));

    TopicChanges changes =
        TopicChanges.of(earlier, List.of(topic(0, "A", 0, 1), topic(1, "B", 2, 3)), same(4, 4));

    assertThat(changes.overlap(0, 0)).isEqualTo(0.5);
    assertThat(changes.earlier(0)).isEqualTo(-1);
    assertThat(changes.earlier(1)).isEqualTo(-1);
  }
}
