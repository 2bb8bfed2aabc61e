package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.embed.internal.cache.EmbeddingCache;
import org.papermap.embed.internal.engine.SampleTexts;
import org.papermap.embed.internal.engine.SentenceTransformer;
import org.papermap.embed.internal.engine.TestModels;
import org.papermap.embed.internal.engine.TextEncoder;
import org.papermap.embed.internal.engine.VectorSink;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

class CachedEmbedderTest {
  private static final List<String> TEXTS =
      List.of("one text", "", SampleTexts.words(300), "one text", "another, longer text");

  private static SentenceTransformer miniLm;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    miniLm = TestModels.open(TestModels.MINILM, 2);
  }

  @AfterAll
  static void close() {
    miniLm.close();
  }

  @Test
  void the_first_run_computes_each_distinct_text_once() throws IOException {
    Embeddings first = embed(TEXTS);

    assertThat(first.computed()).isEqualTo(4);
    assertThat(first.vectors().rows()).isEqualTo(5);
    assertThat(first.vectors().row(3)).isEqualTo(first.vectors().row(0));
    assertThat(first.truncation()).isEqualTo(new Truncation(256, 5, 1, 4 + 2 + 302 + 4 + 6, 46));
  }

  @Test
  void the_second_run_gives_the_same_bits_and_opens_no_model() throws IOException {
    Embeddings first = embed(TEXTS);

    try (Embedder again = new CachedEmbedder(TestModels.MINILM, "id", cache(), neverOpened())) {
      Embeddings second = again.embed(TEXTS, TextKind.PASSAGE, ProgressListener.NONE);

      assertThat(second.computed()).isZero();
      assertThat(second.vectors().values()).isEqualTo(first.vectors().values());
      assertThat(second.truncation()).isEqualTo(first.truncation());
    }
  }

  @Test
  void editing_one_text_computes_one_with_the_bits_of_a_fresh_run(@TempDir Path fresh)
      throws IOException {
    embed(TEXTS);
    List<String> edited = new ArrayList<>(TEXTS);
    edited.set(4, "another, edited text");

    Embeddings second = embed(edited);

    assertThat(second.computed()).isEqualTo(1);
    Embeddings anew = embed(edited, fresh);
    assertThat(anew.computed()).isEqualTo(4);
    assertThat(second.vectors().values()).isEqualTo(anew.vectors().values());
  }

  @Test
  void a_damaged_entry_is_computed_again() throws IOException {
    embed(TEXTS);
    Path file = cache().file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 100] ^= 1;
    Files.write(file, bytes);

    assertThat(embed(TEXTS).computed()).isEqualTo(1);
    assertThat(embed(TEXTS).computed()).isZero();
  }

  @Test
  void a_cache_that_cannot_be_written_costs_its_use_and_no_vectors() throws IOException {
    // Whoever runs the tests may be allowed to write anywhere, but to no folder as if it were a
    // file.
    Path file = cache().file();
    Files.createDirectories(file.resolveSibling(file.getFileName() + ".lock"));

    Embeddings first = embed(TEXTS);

    assertThat(first.computed()).isEqualTo(4);
    assertThat(embed(TEXTS).computed()).isEqualTo(4);
    assertThat(embed(TEXTS).vectors().values()).isEqualTo(first.vectors().values());
  }

  @Test
  void batches_that_were_done_before_a_crash_are_not_done_again() throws IOException {
    TextEncoder dies =
        new TextEncoder() {
          @Override
          public void encode(List<String> texts, VectorSink sink) throws IOException {
            miniLm.encode(texts.subList(0, 2), sink);
            throw new IOException("power cut");
          }

          @Override
          public void close() {}
        };
    try (Embedder first = new CachedEmbedder(TestModels.MINILM, "id", cache(), () -> dies)) {
      assertThatThrownBy(() -> first.embed(TEXTS)).hasMessage("power cut");
    }

    assertThat(embed(TEXTS).computed()).isEqualTo(2);
  }

  @Test
  void the_prefix_of_the_kind_of_text_is_applied() throws IOException {
    ModelSpec plain = TestModels.MINILM;
    ModelSpec prefixed =
        new ModelSpec(
            "prefixed",
            plain.weights(),
            plain.tokenizer(),
            plain.dimension(),
            plain.maxTokens(),
            plain.pooling(),
            "query: ",
            "passage: ",
            plain.licence());
    Embeddings expected = embed(List.of("query: cats", "passage: cats"));

    try (Embedder embedder =
        new CachedEmbedder(prefixed, "other", cache(), () -> leftOpen(miniLm))) {
      assertThat(
              embedder
                  .embed(List.of("cats"), TextKind.QUERY, ProgressListener.NONE)
                  .vectors()
                  .row(0))
          .isEqualTo(expected.vectors().row(0));
      assertThat(embedder.embed(List.of("cats")).row(0)).isEqualTo(expected.vectors().row(1));
    }
  }

  @Test
  void progress_starts_with_what_the_cache_had_and_ends_with_all() throws IOException {
    embed(TEXTS.subList(0, 2));
    List<Long> done = new ArrayList<>();
    try (Embedder embedder = embedder(folder)) {
      embedder.embed(
          TEXTS,
          TextKind.PASSAGE,
          (stage, count, total) -> {
            assertThat(stage).isEqualTo("embedding");
            assertThat(total).isEqualTo(5);
            done.add(count);
          });
    }

    assertThat(done).isSorted().startsWith(3L).endsWith(5L);
  }

  @Test
  void half_a_surrogate_pair_is_not_taken_for_a_question_mark() throws IOException {
    Embeddings found = embed(List.of("a ? b"));

    Embeddings half = embed(List.of("a \ud83d b"));

    assertThat(half.computed()).isEqualTo(1);
    assertThat(half.vectors().values()).isNotEqualTo(found.vectors().values());
    assertThat(embed(List.of("a \ufffd b")).computed()).isZero();
  }

  @Test
  void no_texts_give_a_matrix_of_no_rows() throws IOException {
    try (Embedder embedder = new CachedEmbedder(TestModels.MINILM, "id", cache(), neverOpened())) {
      EmbeddingMatrix none = embedder.embed(List.of());

      assertThat(none.rows()).isZero();
      assertThat(none.dimension()).isEqualTo(384);
    }
  }

  @Test
  void a_closed_embedder_says_so_and_closes_again() {
    Embedder embedder = embedder(folder);
    embedder.close();
    embedder.close();

    assertThatThrownBy(() -> embedder.embed(List.of("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void opening_by_name_gives_the_whole_chain() throws IOException {
    try (Embedder embedder = Embedder.open(TestModels.MINILM)) {
      assertThat(embedder.model()).isEqualTo(TestModels.MINILM);
      assertThat(embedder.identity())
          .isEqualTo(TestModels.MINILM.identity())
          .contains("weights=759c3cd2b7fe7e93", "pooling=mean", "tokens=256");
      assertThat(embedder.embed(TEXTS).values()).isEqualTo(embed(TEXTS).vectors().values());
    }
  }

  @Test
  void every_part_of_an_identity_counts() {
    ModelSpec model = TestModels.MINILM;
    String identity = LinearKernel.PORTABLE.identity(model);

    assertThat(LinearKernel.PORTABLE.identity(TestModels.BGE)).isNotEqualTo(identity);
    assertThat(LinearKernel.PREPACKED.identity(model)).isNotEqualTo(identity);
    assertThat(LinearKernel.PORTABLE.identity(model.withDtype(Dtype.BFLOAT16)))
        .isNotEqualTo(identity);
    assertThat(
            LinearKernel.PORTABLE.identity(
                new ModelSpec(
                    model.name(),
                    model.weights(),
                    model.tokenizer(),
                    model.dimension(),
                    128,
                    model.pooling(),
                    "",
                    "",
                    model.licence())))
        .isNotEqualTo(identity);
  }

  @Test
  void a_model_takes_on_the_numbers_that_an_identity_tells_of() {
    ModelSpec model = TestModels.MINILM;
    ModelSpec half = model.withDtype(Dtype.BFLOAT16);

    assertThat(model.like(half.identity())).isEqualTo(half);
    assertThat(half.like(model.identity())).isEqualTo(model);
    assertThat(half.like(TestModels.BGE.identity())).isEqualTo(half);
  }

  @Test
  void an_embedder_without_a_cache_gives_the_same_vectors_and_embeds_each_time()
      throws IOException {
    try (Embedder cached = Embedder.open(TestModels.MINILM);
        Embedder uncached = Embedder.uncached(TestModels.MINILM, CacheFolder.standard())) {
      EmbeddingMatrix expected = cached.embed(TEXTS);

      for (int i = 0; i < 2; i++) {
        Embeddings found = uncached.embed(TEXTS, TextKind.PASSAGE, ProgressListener.NONE);
        assertThat(found.vectors().values()).isEqualTo(expected.values());
        assertThat(found.computed()).isEqualTo(TEXTS.size());
      }
      assertThat(uncached.identity()).isEqualTo(cached.identity());
    }
  }

  private Embeddings embed(List<String> texts) throws IOException {
    return embed(texts, folder);
  }

  private static Embeddings embed(List<String> texts, Path folder) throws IOException {
    try (Embedder embedder = embedder(folder)) {
      return embedder.embed(texts, TextKind.PASSAGE, ProgressListener.NONE);
    }
  }

  private static Embedder embedder(Path folder) {
    return new CachedEmbedder(
        TestModels.MINILM, "id", EmbeddingCache.of(folder, "id", 384), () -> leftOpen(miniLm));
  }

  private EmbeddingCache cache() {
    return EmbeddingCache.of(folder, "id", 384);
  }

  private static TextEncoder.Opener neverOpened() {
    return () -> {
      throw new AssertionError("the model was opened");
    };
  }

  /// The shared model, which outlives the embedders of single tests.
  private static TextEncoder leftOpen(TextEncoder encoder) {
    return new TextEncoder() {
      @Override
      public void encode(List<String> texts, VectorSink sink) throws IOException {
        encoder.encode(texts, sink);
      }

      @Override
      public void close() {}
    };
  }
}
