package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.internal.cache.EmbeddingCache;
import org.papermap.embed.internal.engine.HashedTexts;
import org.papermap.embed.internal.engine.TestModels;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.NpyFile;

class EmbeddingStreamTest {
  @TempDir private Path folder;

  @Test
  void a_stream_gives_the_rows_that_one_call_gives() throws IOException {
    // Three batches, the last of them small.
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2 * 8192 + 5; i++) {
      texts.add("text " + i % 6000);
    }
    try (Embedder embedder = embedder()) {
      EmbeddingStream.Outcome outcome = stream(embedder, texts);

      assertThat(NpyFile.read(npy()).values()).isEqualTo(embedder.embed(texts).values());
      assertThat(ids()).content().startsWith("0\n1\n").endsWith("\n16388\n");
      assertThat(outcome.texts()).isEqualTo(texts.size());
      assertThat(outcome.computed()).isEqualTo(6000);
      assertThat(outcome.truncation().texts()).isEqualTo(texts.size());
      assertThat(outcome.truncation().cutTexts()).isZero();
    }
  }

  @Test
  void no_texts_give_an_array_of_no_rows() throws IOException {
    try (Embedder embedder = embedder()) {
      assertThat(stream(embedder, List.of()).texts()).isZero();
    }

    assertThat(NpyFile.read(npy()).rows()).isZero();
    assertThat(ids()).isEmptyFile();
  }

  @Test
  void a_stream_that_breaks_off_leaves_no_file_and_is_continued() throws IOException {
    try (Embedder embedder = embedder()) {
      assertThatThrownBy(
              () -> {
                try (EmbeddingStream stream = open(embedder, ProgressListener.NONE)) {
                  for (int i = 0; i < 10_000; i++) {
                    stream.add(Integer.toString(i), "text " + i);
                  }
                  throw new IOException("power cut");
                }
              })
          .hasMessage("power cut");
      assertThat(npy()).doesNotExist();
      assertThat(ids()).doesNotExist();

      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        texts.add("text " + i);
      }
      assertThat(stream(embedder, texts).computed()).isEqualTo(10_000 - 8192);
    }
  }

  @Test
  void progress_counts_over_all_batches() throws IOException {
    List<Long> heard = new ArrayList<>();
    try (Embedder embedder = embedder();
        EmbeddingStream stream =
            open(
                embedder,
                (_, done, total) -> {
                  assertThat(total).isEqualTo(9000);
                  heard.add(done);
                })) {
      for (int i = 0; i < 9000; i++) {
        stream.add(Integer.toString(i), "text " + i);
      }
      stream.finish();
    }

    assertThat(heard).isSorted().endsWith(9000L);
  }

  private EmbeddingStream.Outcome stream(Embedder embedder, List<String> texts) throws IOException {
    try (EmbeddingStream stream = open(embedder, ProgressListener.NONE)) {
      for (int i = 0; i < texts.size(); i++) {
        stream.add(Integer.toString(i), texts.get(i));
      }
      return stream.finish();
    }
  }

  private EmbeddingStream open(Embedder embedder, ProgressListener progress) throws IOException {
    return EmbeddingStream.open(embedder, npy(), progress, 9000);
  }

  /// Behind a real cache, a model that makes a vector of a text's hash at once.
  private Embedder embedder() {
    return new CachedEmbedder(
        TestModels.MINILM, "id", EmbeddingCache.of(folder, "id", 384), HashedTexts::new);
  }

  private Path npy() {
    return folder.resolve("vectors.npy");
  }

  private Path ids() {
    return NpyFile.idsBeside(npy());
  }
}
