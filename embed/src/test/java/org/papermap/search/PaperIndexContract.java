package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.corpus.Paper;
import org.papermap.neighbors.RandomVectors;
import org.papermap.search.Neighbor.Highlight;
import org.papermap.vectors.EmbeddingMatrix;

/// What every index does, whatever is inside.
public abstract class PaperIndexContract {
  static final WordEmbedder EMBEDDER = new WordEmbedder(64);

  @TempDir Path folder;
  private final List<PaperIndex> opened = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (PaperIndex index : opened) {
      index.close();
    }
  }

  /// The index, which is closed after the test.
  final PaperIndex opened(PaperIndex index) {
    opened.add(index);
    return index;
  }

  /// The folder of a new index on disk.
  final Path written(List<Paper> papers, EmbeddingMatrix vectors) throws IOException {
    Path place = folder.resolve("index" + opened.size());
    try (PaperIndexWriter writer = PaperIndexWriter.open(place, EMBEDDER)) {
      writer.put(papers, vectors);
      writer.commit();
    }
    return place;
  }

  private static final Paper DIFFUSION =
      paper(
          "d1", "Fast diffusion", "image diffusion sampling", "Ada Lovelace", "2023-05-01", "art");
  private static final Paper VIDEO =
      paper(
          "d2", "Video diffusion", "video diffusion sampling", "Alan Turing", "2024-02-29", "art");
  private static final Paper CACHE =
      paper(
          "l1", "Cache compression", "language cache memory", "Ada Lovelace", "2024-07-01", "text");
  private static final Paper RETRIEVAL =
      new Paper(
          "r1", "Dense retrieval", "passage retrieval language", List.of(), null, null, Map.of());

  static final List<Paper> PAPERS = List.of(DIFFUSION, VIDEO, CACHE, RETRIEVAL);

  /// The index over these papers, with these vectors.
  abstract PaperIndex index(List<Paper> papers, EmbeddingMatrix vectors) throws IOException;

  /// How much of the ten nearest it finds at least.
  abstract double leastRecall();

  private PaperIndex index() throws IOException {
    return index(PAPERS, EMBEDDER.embed(PAPERS.stream().map(Paper::text).toList()));
  }

  private static Paper paper(
      String id, String title, String text, String author, String date, String topic) {
    return new Paper(
        id,
        title,
        text,
        List.of(author, "Grace Hopper"),
        LocalDate.parse(date),
        URI.create("https://example.org/" + id),
        Map.of("topic", topic, "Theme", "Speed; " + title));
  }

  static List<String> ids(List<Neighbor> neighbors) {
    return neighbors.stream().map(it -> it.paper().id()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void a_text_finds_papers_with_all_they_have(SearchMode mode) throws IOException {
    List<Neighbor> found = index().nearest(Query.text("video diffusion").withK(2).withMode(mode));

    assertThat(found).extracting(Neighbor::rank).containsExactly(1, 2);
    assertThat(found).extracting(Neighbor::paper).containsExactly(VIDEO, DIFFUSION);
    assertThat(found.get(0).score()).isGreaterThan(found.get(1).score());
    assertThat(index().paper("d2")).contains(VIDEO);
    assertThat(index().paper("d9")).isEmpty();
    assertThat(index().size()).isEqualTo(4);
  }

  @Test
  void the_score_of_meaning_is_the_cosine() throws IOException {
    Neighbor first = index().nearest(VIDEO.text(), 1).get(0);

    assertThat(first.similarity()).isCloseTo(1, within(1e-6f));
    assertThat(first.score()).isCloseTo(cosine(first), within(1e-6));
  }

  @Test
  void the_score_of_words_is_bm25() throws IOException {
    List<Paper> papers =
        List.of(
            Paper.of("1", "alpha beta", "gamma delta"),
            Paper.of("2", "alpha alpha", "gamma delta"),
            Paper.of("3", "gamma gamma", "delta delta"));
    PaperIndex index = index(papers, EMBEDDER.embed(papers.stream().map(Paper::text).toList()));

    List<Neighbor> found = index.nearest(Query.text("the alphas").withMode(SearchMode.KEYWORD));

    // idf = ln(1 + (3 − 2 + ½) / (2 + ½)); all papers have four words, so lengths cancel out.
    double idf = Math.log(1 + 1.5 / 2.5);
    assertThat(ids(found)).containsExactly("2", "1");
    assertThat(found.get(0).score()).isCloseTo(idf * 2 / (2 + 1.2), within(1e-5));
    assertThat(found.get(1).score()).isCloseTo(idf / (1 + 1.2), within(1e-5));
    assertThat(found.get(0).similarity()).isNull();
  }

  @Test
  void the_score_of_both_is_the_weighted_sum_of_standard_scores() throws IOException {
    Query query = Query.text("language sampling diffusion");
    Map<String, Double> meaning = scores(query);
    Map<String, Double> words = scores(query.withMode(SearchMode.KEYWORD));

    List<Neighbor> both = index().nearest(query.withMode(SearchMode.HYBRID));

    assertThat(both).hasSize(4).isSortedAccordingTo(Comparator.comparing(it -> -it.score()));
    for (Neighbor neighbor : both) {
      String id = neighbor.paper().id();
      assertThat(neighbor.score())
          .isCloseTo(
              Fusion.MEANING * standard(meaning, id) + (1 - Fusion.MEANING) * standard(words, id),
              within(1e-5));
      assertThat((double) cosine(neighbor)).isCloseTo(meaning.get(id), within(1e-6));
    }
  }

  private Map<String, Double> scores(Query query) throws IOException {
    Map<String, Double> scores = new HashMap<>();
    PAPERS.forEach(paper -> scores.put(paper.id(), 0.0));
    index().nearest(query).forEach(it -> scores.put(it.paper().id(), it.score()));
    return scores;
  }

  private static double standard(Map<String, Double> scores, String id) {
    double mean = scores.values().stream().mapToDouble(it -> it).sum() / 4;
    double variance =
        scores.values().stream().mapToDouble(it -> (it - mean) * (it - mean)).sum() / 4;
    return (scores.getOrDefault(id, Double.NaN) - mean) / Math.sqrt(variance);
  }

  @ParameterizedTest
  @EnumSource
  void a_paper_is_not_among_its_own_nearest(SearchMode mode) throws IOException {
    List<Neighbor> found = index().nearest(Query.paper("d1").withMode(mode));

    assertThat(ids(found)).doesNotContain("d1").startsWith("d2");
    assertThat(ids(index().nearestTo("d1", 1))).containsExactly("d2");
  }

  @Test
  void several_papers_pull_and_push() throws IOException {
    List<Neighbor> like = index().nearest(Query.papers(List.of("d1", "l1"), List.of()));
    List<Neighbor> unlike = index().nearest(Query.papers(List.of("l1"), List.of("d1")));

    assertThat(ids(like)).containsExactlyInAnyOrder("d2", "r1");
    assertThat(ids(unlike)).containsExactly("r1", "d2");
    double alone = cosineOf("d2", index().nearestTo("l1", 4));
    assertThat(cosineOf("d2", unlike)).isLessThan(alone);
  }

  private static double cosineOf(String id, List<Neighbor> found) {
    return cosine(
        found.stream().filter(it -> it.paper().id().equals(id)).findFirst().orElseThrow());
  }

  private static float cosine(Neighbor neighbor) {
    return Objects.requireNonNull(neighbor.similarity());
  }

  @ParameterizedTest
  @EnumSource
  void on_request_each_answer_tells_its_best_sentence(SearchMode mode) throws IOException {
    Paper two =
        Paper.of("two", "Two matters", "Cells divide in bone, cf. Fig. 2. Graphs have nodes.");
    List<Paper> papers = List.of(two, Paper.of("other", "Graphs of cells", "It has one"));
    PaperIndex index = index(papers, EMBEDDER.embed(papers.stream().map(Paper::text).toList()));

    List<Neighbor> graphs =
        index.nearest(Query.text("graphs nodes").withMode(mode).withHighlights());
    List<Neighbor> cells = index.nearest(Query.text("cells bone").withMode(mode).withHighlights());

    assertThat(highlightOf("two", graphs).sentence()).isEqualTo("Graphs have nodes.");
    assertThat(highlightOf("two", cells).sentence()).isEqualTo("Cells divide in bone, cf. Fig. 2.");
    assertThat(highlightOf("other", cells).sentence()).isEqualTo("It has one");
    float[] question = EMBEDDER.embed(List.of("graphs nodes")).row(0);
    float[] sentence = EMBEDDER.embed(List.of("Graphs have nodes.")).row(0);
    assertThat((double) highlightOf("two", graphs).similarity())
        .isCloseTo(oracle(question, sentence), within(1e-6));
    assertThat(index.nearest(Query.text("cells").withMode(mode)))
        .allMatch(it -> it.highlight() == null);
  }

  @Test
  void papers_and_vectors_have_reasons_too() throws IOException {
    float[] vector = EMBEDDER.embed(List.of("passage retrieval")).row(0);

    assertThat(index().nearest(Query.paper("d1").withHighlights()))
        .allMatch(it -> it.highlight() != null);
    assertThat(highlightOf("r1", index().nearest(Query.vector(vector).withHighlights())).sentence())
        .isEqualTo("passage retrieval language");
  }

  private static Highlight highlightOf(String id, List<Neighbor> found) {
    return found.stream()
        .filter(it -> it.paper().id().equals(id))
        .map(it -> Objects.requireNonNull(it.highlight()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void many_threads_get_the_answers_that_one_gets() throws Exception {
    List<Paper> papers = papers(300);
    EmbeddingMatrix vectors = EMBEDDER.embed(papers.stream().map(Paper::text).toList());
    List<Query> queries = new ArrayList<>();
    for (SearchMode mode : SearchMode.values()) {
      for (int i = 0; i < 20; i++) {
        queries.add(Query.text("abstract number " + i).withMode(mode));
      }
    }
    List<List<Neighbor>> expected = new ArrayList<>();
    PaperIndex alone = index(papers, vectors);
    for (Query query : queries) {
      expected.add(alone.nearest(query));
    }
    PaperIndex shared = index(papers, vectors);

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<List<Neighbor>>>> all =
          Collections.nCopies(
              8,
              () -> {
                List<List<Neighbor>> answers = new ArrayList<>();
                for (Query query : queries) {
                  answers.add(shared.nearest(query));
                }
                return answers;
              });
      for (Future<List<List<Neighbor>>> answers : threads.invokeAll(all)) {
        assertThat(answers.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void a_pasted_abstract_finds_its_paper() throws IOException {
    for (SearchMode mode : SearchMode.values()) {
      for (Paper paper : PAPERS) {
        Query pasted = Query.text(paper.abstractText() + "\n").withMode(mode).withK(1);
        assertThat(index().nearest(pasted)).extracting(Neighbor::paper).containsExactly(paper);
      }
    }
  }

  @Test
  void what_scores_less_is_left_out() throws IOException {
    List<Neighbor> all = index().nearest(Query.text("video diffusion"));

    assertThat(index().nearest(Query.text("video diffusion").withMinScore(all.get(1).score())))
        .isEqualTo(all.subList(0, 2));
    assertThat(index().nearest(Query.text("video").withMinScore(1.1))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void filters_leave_what_passes(SearchMode mode) throws IOException {
    Query query = Query.text("language diffusion cache sampling").withMode(mode);
    Map<Filter, Set<String>> expected = new HashMap<>();
    expected.put(Filter.all(), Set.of("d1", "d2", "l1", "r1"));
    expected.put(Filter.field("topic", "ART"), Set.of("d1", "d2"));
    expected.put(Filter.field("theme", "speed"), Set.of("d1", "d2", "l1"));
    expected.put(Filter.field("theme", "video diffusion"), Set.of("d2"));
    expected.put(Filter.field("theme", "diffusion"), Set.of());
    expected.put(Filter.field("author", "ada lovelace"), Set.of("d1", "l1"));
    expected.put(Filter.field("author", "Grace Hopper"), Set.of("d1", "d2", "l1"));
    expected.put(Filter.field("year", "2024"), Set.of("d2", "l1"));
    expected.put(Filter.field("id", "r1"), Set.of("r1"));
    expected.put(Filter.field("url", "https://example.org/d1"), Set.of("d1"));
    expected.put(Filter.field("no such field", "1"), Set.of());
    expected.put(dates("2024-02-29", "2024-07-01"), Set.of("d2", "l1"));
    expected.put(dates("2024-03-01", null), Set.of("l1"));
    expected.put(dates(null, "2024-02-28"), Set.of("d1"));
    expected.put(Filter.dates(null, null), Set.of("d1", "d2", "l1"));
    expected.put(Filter.where(it -> it.title().contains("D")), Set.of("r1"));
    expected.put(Filter.field("topic", "art").and(dates("2024-01-01", null)), Set.of("d2"));
    expected.put(
        Filter.field("year", "2024").and(Filter.where(it -> it.id().startsWith("l"))),
        Set.of("l1"));

    for (Map.Entry<Filter, Set<String>> each : expected.entrySet()) {
      assertThat(ids(index().nearest(query.withFilter(each.getKey()))))
          .as(each.getKey().toString())
          .hasSameElementsAs(each.getValue());
    }
  }

  private static Filter dates(@Nullable String from, @Nullable String to) {
    return Filter.dates(
        from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  @Test
  void a_filter_that_few_pass_still_finds_them() throws IOException {
    List<Paper> papers = papers(2000);
    PaperIndex index = index(papers, RandomVectors.of(2000, 64, 4));
    Filter few = Filter.where(paper -> paper.id().endsWith("77"));

    for (SearchMode mode : SearchMode.values()) {
      List<Neighbor> found =
          index.nearest(Query.text("paper").withMode(mode).withK(30).withFilter(few));

      assertThat(found).as(mode.toString()).hasSize(20);
      assertThat(found).allMatch(it -> it.paper().id().endsWith("77"));
    }
  }

  @Test
  void the_ten_nearest_are_those_of_sorting_all_double_products() throws IOException {
    EmbeddingMatrix vectors = clustered(4000, 9);
    EmbeddingMatrix queries = clustered(1000, 10);
    PaperIndex index = index(papers(4000), vectors);
    int found = 0;
    for (int query = 0; query < 1000; query++) {
      float[] vector = queries.row(query);
      double[] oracle =
          IntStream.range(0, 4000).mapToDouble(row -> oracle(vectors.row(row), vector)).toArray();
      List<String> expected =
          IntStream.range(0, 4000)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer row) -> -oracle[row])
                      .thenComparing(Comparator.naturalOrder()))
              .limit(10)
              .map(row -> "p" + row)
              .toList();

      List<String> actual = ids(index.nearest(vector, 10));

      Set<String> both = new HashSet<>(expected);
      both.retainAll(actual);
      found += both.size();
      if (leastRecall() == 1) {
        assertThat(actual).isEqualTo(expected);
      }
    }
    assertThat(found / 10_000.0).isGreaterThanOrEqualTo(leastRecall());
  }

  /// Directions around forty others, as papers stand around their subjects.
  private static EmbeddingMatrix clustered(int rows, long seed) {
    EmbeddingMatrix subjects = RandomVectors.of(40, 64, 1);
    Random random = new Random(seed);
    float[] values = new float[rows * 64];
    for (int row = 0; row < rows; row++) {
      float[] subject = subjects.row(random.nextInt(40));
      for (int j = 0; j < 64; j++) {
        values[row * 64 + j] = subject[j] + (float) random.nextGaussian() / 10;
      }
    }
    return EmbeddingMatrix.normalized(values, 64);
  }

  public static double oracle(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }

  static List<Paper> papers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Paper.of("p" + i, "A paper", "Abstract of number " + i))
        .toList();
  }

  @Test
  void ties_go_to_the_earlier_paper_and_more_than_there_are_gives_all() throws IOException {
    float[] values = new float[5 * 64];
    for (int row = 0; row < 5; row++) {
      values[row * 64] = 1;
    }
    PaperIndex same = index(papers(5), EmbeddingMatrix.of(values, 64));

    assertThat(ids(same.nearestTo("p2", 9))).containsExactly("p0", "p1", "p3", "p4");
    assertThat(ids(same.nearestTo("p2", 2))).containsExactly("p0", "p1");
  }

  @Test
  void diversity_prefers_what_is_new_among_what_is_near() throws IOException {
    // The query is the first axis; cosines .9, .9 and .8, the first two papers being the same.
    float[] values = new float[3 * 64];
    for (int row = 0; row < 3; row++) {
      double near = row < 2 ? 0.9 : 0.8;
      values[row * 64] = (float) near;
      values[row * 64 + 1 + row / 2] = (float) Math.sqrt(1 - near * near);
    }
    PaperIndex index = index(papers(3), EmbeddingMatrix.of(values, 64));
    float[] axis = new float[64];
    axis[0] = 1;

    // Third paper: ½ × .8 − ½ × .72 = .04; the second: ½ × .9 − ½ × 1 = −.05.
    assertThat(ids(index.nearest(Query.vector(axis).withDiversity(0.5))))
        .containsExactly("p0", "p2", "p1");
    // With λ = .9: .72 − .072 = .648 against .81 − .1 = .71.
    assertThat(ids(index.nearest(Query.vector(axis).withDiversity(0.1))))
        .containsExactly("p0", "p1", "p2");
    assertThat(index.nearest(Query.vector(axis).withDiversity(0.5).withK(2))).hasSize(2);
  }

  @Test
  void what_is_new_is_unlike_all_that_was_chosen_and_not_the_last_alone() throws IOException {
    // The query is the first axis; each paper has a direction of its own beside, but for the last,
    // which is the first once more.
    double[] near = {0.9, 0.8, 0.7, 0.9};
    float[] values = new float[4 * 64];
    for (int row = 0; row < 4; row++) {
      values[row * 64] = (float) near[row];
      values[row * 64 + 1 + row % 3] = (float) Math.sqrt(1 - near[row] * near[row]);
    }
    PaperIndex index = index(papers(4), EmbeddingMatrix.of(values, 64));
    float[] axis = new float[64];
    axis[0] = 1;

    // After p0, p1 has ½ × .8 − ½ × .72 = .04 against .035 of p2. Then p3, unlike p1 though it is,
    // has ½ × .9 − ½ × 1 = −.05.
    assertThat(ids(index.nearest(Query.vector(axis).withDiversity(0.5))))
        .containsExactly("p0", "p1", "p2", "p3");
  }

  @Test
  void a_vector_of_any_length_will_do_but_zero() throws IOException {
    float[] longer = EMBEDDER.embed(List.of(CACHE.text())).row(0);
    for (int j = 0; j < longer.length; j++) {
      longer[j] *= 3;
    }
    PaperIndex index = index();

    assertThat(index.nearest(longer, 1).get(0).paper()).isEqualTo(CACHE);
    assertThat(index.nearest(longer, 1).get(0).similarity()).isCloseTo(1, within(1e-6f));
    assertThatThrownBy(() -> index.nearest(new float[64], 1))
        .isInstanceOf(IllegalArgumentException.class);
    longer[0] = Float.NaN;
    assertThatThrownBy(() -> index.nearest(longer, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.nearest(new float[] {1, 0, 0}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a vector of 3 beside papers of 64");
  }

  @ParameterizedTest
  @EnumSource
  void without_papers_there_is_no_answer(SearchMode mode) throws IOException {
    PaperIndex empty = index(List.of(), EmbeddingMatrix.of(new float[0], 64));

    assertThat(empty.size()).isZero();
    assertThat(empty.nearest(Query.text("anything").withMode(mode))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_text_without_words_is_no_error(SearchMode mode) throws IOException {
    int expected = mode == SearchMode.KEYWORD ? 0 : 4;

    assertThat(index().nearest(Query.text("the … of").withMode(mode))).hasSize(expected);
    assertThat(index().nearest(Query.text("").withMode(mode))).hasSize(expected);
  }

  @Test
  void what_cannot_be_asked_is_refused_by_name() throws IOException {
    PaperIndex index = index();

    assertThatThrownBy(() -> index.nearest("text", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.nearestTo("d1", -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.nearestTo("d9", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id \"d9\": not among the 4 papers. Give an id as the corpus has it.");
    assertThatThrownBy(() -> Query.papers(List.of(), List.of("d1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Query.text("a").withDiversity(1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Query.text("a").withMinScore(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Query.vector(1, 0).withMode(SearchMode.KEYWORD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dates("2024-02-02", "2024-02-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
