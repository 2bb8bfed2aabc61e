package org.papermap.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.files.InputException;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;

class LabelsTest {
  private static final Corpus CORPUS =
      Corpus.of(
          IntStream.range(0, 6).mapToObj(row -> Paper.of("p" + row, "Title", "Text.")).toList());

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("names.properties"), text);
  }

  private static Topic topic(int number, String name, List<Integer> papers, List<Topic> below) {
    Keyphrase term = new Keyphrase(name, 1, 2, 0);
    return new Topic(
        number,
        name,
        List.of(term),
        papers,
        papers,
        below,
        new NameEvidence(NameSource.PHRASES, List.of(term), List.of()),
        new LabelQuality(0, 1));
  }

  private static TopicTree tree() {
    Topic part = topic(0, "Dense retrieval", List.of(0, 1), List.of());
    Topic rest = topic(1, "Sparse retrieval", List.of(2, 3), List.of());
    Topic first = topic(0, "Retrieval", List.of(0, 1, 2, 3), List.of(part, rest));
    Topic second = topic(1, "Pruning", List.of(4, 5), List.of());
    Topic area = topic(0, "Search", List.of(0, 1, 2, 3, 4, 5), List.of(first, second));
    return new TopicTree(List.of(area), List.of(first, second), new LabelQuality(0, 1));
  }

  @Test
  void a_file_names_areas_topics_and_subtopics() throws IOException {
    List<TopicLabel> labels =
        LabelFile.read(
            file(
                """
                # mine
                topic.2.name = Sparsity
                topic.2.papers = p4; p5
                area.1.name = All = everything
                area.1.papers = p0;p5;

                subtopic.1.name = Dense
                subtopic.1.papers = p1
                """));

    assertThat(labels)
        .containsExactly(
            new TopicLabel(TopicLabel.Level.AREA, "All = everything", List.of("p0", "p5")),
            new TopicLabel(TopicLabel.Level.TOPIC, "Sparsity", List.of("p4", "p5")),
            new TopicLabel(TopicLabel.Level.SUBTOPIC, "Dense", List.of("p1")));
    TopicTree named = LabelledTopics.of(tree(), labels, CORPUS).topics();
    assertThat(named.areas().getFirst().name()).isEqualTo("All = everything");
    assertThat(named.areas().getFirst().subtopics().getLast().name()).isEqualTo("Sparsity");
    assertThat(named.topics()).extracting(Topic::name).containsExactly("Retrieval", "Sparsity");
    assertThat(named.topics().getFirst().subtopics().getFirst().name()).isEqualTo("Dense");
    NameEvidence evidence = named.topics().getLast().evidence();
    assertThat(evidence.source()).isEqualTo(NameSource.READER);
    assertThat(evidence.runnersUp()).extracting(Keyphrase::text).containsExactly("Pruning");
  }

  @Test
  void a_label_goes_to_the_topic_with_most_of_its_papers_whatever_its_number() {
    TopicLabel mostly = new TopicLabel(TopicLabel.Level.TOPIC, "Mine", List.of("p1", "p4", "p5"));
    TopicLabel split = new TopicLabel(TopicLabel.Level.TOPIC, "Split", List.of("p0", "gone", "no"));
    TopicLabel whole = new TopicLabel(TopicLabel.Level.TOPIC, "Whole", List.of("p4"));

    LabelledTopics labelled = LabelledTopics.of(tree(), List.of(mostly, split), CORPUS);
    assertThat(labelled.topics().topics())
        .extracting(Topic::name)
        .containsExactly("Retrieval", "Mine");
    assertThat(labelled.unused()).containsExactly(split);

    // The better claim wins, in whatever order the labels stand.
    LabelledTopics claimed = LabelledTopics.of(tree(), List.of(mostly, whole), CORPUS);
    assertThat(claimed.topics().topics().getLast().name()).isEqualTo("Whole");
    assertThat(claimed.unused()).containsExactly(mostly);
  }

  @Test
  void without_labels_nothing_changes() {
    LabelledTopics labelled = LabelledTopics.of(tree(), List.of(), CORPUS);

    assertThat(labelled.topics()).isEqualTo(tree());
    assertThat(labelled.unused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "topic.1.nam = X | :1: unknown key \"topic.1.nam\". Write topic.N.name = … or"
            + " topic.N.papers = …; ….",
        "topic.1.name = | :1: topic.1.name is empty. Give it a value.",
        "topic.1.name = X | : topic.1: no papers. Add topic.1.papers = ….",
        "area.3.papers = p1 | : area.3: no name. Add area.3.name = …."
      })
  void what_is_wrong_is_told_with_its_place(String text, String told) throws IOException {
    Path file = file(text + "\n");

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + told);
  }

  @Test
  void names_are_short_and_plain_and_keys_stand_once() throws IOException {
    Path twice = file("topic.1.name = A\ntopic.1.name = B\n");
    assertThatThrownBy(() -> LabelFile.read(twice))
        .hasMessageContaining(":2: \"topic.1.name\" stands in line 1 too");
    Path longName = file("topic.1.name = " + "x".repeat(61) + "\ntopic.1.papers = p1\n");
    assertThatThrownBy(() -> LabelFile.read(longName)).hasMessageContaining("60 characters");
    Path control = file("topic.1.name = a\u0007b\ntopic.1.papers = p1\n");
    assertThatThrownBy(() -> LabelFile.read(control)).hasMessageContaining("a?b");
  }
}
