package org.papermap.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.TopicCount;
import org.papermap.cluster.internal.text.Word;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.vectors.EmbeddingMatrix;

class TopicModelTest {
  private static final Corpus CORPUS = RealPapers.corpus();
  private static final EmbeddingMatrix VECTORS = RealPapers.vectors();
  private static final List<Topic> TOPICS =
      TopicModel.defaults().fit(CORPUS, VECTORS, tree()).topics();

  private static ClusterTree tree() {
    return Clusterer.fit(
        VECTORS, NeighborGraph.exact(VECTORS, 15), new ClusteringMethod.Ward(TopicCount.auto()));
  }

  private static Stream<Topic> all(List<Topic> topics) {
    return topics.stream()
        .flatMap(topic -> Stream.concat(Stream.of(topic), all(topic.subtopics())));
  }

  /// The topics of papers whose texts are given as title and abstract in turn.
  private static List<Topic> fit(int[] labels, String... texts) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      papers.add(Paper.of("p" + i, texts[i], texts[i + 1]));
    }
    float[] ones = new float[papers.size()];
    Arrays.fill(ones, 1);
    return TopicModel.defaults()
        .fit(
            Corpus.of(papers),
            EmbeddingMatrix.of(ones, 1),
            ClusterTree.of(List.of(Clustering.of(labels))))
        .topics();
  }

  @Test
  void the_91_papers_have_topics_that_a_researcher_would_name_so() {
    assertThat(nameOf(0)).isEqualTo("Diffusion models");
    assertThat(nameOf(43)).isEqualTo("Retrieval");
    assertThat(nameOf(53)).startsWith("LLM");
    assertThat(nameOf(88)).containsIgnoringCase("compression");
    assertThat(nameOf(78)).contains("ConvNets");
    assertThat(nameOf(55)).contains("fine-tuning");
    assertThat(nameOf(2)).contains("egmentation");
  }

  @Test
  void areas_hold_topics_and_have_names_of_their_own() {
    TopicTree named = TopicModel.defaults().fit(CORPUS, VECTORS, tree());

    assertThat(named.areas()).hasSizeBetween(2, 6);
    for (Topic area : named.areas()) {
      for (Topic topic : area.subtopics()) {
        // An area of one topic is that topic.
        assertThat(topic.name().equals(area.name())).isEqualTo(area.subtopics().size() == 1);
        assertThat(named.topics()).contains(topic);
      }
    }
    assertThat(named.areas()).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void a_large_topic_that_is_a_field_of_research_has_its_name_and_keeps_its_phrases()
      throws IOException {
    List<Paper> papers = new ArrayList<>();
    float[] values = new float[2 * 120];
    for (int row = 0; row < 120; row++) {
      boolean optics = row < 60;
      String subject = optics ? "waveguide" : "polymer";
      papers.add(
          Paper.of("p" + row, "The " + subject + " number " + row, "We study " + subject + "s."));
      values[2 * row + (optics ? 0 : 1)] = 1;
    }
    int[] labels = IntStream.range(0, 120).map(row -> row / 60).toArray();

    List<Topic> topics =
        TopicModel.defaults()
            .fit(
                Corpus.of(papers),
                EmbeddingMatrix.of(values, 2),
                ClusterTree.of(List.of(Clustering.of(labels))),
                TopicModelTest::opticsAndElse)
            .topics();

    assertThat(topics.getFirst().name()).isEqualTo("Optics");
    assertThat(topics.getFirst().evidence().source()).isEqualTo(NameSource.FIELD);
    assertThat(topics.getFirst().evidence().runnersUp())
        .extracting(Keyphrase::text)
        .anyMatch(phrase -> phrase.startsWith("waveguide"));
  }

  @Test
  void a_phrase_that_a_field_took_the_place_of_is_free_for_another_topic() throws IOException {
    // given "hollow waveguides", beside which "waveguides" would say nothing new
    List<Paper> papers = new ArrayList<>();
    float[] values = new float[2 * 360];
    for (int row = 0; row < 360; row++) {
      String subject = row < 60 ? "hollow waveguides" : row < 120 ? "waveguides" : "polymers";
      papers.add(Paper.of("p" + row, "The " + subject + " of " + row, "Of " + subject + "."));
      values[2 * row + (row < 60 ? 0 : 1)] = 1;
    }
    int[] labels = IntStream.range(0, 360).map(row -> Math.min(2, row / 60)).toArray();
    Corpus corpus = Corpus.of(papers);
    EmbeddingMatrix vectors = EmbeddingMatrix.of(values, 2);
    ClusterTree tree = ClusterTree.of(List.of(Clustering.of(labels)));

    // when
    List<Topic> byPhrases = TopicModel.defaults().fit(corpus, vectors, tree).topics();
    List<Topic> byFields =
        TopicModel.defaults().fit(corpus, vectors, tree, TopicModelTest::opticsAndElse).topics();

    // then
    assertThat(byPhrases)
        .extracting(Topic::name)
        .contains("Hollow waveguides")
        .doesNotContain("Waveguides");
    assertThat(byFields).extracting(Topic::name).contains("Optics", "Waveguides");
  }

  /// One direction for optics, a bit off the other for all other fields.
  private static EmbeddingMatrix opticsAndElse(List<String> texts) {
    float[] values = new float[2 * texts.size()];
    for (int i = 0; i < texts.size(); i++) {
      values[2 * i] = texts.get(i).startsWith("Optics") ? 1 : 0.1f;
      values[2 * i + 1] = texts.get(i).startsWith("Optics") ? 0 : 1;
    }
    return EmbeddingMatrix.normalized(values, 2);
  }

  @Test
  void the_model_is_asked_once_and_not_about_fields_where_all_topics_are_small()
      throws IOException {
    List<List<String>> asked = new ArrayList<>();

    TopicModel.defaults()
        .fit(
            CORPUS,
            VECTORS,
            tree(),
            texts -> {
              asked.add(texts);
              int dimension = VECTORS.dimension();
              return EmbeddingMatrix.normalized(ones(texts.size() * dimension), dimension);
            });

    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .contains("low-rank approximation")
        .doesNotHaveDuplicates()
        .noneMatch(text -> text.contains(": "));
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void topics_do_not_depend_on_the_number_of_threads(int threads) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      assertThat(
              pool.submit(() -> TopicModel.defaults().fit(CORPUS, VECTORS, tree()).topics()).get())
          .isEqualTo(TOPICS);
    }
  }

  @Test
  void names_tell_their_evidence() {
    for (Topic topic : all(TOPICS).toList()) {
      NameEvidence evidence = topic.evidence();
      boolean numbered = evidence.source() == NameSource.NUMBER;
      assertThat(evidence.terms().isEmpty()).isEqualTo(numbered);
      for (Keyphrase term : evidence.terms()) {
        assertThat(topic.name()).containsIgnoringCase(term.text());
        int others = CORPUS.size() - topic.papers().size();
        assertThat((double) term.papers() / topic.papers().size())
            .as(topic.name())
            .isGreaterThanOrEqualTo(3.0 * term.elsewhere() / others);
      }
      assertThat(evidence.runnersUp())
          .extracting(Keyphrase::text)
          .doesNotContainAnyElementsOf(evidence.terms().stream().map(Keyphrase::text).toList());
    }
  }

  private static String nameOf(int row) {
    return TOPICS.stream()
        .filter(topic -> topic.papers().contains(row))
        .findFirst()
        .orElseThrow()
        .name();
  }

  @Test
  void no_label_says_what_every_paper_says() {
    Set<String> banned =
        Set.of("paper", "method", "propose", "model", "result", "approach", "performance", "novel");
    for (Topic topic : all(TOPICS).toList()) {
      List<String> labels = new ArrayList<>(List.of(topic.name()));
      topic.keyphrases().forEach(phrase -> labels.add(phrase.text()));
      for (String label : labels) {
        // But a stock noun may end what papers do not say without, such as "diffusion model".
        String before = label.replaceAll("(?<=[^&]) models?$", "");
        for (String part : before.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
          assertThat(banned).as(label).noneMatch(part::startsWith);
        }
      }
    }
  }

  @Test
  void names_are_short_and_no_two_of_a_level_are_made_of_the_same_stems() {
    assertThat(all(TOPICS).map(Topic::name)).allMatch(name -> name.length() <= 32);
    assertThat(stems(TOPICS)).doesNotHaveDuplicates();
    List<Topic> fine = TOPICS.stream().flatMap(topic -> topic.subtopics().stream()).toList();
    assertThat(stems(fine)).doesNotHaveDuplicates();
  }

  private static List<Set<String>> stems(List<Topic> topics) {
    return topics.stream()
        .map(
            topic -> (Set<String>) new HashSet<>(Word.stems(topic.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  @Test
  void each_phrase_is_in_two_papers_of_its_topic() {
    for (Topic topic : all(TOPICS).toList()) {
      assertThat(topic.keyphrases()).isNotEmpty();
      for (Keyphrase phrase : topic.keyphrases()) {
        assertThat(phrase.papers()).as(phrase.text()).isBetween(2, topic.papers().size());
        assertThat(phrase.weight()).isPositive();
      }
      assertThat(topic.keyphrases())
          .isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    }
  }

  @Test
  void exemplars_are_the_papers_nearest_to_the_centroid() {
    for (Topic topic : TOPICS) {
      int[] rows = topic.papers().stream().mapToInt(Integer::intValue).toArray();
      int best =
          IntStream.of(rows)
              .boxed()
              .max((a, b) ->
                  Double.compare(
                      IntStream.of(rows).mapToDouble(row -> VECTORS.dot(a, row)).sum(),
                      IntStream.of(rows).mapToDouble(row -> VECTORS.dot(b, row)).sum()))
              .orElseThrow();

      assertThat(topic.exemplars().getFirst()).isEqualTo(best);
      assertThat(topic.exemplars()).hasSize(Math.min(5, rows.length)).doesNotHaveDuplicates();
    }
  }

  @Test
  void weights_are_frequency_times_relevance() {
    List<Topic> topics =
        fit(
            new int[] {0, 0, 1, 1},
            "Speculative decoding",
            "We study speculative decoding.",
            "Fast speculative decoding",
            "It is about speculative decoding.",
            "Bird migration",
            "We follow bird migration.",
            "More bird migration",
            "It is about bird migration.");

    // In both papers and both titles of the topic, and in none of the 2 others: (2 + 2) times the
    // logarithm of (2.5 / 0.5) · (2.5 / 0.5).
    assertThat(topics.getFirst().keyphrases()).hasSize(1);
    Keyphrase phrase = topics.getFirst().keyphrases().getFirst();
    assertThat(phrase.text()).isEqualTo("speculative decoding");
    assertThat(phrase.weight()).isCloseTo(4 * Math.log(25), within(1e-12));
    assertThat(phrase.papers()).isEqualTo(2);
    assertThat(phrase.elsewhere()).isZero();
    assertThat(topics.getFirst().name()).isEqualTo("Speculative decoding");
    assertThat(topics.getLast().name()).isEqualTo("Bird migration");
  }

  @Test
  void an_abbreviation_and_what_it_stands_for_are_one_phrase() {
    List<Topic> topics =
        fit(
            new int[2],
            "On NAS",
            "Neural architecture search (NAS) is slow.",
            "Neural architecture search",
            "It is a survey.");

    assertThat(topics.getFirst().keyphrases())
        .extracting(Keyphrase::text)
        .containsExactly("neural architecture search");
    assertThat(topics.getFirst().name()).isEqualTo("Neural architecture search");
  }

  @Test
  void a_long_form_is_known_with_hyphens_and_without() {
    List<Topic> topics =
        fit(
            new int[2],
            "On VQA",
            "Visual question-answering (VQA) is slow.",
            "Visual question answering",
            "It is a survey of visual question answering.");

    assertThat(topics.getFirst().keyphrases()).hasSize(1);
    assertThat(topics.getFirst().keyphrases().getFirst().papers()).isEqualTo(2);
  }

  @Test
  void words_too_general_for_a_heading_make_one_with_others() {
    List<Topic> topics =
        fit(
            new int[] {0, 0, 1, 1},
            "Frame interpolation",
            "Frame interpolation makes frames.",
            "On frame interpolation",
            "Frame interpolation of frames.",
            "Lullabies in English",
            "English has lullabies.",
            "English and lullabies",
            "Lullabies need English.");

    assertThat(topics.getFirst().name()).isEqualTo("Frame interpolation");
    assertThat(topics.getLast().name()).isEqualTo("Lullabies");
    assertThat(topics.getLast().keyphrases()).extracting(Keyphrase::text).doesNotContain("English");
  }

  @Test
  void what_is_counted_is_named_in_the_plural() {
    // A singular in 3 places, a plural in 2.
    List<Topic> topics =
        fit(
            new int[2],
            "About a judge",
            "This is about a judge.",
            "About judges",
            "This is about a judge, or about more judges.");

    assertThat(topics.getFirst().name()).isEqualTo("Judges");
  }

  @Test
  void what_is_not_counted_is_named_in_the_singular() {
    // A singular in 6 places, a plural in 1.
    List<Topic> topics =
        fit(
            new int[2],
            "Pruning",
            "We explain pruning. This is pruning, or pruning again.",
            "On pruning",
            "This is about pruning, or about all prunings.");

    assertThat(topics.getFirst().name()).isEqualTo("Pruning");
  }

  @Test
  void a_form_before_words_of_prose_does_not_count_where_there_are_others() {
    // No plural could stand before "methods".
    List<Topic> topics =
        fit(
            new int[2],
            "Qubit methods",
            "Qubit methods, qubit methods, qubit methods.",
            "Qubit methods again",
            "These are methods for qubits. Of qubits and qubits.");

    assertThat(topics.getFirst().name()).isEqualTo("Qubits");
  }

  @Test
  void an_adjective_is_no_phrase_though_sentences_end_with_it() {
    List<Topic> topics =
        fit(
            new int[2],
            "Smooth lullabies",
            "These are smooth.",
            "Smooth sonatas",
            "They were smooth, and lullabies.");

    assertThat(topics.getFirst().keyphrases())
        .extracting(Keyphrase::text)
        .contains("lullabies")
        .doesNotContain("smooth");
  }

  @Test
  void a_name_keeps_its_capitals_and_a_heading_does_not() {
    List<Topic> topics =
        fit(
            new int[2],
            "Stable Diffusion Pruning",
            "We prune Stable Diffusion.",
            "Quick Stable Diffusion",
            "Here Stable Diffusion is distilled by Pruning.");

    assertThat(topics.getFirst().name()).startsWith("Stable Diffusion");
  }

  @Test
  void a_topic_of_one_paper_has_a_name_and_no_papers_have_no_topics() {
    List<Topic> one = fit(new int[1], "Lossless compression", "We compress losslessly.");

    assertThat(one.getFirst().name()).isEqualTo("Lossless compression");
    assertThat(one.getFirst().exemplars()).containsExactly(0);
    assertThat(fit(new int[0])).isEmpty();
  }

  @Test
  void papers_without_a_word_in_common_have_a_topic_named_by_a_title() {
    List<Topic> topics = fit(new int[3], "Alpha", "beta", "Gamma", "delta", "42", "!?");

    assertThat(topics.getFirst().name()).isEqualTo("“Alpha”");
    assertThat(topics.getFirst().evidence().source()).isEqualTo(NameSource.TITLE);
    assertThat(topics.getFirst().keyphrases()).isEmpty();
  }

  @Test
  void hostile_text_leaves_neither_markup_nor_control_characters() {
    String hostile = "</script><img src=x onerror=alert(1)> \u202Eevil\u0000 \"quoted\" 🙂 اختبار";
    List<Topic> topics =
        fit(new int[3], hostile, hostile, hostile, hostile, hostile, hostile.repeat(50));

    assertThat(topics.getFirst().name()).doesNotContainPattern("[<>\"'&&[^ ]]|\\p{C}");
    assertThat(topics.getFirst().keyphrases())
        .allSatisfy(phrase -> assertThat(phrase.text()).doesNotContainPattern("[<>\"]|\\p{C}"));
  }

  @Test
  void the_same_papers_are_named_the_same_again() {
    ClusterTree tree = tree();

    assertThat(TopicModel.defaults().fit(CORPUS, VECTORS, tree).topics()).isEqualTo(TOPICS);
  }
}
