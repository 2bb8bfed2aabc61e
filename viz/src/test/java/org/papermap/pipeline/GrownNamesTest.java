package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicModel;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.viz.MapWriter;
import org.papermap.viz.SampleMaps;

/// Names of groups after an earlier map, read back from its page.
class GrownNamesTest {
  private static final PaperMap MAP = SampleMaps.of(91);
  private static final int[] SAME = IntStream.range(0, 91).toArray();

  /// A vector a paper that says its place on the map.
  private static final EmbeddingMatrix VECTORS = vectors();

  @TempDir private Path folder;

  private static EmbeddingMatrix vectors() {
    float[] values = new float[3 * 91];
    for (int row = 0; row < 91; row++) {
      values[3 * row] = MAP.layout().x(row) - 0.5f;
      values[3 * row + 1] = MAP.layout().y(row) - 0.5f;
      values[3 * row + 2] = 1;
    }
    return EmbeddingMatrix.normalized(values, 3);
  }

  private TopicTree names(ClusterTree tree) throws IOException {
    Path page = folder.resolve("map.html");
    MapWriter.write(MAP, page);
    Growth growth = new Growth(EarlierMap.read(page), SAME, false);
    return GrownNames.of(
        growth, MAP.corpus(), VECTORS, tree, TopicModel.defaults().withTaken(growth.names()));
  }

  @Test
  void groups_that_are_still_there_keep_names_phrases_and_papers() throws IOException {
    List<Topic> topics = names(MAP.tree()).topics();

    assertThat(topics).hasSameSizeAs(MAP.topics());
    for (Topic before : MAP.topics()) {
      Topic topic = topics.get(before.number());
      assertThat(topic.name()).isEqualTo(before.name());
      assertThat(topic.papers()).isEqualTo(before.papers());
      assertThat(topic.evidence().source()).isEqualTo(NameSource.EARLIER);
      assertThat(topic.keyphrases())
          .extracting(it -> it.text() + it.papers())
          .isEqualTo(before.keyphrases().stream().map(it -> it.text() + it.papers()).toList());
    }
  }

  @Test
  void a_topic_of_half_the_papers_has_phrases_in_half_of_its_counts() throws IOException {
    // Given every second paper of the largest topic is in none
    int[] labels = MAP.tree().topics().labels();
    List<Integer> largest = MAP.topics().getFirst().papers();
    int kept = Math.floorDiv(largest.size(), 2) + 1;
    for (int i = kept; i < largest.size(); i++) {
      labels[largest.get(i)] = Clustering.NOISE;
    }

    TopicTree names = names(ClusterTree.of(List.of(Clustering.of(labels))));

    Topic before = MAP.topics().getFirst();
    Topic topic =
        names.topics().stream()
            .filter(it -> it.name().equals(before.name()))
            .findFirst()
            .orElseThrow();
    double share = (double) kept / largest.size();
    for (int i = 0; i < before.keyphrases().size(); i++) {
      assertThat(topic.keyphrases().get(i).papers())
          .isEqualTo((int) Math.rint(share * before.keyphrases().get(i).papers()));
    }
  }

  @Test
  void a_group_that_was_not_there_gets_a_name_that_no_earlier_group_has() throws IOException {
    // Given a topic of twelve papers of three topics
    int[] labels = MAP.tree().topics().labels();
    for (int topic = 0; topic < 3; topic++) {
      List<Integer> papers = MAP.topics().get(topic).papers();
      for (int i = 0; i < 4; i++) {
        labels[papers.get(i)] = 99;
      }
    }

    List<Topic> topics = names(ClusterTree.of(List.of(Clustering.of(labels)))).topics();

    List<String> earlier = MAP.topics().stream().map(Topic::name).toList();
    assertThat(topics).filteredOn(it -> !earlier.contains(it.name())).hasSize(1);
    Topic fresh =
        topics.stream().filter(it -> !earlier.contains(it.name())).findFirst().orElseThrow();
    assertThat(fresh.name()).isNotBlank();
    assertThat(fresh.papers()).hasSize(12);
    assertThat(fresh.exemplars()).isSubsetOf(fresh.papers());
    assertThat(Arrays.asList(NameSource.PHRASES, NameSource.TITLE, NameSource.NUMBER))
        .contains(fresh.evidence().source());
  }
}
