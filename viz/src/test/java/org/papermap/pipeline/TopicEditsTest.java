package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.pipeline.TopicsFile.Row;
import org.papermap.topic.LabelledTopics.TopicLabel;

/// Ten papers, p0 to p9: topic 0 has the first six, in sub-topics of four and two; topic 1 the
/// other four.
class TopicEditsTest {
  private static final Corpus CORPUS =
      Corpus.of(
          IntStream.range(0, 10)
              .mapToObj(i -> new Paper("p" + i, "On " + i, "", List.of(), null, null, Map.of()))
              .toList());

  private static final ClusterTree TREE =
      ClusterTree.of(
          List.of(
              Clustering.of(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1}),
              Clustering.of(new int[] {0, 0, 0, 0, 1, 1, 2, 2, 2, 2})));

  private static Row row(String number, String parent, String name, String... exemplars) {
    return new Row(2, number, parent, name, List.of(exemplars));
  }

  private static int[] topics(Row... rows) {
    return TopicEdits.of(List.of(rows), TREE, CORPUS).tree().topics().labels();
  }

  @Test
  void rows_as_they_were_change_nothing() {
    TopicEdits.Edited edited =
        TopicEdits.of(
            List.of(
                row("0", "", "Vision", "p0", "p1"),
                row("0.1", "0", "Faces", "p0", "p2"),
                row("0.2", "0", "Hands", "p4", "p5"),
                row("1", "", "Speech", "p6", "p7")),
            TREE,
            CORPUS);

    assertThat(edited.tree().topics()).isEqualTo(TREE.topics());
    assertThat(edited.tree().level(1)).isEqualTo(TREE.level(1));
    assertThat(edited.labels()).isEmpty();
  }

  @Test
  void a_subtopic_without_a_parent_becomes_a_topic() {
    TopicEdits.Edited edited =
        TopicEdits.of(List.of(row("0.2", "", "Hands", "p4", "p5")), TREE, CORPUS);

    // The largest first, ties by the lowest row
    assertThat(edited.tree().topics().labels()).containsExactly(0, 0, 0, 0, 2, 2, 1, 1, 1, 1);
    assertThat(edited.labels())
        .containsExactly(new TopicLabel(TopicLabel.Level.TOPIC, "Hands", List.of("p4", "p5")));
  }

  @Test
  void a_topic_whose_parent_is_a_topic_becomes_part_of_it() {
    int[] topics = topics(row("0", "", "Vision", "p0", "p1"), row("1", "0", "Speech", "p6", "p7"));

    assertThat(topics).containsOnly(0);
  }

  @Test
  void a_subtopic_moves_to_another_topic() {
    int[] topics = topics(row("1", "", "Speech", "p6", "p7"), row("0.2", "1", "Hands", "p4", "p5"));

    assertThat(topics).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void topics_of_one_name_become_one_and_have_it_from_the_reader() {
    TopicEdits.Edited edited =
        TopicEdits.of(
            List.of(row("0", "", "Senses", "p0", "p1"), row("1", "", "senses", "p6", "p7")),
            TREE,
            CORPUS);

    assertThat(edited.tree().topics().count()).isEqualTo(1);
    assertThat(edited.labels()).extracting(TopicLabel::name).containsExactly("Senses");
  }

  @Test
  void a_topic_named_with_a_dash_is_hidden() {
    assertThat(topics(row("1", "", "-", "p6", "p7")))
        .containsExactly(0, 0, 0, 0, 0, 0, -1, -1, -1, -1);
  }

  @Test
  void a_row_that_has_lost_most_of_its_exemplars_changes_nothing() {
    assertThat(topics(row("1", "", "-", "gone", "gone too", "p6")))
        .isEqualTo(TREE.topics().labels());
  }
}
