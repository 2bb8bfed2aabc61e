package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// The search over the papers of the first map, distilled from the real model.
class WordSearchTest {
  private static Corpus corpus;
  private static Embedder embedder;
  private static EmbeddingMatrix vectors;
  private static WordSearch search;

  @BeforeAll
  static void fit() throws IOException {
    corpus = CorpusReader.read(Path.of("..", "data")).corpus();
    embedder = Embedder.open(ModelCatalog.standard().defaultModel());
    vectors = embedder.embed(corpus.texts());
    search = fit(corpus, vectors).orElseThrow();
  }

  private static Optional<WordSearch> fit(Corpus papers, EmbeddingMatrix theirs)
      throws IOException {
    WordSearch.Questions questions = WordSearch.questions(papers);
    EmbeddingMatrix answers =
        questions.texts().isEmpty()
            ? theirs
            : embedder.embed(questions.texts(), TextKind.QUERY, ProgressListener.NONE).vectors();
    return WordSearch.fit(theirs, questions, answers);
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void it_finds_more_of_what_the_model_finds_than_keywords_do() {
    assertThat(search.quality().queries()).isEqualTo(22);
    assertThat(search.quality().meaning()).isGreaterThan(search.quality().keywords());
    assertThat(search.quality().worthwhile()).isTrue();
  }

  @Test
  void a_question_finds_papers_on_its_subject() {
    List<Integer> found = search.nearest("make picture generation by diffusion quicker", 3);

    assertThat(found)
        .allSatisfy(row -> assertThat(corpus.paper(row).text()).containsIgnoringCase("diffusion"));
  }

  @Test
  void on_a_map_that_has_grown_old_papers_keep_their_vectors_and_new_ones_are_found()
      throws IOException {
    // Given a search over all papers but every ninth
    int[] rows = new int[91];
    int[] old = IntStream.range(0, 91).filter(row -> row % 9 != 4).toArray();
    Arrays.fill(rows, -1);
    for (int i = 0; i < old.length; i++) {
      rows[old[i]] = i;
    }
    Corpus fewer = Corpus.of(IntStream.of(old).mapToObj(corpus::paper).toList());
    WordSearch earlier = fit(fewer, vectors.select(old)).orElseThrow();

    WordSearch grown = earlier.grown(rows, vectors);

    assertThat(grown.words()).isEqualTo(earlier.words());
    assertThat(grown.wordVectors().codes()).isEqualTo(earlier.wordVectors().codes());
    for (int i = 0; i < old.length; i++) {
      for (int axis = 0; axis < grown.paperVectors().columns(); axis++) {
        assertThat(grown.paperVectors().value(old[i], axis))
            .isEqualTo(earlier.paperVectors().value(i, axis));
      }
    }
    int found = 0;
    for (int row = 4; row < 91; row += 9) {
      found += grown.nearest(corpus.paper(row).title(), 5).contains(row) ? 1 : 0;
    }
    assertThat(found).as("of ten, by their titles among the first five").isGreaterThan(7);
  }

  @Test
  void case_and_accents_make_no_difference() {
    assertThat(search.nearest("Dïffusion MODELS", 5))
        .isEqualTo(search.nearest("diffusion models", 5));
  }

  @Test
  void a_question_of_unknown_words_finds_nothing() {
    assertThat(search.nearest("xyzzy 人工智能", 5)).isEmpty();
    assertThat(search.nearest("", 5)).isEmpty();
  }

  @Test
  void asking_for_more_than_there_are_finds_all() {
    assertThat(search.nearest("models", 1000)).hasSize(corpus.size()).doesNotHaveDuplicates();
  }

  @Test
  void equal_papers_give_equal_searches() throws IOException {
    WordSearch again = fit(corpus, vectors).orElseThrow();

    assertThat(again.words()).isEqualTo(search.words());
    assertThat(again.wordVectors().codes()).isEqualTo(search.wordVectors().codes());
    assertThat(again.paperVectors().codes()).isEqualTo(search.paperVectors().codes());
    assertThat(again.typicality().codes()).isEqualTo(search.typicality().codes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void the_number_of_threads_makes_no_difference(int threads) throws Exception {
    WordSearch.Questions questions = WordSearch.questions(corpus);
    EmbeddingMatrix answers =
        embedder.embed(questions.texts(), TextKind.QUERY, ProgressListener.NONE).vectors();

    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      WordSearch again =
          pool.submit(() -> WordSearch.fit(vectors, questions, answers)).get().orElseThrow();

      assertThat(again.wordVectors().codes()).isEqualTo(search.wordVectors().codes());
      assertThat(again.paperVectors().codes()).isEqualTo(search.paperVectors().codes());
      assertThat(again.quality()).isEqualTo(search.quality());
    }
  }

  @Test
  void few_papers_are_not_enough_to_learn_from() throws IOException {
    Corpus few = Corpus.of(corpus.papers().subList(0, 39));
    EmbeddingMatrix theirs = embedder.embed(few.texts());

    assertThat(fit(few, theirs)).isEmpty();
  }

  @Test
  void vectors_of_other_papers_are_refused() {
    assertThatThrownBy(() -> fit(corpus, vectors.select(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("91 papers beside 2 vectors. Give those of the same papers.");
  }
}
