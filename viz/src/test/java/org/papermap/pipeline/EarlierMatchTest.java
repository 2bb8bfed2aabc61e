package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.map.PaperMap;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.topic.Topic;
import org.papermap.topic.TopicTree;
import org.papermap.viz.MapWriter;
import org.papermap.viz.SampleMaps;

/// What a map takes over from an earlier one, read back from its page.
class EarlierMatchTest {
  private static final PaperMap MAP = SampleMaps.of(91);

  @TempDir private Path folder;

  @Test
  void a_topic_keeps_its_name_though_most_of_its_papers_are_new() throws IOException {
    // Given two of five papers of the largest topic were on the earlier map
    Topic largest = MAP.topics().getFirst();
    int[] rows = IntStream.range(0, 91).toArray();
    for (int i = 2 * largest.papers().size() / 5; i < largest.papers().size(); i++) {
      rows[largest.papers().get(i)] = -1;
    }

    Match match = match(rows);

    assertThat(match.topics().topics().get(largest.number()).name()).isEqualTo(largest.name());
    assertThat(match.hues()).containsKey(largest.number());
    assertThat(match.kept()).isEqualTo(MAP.topics().size());
  }

  @Test
  void a_topic_that_took_in_as_many_papers_of_others_has_a_name_of_its_own() throws IOException {
    // Given a topic of half of the largest one's papers and as many of the next one's
    Topic largest = MAP.topics().get(0);
    Topic next = MAP.topics().get(1);
    int half = Math.min(largest.papers().size(), next.papers().size()) / 2;
    List<Integer> mixed = new ArrayList<>(largest.papers().subList(0, half));
    mixed.addAll(next.papers().subList(0, half));

    Match match = match(IntStream.range(0, 91).toArray(), List.of(renamed(largest, mixed)));

    assertThat(match.topics().topics().getFirst().name()).isEqualTo("Another name 0");
    assertThat(match.kept()).isZero();
  }

  private Match match(int[] rows) throws IOException {
    return match(rows, MAP.topics().stream().map(it -> renamed(it, it.papers())).toList());
  }

  private Match match(int[] rows, List<Topic> found) throws IOException {
    Path page = folder.resolve("map.html");
    MapWriter.write(MAP, page);
    return EarlierMatch.of(
        EarlierMap.read(page), "", rows, MAP.layout(), TopicTree.of(List.of(), found));
  }

  private static Topic renamed(Topic topic, List<Integer> papers) {
    return new Topic(
        topic.number(),
        "Another name " + topic.number(),
        topic.keyphrases(),
        papers,
        papers.subList(0, 1),
        List.of(),
        topic.evidence(),
        topic.quality());
  }
}
