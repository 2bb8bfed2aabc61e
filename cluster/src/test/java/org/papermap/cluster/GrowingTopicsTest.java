package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.cluster.Clustering.EarlierTopics;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

/// Topics of a map that grows, over papers of plain subjects.
class GrowingTopicsTest {
  private static final int DIMENSION = 24;

  /// Papers of these subjects in turn, a direction each with some noise.
  private static EmbeddingMatrix papers(int... subjects) {
    Random random = new Random(5);
    float[] values = new float[subjects.length * DIMENSION];
    for (int row = 0; row < subjects.length; row++) {
      for (int j = 0; j < DIMENSION; j++) {
        values[row * DIMENSION + j] = (float) (0.12 * random.nextGaussian());
      }
      values[row * DIMENSION + subjects[row]] += 1;
    }
    return EmbeddingMatrix.normalized(values, DIMENSION);
  }

  /// So many papers of each subject, one subject after the other.
  private static int[] subjects(int... papers) {
    return IntStream.range(0, papers.length)
        .flatMap(subject -> IntStream.generate(() -> subject).limit(papers[subject]))
        .toArray();
  }

  private static ClusterTree grow(
      EmbeddingMatrix vectors, ClusteringMethod method, EarlierTopics earlier) {
    return Clusterer.grow(
        vectors,
        NeighborGraph.exact(vectors, 15),
        WordNeighbors.none(vectors.rows()),
        method,
        earlier);
  }

  private static ClusteringMethod method(ClusteringMethod.Choice choice, int papers) {
    return choice.method(papers, TopicCount.auto(), 42, 0.1);
  }

  /// Earlier topics without areas; no topic was divided.
  private static EarlierTopics earlier(List<Integer> topics, Integer... fixed) {
    return new EarlierTopics(
        topics,
        topics.stream().map(it -> Math.max(it, EarlierTopics.NONE)).toList(),
        List.of(),
        Set.of(fixed));
  }

  private static List<Integer> boxed(IntStream labels) {
    return labels.boxed().toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = ClusteringMethod.Choice.class,
      names = {"WARD", "KMEANS", "LEIDEN", "CWTS_LEIDEN"})
  void new_papers_join_the_topics_of_their_subjects(ClusteringMethod.Choice choice) {
    // Given three topics of twenty, and every fifth paper new
    int[] subject = subjects(20, 20, 20);
    EarlierTopics earlier =
        earlier(
            boxed(IntStream.range(0, 60).map(i -> i % 5 == 0 ? EarlierTopics.NEW : subject[i])));

    Clustering topics = grow(papers(subject), method(choice, 60), earlier).topics();

    assertThat(topics.labels()).isEqualTo(subject);
  }

  @ParameterizedTest
  @EnumSource(
      value = ClusteringMethod.Choice.class,
      names = {"WARD", "KMEANS", "LEIDEN"})
  void enough_new_papers_of_a_new_subject_open_a_topic(ClusteringMethod.Choice choice) {
    int[] subject = subjects(20, 20, 20, 10);
    EarlierTopics earlier =
        earlier(boxed(IntStream.range(0, 70).map(i -> i >= 60 ? EarlierTopics.NEW : subject[i])));

    Clustering topics = grow(papers(subject), method(choice, 70), earlier).topics();

    assertThat(topics.labels()).isEqualTo(subject);
  }

  @Test
  void new_papers_between_two_subjects_join_that_of_their_words() {
    // Given four topics of twenty, each with words of its own, and between two of them by meaning
    // two new papers, one with the words of each
    int[] subject = subjects(20, 20, 20, 20);
    List<Paper> texts = new ArrayList<>();
    float[] values = new float[82 * DIMENSION];
    Random random = new Random(5);
    for (int row = 0; row < 82; row++) {
      for (int j = 0; j < DIMENSION; j++) {
        values[row * DIMENSION + j] = (float) (0.12 * random.nextGaussian());
      }
      if (row < 80) {
        values[row * DIMENSION + subject[row]] += 1;
      } else {
        values[row * DIMENSION] += 1;
        values[row * DIMENSION + 1] += 1;
      }
      texts.add(Paper.of("p" + row, "Paper", text(row < 80 ? subject[row] : row - 80, random)));
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, DIMENSION);
    EarlierTopics earlier =
        earlier(boxed(IntStream.range(0, 82).map(i -> i >= 80 ? EarlierTopics.NEW : subject[i])));

    Clustering topics =
        Clusterer.grow(
                vectors,
                NeighborGraph.exact(vectors, 15),
                WordNeighbors.of(Corpus.of(texts)),
                method(ClusteringMethod.Choice.LEIDEN, 82),
                earlier)
            .topics();

    assertThat(topics.label(80)).isEqualTo(topics.label(0)).isNotEqualTo(topics.label(81));
    assertThat(topics.label(81)).isEqualTo(topics.label(20));
  }

