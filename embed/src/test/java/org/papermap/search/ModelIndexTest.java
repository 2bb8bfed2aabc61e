package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// Lookup with the models that users have.
class ModelIndexTest {
  private static final Corpus CORPUS =
      Corpus.of(
          List.of(
              Paper.of("d1", "Fast diffusion", "We speed up image generation by diffusion models."),
              Paper.of("l1", "Cache compression", "We shrink the cache of large language models."),
              Paper.of("d2", "Video synthesis", "A diffusion model makes videos from text."),
              Paper.of("r1", "Dense retrieval", "We index passages for question answering.")));

  @ParameterizedTest
  @ValueSource(strings = {"all-MiniLM-L6-v2", "bge-small-en-v1.5"})
  void a_text_finds_the_papers_on_its_subject(String model, @TempDir Path folder)
      throws IOException {
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().model(model))) {
      EmbeddingMatrix vectors = embedder.embed(CORPUS.texts());
      PaperIndex exact = PaperIndex.of(CORPUS, vectors, embedder);
      try (PaperIndexWriter writer = PaperIndexWriter.open(folder, embedder)) {
        writer.put(CORPUS.papers());
        writer.commit();
      }
      float[] query =
          embedder
              .embed(List.of("pictures by diffusion"), TextKind.QUERY, ProgressListener.NONE)
              .vectors()
              .row(0);

      List<Neighbor> found = exact.nearest("pictures by diffusion", 2);

      assertThat(PaperIndexContract.ids(found)).containsExactlyInAnyOrder("d1", "d2");
      // The text is taken for a query, with the prefix that the model wants of one.
      assertThat(found).isEqualTo(exact.nearest(query, 2));
      try (PaperIndex onDisk = PaperIndex.open(folder, embedder)) {
        assertThat(onDisk.nearest("pictures by diffusion", 2)).isEqualTo(found);
      }
    }
  }

  @Test
  void an_id_that_comes_with_a_paper_finds_what_is_like_it() throws IOException {
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      PaperIndex index = PaperIndex.of(CORPUS, embedder.embed(CORPUS.texts()), embedder);

      assertThat(PaperIndexContract.ids(index.nearestTo("d1", 10))).hasSize(3).startsWith("d2");
    }
  }
}
