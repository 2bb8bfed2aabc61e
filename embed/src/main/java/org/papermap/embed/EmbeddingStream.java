package org.papermap.embed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.files.DraftFile;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.NpyWriter;

/// Embeds any number of texts in the memory of one batch, and writes two files: the vectors as
/// `.npy`, and the ids as text, one a line. Both appear when the stream is finished. Vectors of a
/// stream that broke off are in the embedder's cache.
///
/// Not safe to use from several threads.
public final class EmbeddingStream implements AutoCloseable {
  /// Texts embedded at a time: 12 MB of vectors, and enough texts of each length for full batches.
  private static final int BATCH = 8192;

  private final Embedder embedder;
  private final NpyWriter vectors;
  private final DraftFile ids;
  private final ProgressListener progress;
  private final long expected;
  private final List<String> batch = new ArrayList<>();
  private int computed;
  private @Nullable Truncation truncation;

  private EmbeddingStream(
      Embedder embedder,
      NpyWriter vectors,
      DraftFile ids,
      ProgressListener progress,
      long expected) {
    this.embedder = embedder;
    this.vectors = vectors;
    this.ids = ids;
    this.progress = progress;
    this.expected = expected;
  }

  /// Counts of a finished stream.
  ///
  /// @param texts texts in all
  /// @param computed texts that the model was run on; the others came from the cache
  /// @param truncation how much of them the model did not read
  public record Outcome(int texts, int computed, Truncation truncation) {}

  /// Begins both files.
  ///
  /// @param embedder stays the caller's to close
  /// @param expected how many texts will come, for the listener; -1 if unknown
  public static EmbeddingStream open(
      Embedder embedder, Path vectors, Path ids, ProgressListener progress, long expected)
      throws IOException {
    NpyWriter npy = NpyWriter.open(vectors, embedder.model().dimension());
    try {
      return new EmbeddingStream(embedder, npy, DraftFile.open(ids), progress, expected);
    } catch (IOException e) {
      npy.close();
      throw e;
    }
  }

  /// Adds a passage.
  ///
  /// @param id its line in the file of ids, without line breaks
  public void add(String id, String text) throws IOException {
    ids.write((id + "\n").getBytes(StandardCharsets.UTF_8));
    batch.add(text);
    if (batch.size() == BATCH) {
      embedBatch();
    }
  }

  /// Embeds the last texts and publishes both files.
  public Outcome finish() throws IOException {
    embedBatch();
    vectors.publish();
    ids.publish();
    return new Outcome(
        vectors.rows(),
        computed,
        truncation == null
            ? new Truncation(embedder.model().tokenLimit(), 0, 0, 0, 0)
            : truncation);
  }

  private void embedBatch() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    int before = vectors.rows();
    Embeddings embeddings =
        embedder.embed(
            batch,
            TextKind.PASSAGE,
            (stage, done, _) -> progress.progressed(stage, before + done, expected));
    vectors.append(embeddings.vectors());
    computed += embeddings.computed();
    truncation =
        truncation == null ? embeddings.truncation() : truncation.plus(embeddings.truncation());
    batch.clear();
  }

  /// Deletes the unfinished files.
  @Override
  public void close() throws IOException {
    try (vectors;
        ids) {
      batch.clear();
    }
  }
}