  @Test
  void few_of_the_old_papers_come_into_another_topic() {
    // Given maps of some 80 of 91 real papers that grow by the rest
    EmbeddingMatrix vectors = RealPapers.vectors();
    int old = 0;
    int regrouped = 0;
    for (int part = 0; part < 8; part++) {
      int left = part;
      int[] rows = IntStream.range(0, 91).filter(row -> row % 8 != left).toArray();
      EmbeddingMatrix some = vectors.select(rows);
      ClusteringMethod method = method(ClusteringMethod.Choice.LEIDEN, 91);
      Clustering first =
          Clusterer.fit(
                  some, NeighborGraph.exact(some, 15), WordNeighbors.none(some.rows()), method)
              .topics();
      int[] before = new int[91];
      Arrays.fill(before, EarlierTopics.NEW);
      for (int i = 0; i < rows.length; i++) {
        before[rows[i]] = first.label(i);
      }

      Clustering next = grow(vectors, method, earlier(boxed(IntStream.of(before)))).topics();

      for (int topic = 0; topic < first.count(); topic++) {
        int[] now = first.members(topic).stream().mapToInt(i -> next.label(rows[i])).toArray();
        old += now.length;
        regrouped += now.length - most(now);
      }
    }
    assertThat(regrouped).isLessThan(old / 20);
  }

  /// How often the commonest label occurs.
  private static int most(int[] labels) {
    return Arrays.stream(labels)
        .map(label -> (int) Arrays.stream(labels).filter(it -> it == label).count())
        .max()
        .orElse(0);
  }

  private static String text(int subject, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("bread star river song".split(" ")[subject])
          .append(random.nextInt(300))
          .append(' ');
    }
    return text.toString();
  }

  @Test
  void a_topic_without_papers_closes() {
    // Given the papers of topic 1 have left
    int[] subject = IntStream.range(0, 40).map(i -> i < 20 ? 0 : 2).toArray();
    EarlierTopics earlier = earlier(boxed(IntStream.of(subject)));

    Clustering topics =
        grow(papers(subject), method(ClusteringMethod.Choice.WARD, 40), earlier).topics();

    assertThat(topics.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ClusteringMethod.Choice.class,
      names = {"WARD", "KMEANS", "LEIDEN"})
  void without_new_papers_topics_stay_as_they_are(ClusteringMethod.Choice choice) {
    EmbeddingMatrix vectors = RealPapers.vectors();
    ClusteringMethod method = method(choice, 91);
    Clustering first =
        Clusterer.fit(
                vectors,
                NeighborGraph.exact(vectors, 15),
                WordNeighbors.none(vectors.rows()),
                method)
            .topics();

    Clustering next = grow(vectors, method, earlier(boxed(IntStream.of(first.labels())))).topics();

    assertThat(next).isEqualTo(first);
  }

  @Test
  void the_readers_topic_keeps_its_papers_though_they_are_of_two_subjects() {
    int[] subject = subjects(20, 20, 21);
    List<Integer> merged =
        boxed(
            IntStream.range(0, 61)
                .map(i -> i == 60 || i == 0 ? EarlierTopics.NEW : Math.max(0, subject[i] - 1)));
    EmbeddingMatrix vectors = papers(subject);

    Clustering kept =
        grow(vectors, method(ClusteringMethod.Choice.LEIDEN, 61), earlier(merged, 0)).topics();
    Clustering parted =
        grow(vectors, method(ClusteringMethod.Choice.LEIDEN, 61), earlier(merged)).topics();

    assertThat(kept.count()).isEqualTo(2);
    assertThat(kept.members(0)).as("with the new paper").hasSize(40).contains(0);
    assertThat(kept.label(60)).isEqualTo(1);
    assertThat(parted.count()).as("without the reader").isEqualTo(3);
  }

  @Test
  void hidden_papers_stay_in_no_topic() {
    int[] subject = subjects(20, 20, 20);
    EarlierTopics earlier =
        earlier(boxed(IntStream.of(subject).map(it -> it == 1 ? EarlierTopics.NONE : it)));

    Clustering topics =
        grow(papers(subject), method(ClusteringMethod.Choice.LEIDEN, 60), earlier).topics();

    assertThat(topics.count()).isEqualTo(2);
    assertThat(topics.noise()).isEqualTo(20);
  }

  @Test
  void subtopics_go_on_and_new_papers_join_that_of_their_neighbors() {
    int[] subject = subjects(30, 30, 30, 30);
    List<Integer> topics =
        boxed(IntStream.range(0, 120).map(i -> i % 10 == 0 ? EarlierTopics.NEW : subject[i] / 2));
    List<Integer> parts =
        boxed(IntStream.range(0, 120).map(i -> i % 10 == 0 ? EarlierTopics.NONE : subject[i]));

    ClusterTree tree =
        grow(
            papers(subject),
            method(ClusteringMethod.Choice.WARD, 120),
            new EarlierTopics(topics, parts, List.of(), Set.of()));

    assertThat(tree.topics().count()).isEqualTo(2);
    assertThat(tree.level(1).labels()).isEqualTo(subject);
  }

  @Test
  void topics_stay_in_their_areas() {
    int[] subject = subjects(20, 20, 20, 20, 20, 20, 20);
    List<Integer> topics = boxed(IntStream.of(subject));

    ClusterTree tree =
        grow(
            papers(subject),
            method(ClusteringMethod.Choice.WARD, 140),
            new EarlierTopics(topics, topics, List.of(0, 1, 0, 1, 0, 1, 1), Set.of()));

    assertThat(tree.topicLevel()).isEqualTo(1);
    assertThat(IntStream.range(0, 7).map(topic -> tree.parent(1, topic)))
        // The larger area is the first.
        .containsExactly(1, 0, 1, 0, 1, 0, 0);
  }

  @Test
  void groups_of_other_papers_are_refused() {
    EmbeddingMatrix vectors = papers(subjects(10, 10));

    assertThatThrownBy(() ->
            grow(
                vectors,
                method(ClusteringMethod.Choice.WARD, 20),
                earlier(Collections.nCopies(19, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("earlier topics of 19 papers beside 20 vectors");
  }
}
