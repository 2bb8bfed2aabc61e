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

/// Embeds texts as they come and writes their vectors as they are made, with memory for one batch
/// of them, however many there are. Two files come of it, a `.npy` of the vectors and a text of
/// their ids, a line each; both take their places when the stream is finished. What a stream that
/// broke off has embedded is in the cache of its embedder.
///
/// Not safe to use from several threads.
public final class EmbeddingStream implements AutoCloseable {
  /// Texts embedded at a time: 12 MB of vectors, and enough texts of each length to go through the
  /// model together.
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

  /// What became of the texts of a stream.
  ///
  /// @param texts how many there were
  /// @param computed how many the model was run on; the cache had the others
  /// @param truncation how much of them the model did not read
  public record Outcome(int texts, int computed, Truncation truncation) {}

  /// Begins both files.
  ///
  /// @param embedder stays the caller's to close
  /// @param expected how many texts will come, for the listener alone; -1 if that is not known
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

  /// Takes one more passage.
  ///
  /// @param id what its line in the file of ids says, without line breaks
  public void add(String id, String text) throws IOException {
    ids.write((id + "\n").getBytes(StandardCharsets.UTF_8));
    batch.add(text);
    if (batch.size() == BATCH) {
      embedBatch();
    }
  }

  /// Embeds what is left, and puts both files in their places.
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

  /// Clears away what has not been finished.
  @Override
  public void close() throws IOException {
    try (vectors;
        ids) {
      batch.clear();
    }
  }
}
