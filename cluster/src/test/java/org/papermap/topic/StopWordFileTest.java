package org.papermap.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.TopicCount;
import org.papermap.files.InputException;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.vectors.EmbeddingMatrix;

class StopWordFileTest {
  @TempDir private Path folder;

  @Test
  void words_and_phrases_are_read_and_comments_skipped() throws IOException {
    Path file =
        Files.writeString(folder.resolve("stop.txt"), "\uFEFF# ours\nmodel\n\n  neural network \n");

    assertThat(StopWordFile.read(file)).containsExactly("model", "neural network");
  }

  @Test
  void a_line_that_is_no_word_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("stop.txt"), "model\n" + "x".repeat(61));

    assertThatThrownBy(() -> StopWordFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ", line 2: 61 characters. Give a word or a phrase a line, of up to 60.");
  }

  @Test
  void no_name_and_no_keyphrase_of_the_real_papers_has_a_stop_word() {
    EmbeddingMatrix vectors = RealPapers.vectors();
    ClusterTree tree =
        Clusterer.fit(
            vectors,
            NeighborGraph.exact(vectors, 15),
            new ClusteringMethod.Ward(TopicCount.auto()));
    TopicModel model = TopicModel.defaults();

    TopicTree plain = model.fit(RealPapers.corpus(), vectors, tree);
    TopicTree without =
        model.withStopWords(Set.of("LLM", "retrieval")).fit(RealPapers.corpus(), vectors, tree);

    assertThat(texts(plain))
        .anyMatch(it -> it.contains("llm"))
        .anyMatch(it -> it.contains("retrieval"));
    assertThat(texts(without)).noneMatch(it -> it.contains("llm") || it.contains("retrieval"));
  }

  @Test
  void a_name_that_is_taken_is_given_to_none() {
    EmbeddingMatrix vectors = RealPapers.vectors();
    ClusterTree tree =
        Clusterer.fit(
            vectors,
            NeighborGraph.exact(vectors, 15),
            new ClusteringMethod.Ward(TopicCount.auto()));
    TopicModel model = TopicModel.defaults();
    String first = model.fit(RealPapers.corpus(), vectors, tree).topics().getFirst().name();

    TopicTree others = model.withTaken(Set.of(first)).fit(RealPapers.corpus(), vectors, tree);

    assertThat(others.topics()).extracting(Topic::name).doesNotContain(first);
  }

  /// All names and keyphrases, in lower case.
  private static Stream<String> texts(TopicTree tree) {
    return Stream.concat(tree.areas().stream(), tree.topics().stream())
        .flatMap(it -> Stream.concat(Stream.of(it), it.subtopics().stream()))
        .flatMap(it ->
            Stream.concat(Stream.of(it.name()), it.keyphrases().stream().map(Keyphrase::text)))
        .map(it -> it.toLowerCase(Locale.ROOT));
  }
}
