package org.papermap.embed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.embed.internal.files.DraftFile;
import org.papermap.files.DraftFolder;
import org.papermap.files.OutputFile;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.NpyFile;
import org.papermap.vectors.NpyFile.NpyWriter;

/// Embeds any number of texts in the memory of one batch, and writes two files: the vectors as
/// `.npy`, and the ids as text, one a line. Both appear when the stream is finished. Vectors of a
/// stream that broke off are in the embedder's cache.
///
/// Not safe to use from several threads.
public final class EmbeddingStream implements AutoCloseable {
  /// Texts embedded at a time: 12 MB of vectors, and enough texts of each length for full batches.
  private static final int BATCH = 8192;

  private final Embedder embedder;
  private final DraftFolder draft;
  private final NpyWriter vectors;
  private final DraftFile ids;
  private final ProgressListener progress;
  private final long expected;
  private final List<String> batch = new ArrayList<>();
  private int computed;
  private @Nullable Truncation truncation;

  private EmbeddingStream(
      Embedder embedder,
      DraftFolder draft,
      NpyWriter vectors,
      DraftFile ids,
      ProgressListener progress,
      long expected) {
    this.embedder = embedder;
    this.draft = draft;
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

  /// Begins both files, the ids beside the vectors, see [NpyFile#idsBeside].
  ///
  /// @param embedder stays the caller's to close
  /// @param expected how many texts will come, for the listener alone; -1 if that is not known
  /// @throws org.papermap.files.OutputFile.OutputException if other files are there
  public static EmbeddingStream open(
      Embedder embedder, Path vectors, ProgressListener progress, long expected)
      throws IOException {
    requireFree(vectors);
    Path folder = Objects.requireNonNull(vectors.toAbsolutePath().getParent());
    List<String> names = names(vectors);
    DraftFolder draft = DraftFolder.among(folder, names);
    try {
      NpyWriter npy =
          NpyWriter.open(draft.path().resolve(names.getLast()), embedder.model().dimension());
      try {
        DraftFile ids = DraftFile.open(draft.path().resolve(names.getFirst()));
        return new EmbeddingStream(embedder, draft, npy, ids, progress, expected);
      } catch (IOException e) {
        npy.close();
        throw e;
      }
    } catch (IOException e) {
      draft.close();
      throw e;
    }
  }

  /// Requires, before any work is done, that vectors and their ids may be written: there is nothing
  /// in their places, or what a stream has written.
  ///
  /// @throws org.papermap.files.OutputFile.OutputException if other files are there
  /// @throws IOException if they cannot be written
  public static void requireFree(Path vectors) throws IOException {
    OutputFile.requireGiven(vectors);
    recover(vectors);
    NpyFile.output(vectors).requireOurs();
    Path ids = NpyFile.idsBeside(vectors);
    // Another process that publishes now has moved the vectors away for a moment.
    if (Files.notExists(vectors) && !isBeingPublished(vectors)) {
      new OutputFile(ids, "the ids of vectors", Pattern.compile("^$")).requireOurs();
    }
    OutputFile.requireWritable(
        Objects.requireNonNull(vectors.toAbsolutePath().normalize().getParent()));
  }

  private static boolean isBeingPublished(Path vectors) throws IOException {
    recover(vectors);
    return Files.exists(vectors);
  }

  /// Finishes what a process that died had begun to put in its place.
  static void recover(Path vectors) throws IOException {
    Path folder = vectors.toAbsolutePath().getParent();
    if (folder != null) {
      DraftFolder.recover(folder, names(vectors));
    }
  }

  private static List<String> names(Path vectors) {
    return List.of(
        String.valueOf(NpyFile.idsBeside(vectors).getFileName()),
        String.valueOf(vectors.getFileName()));
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
    draft.publish();
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
    try (draft;
        vectors;
        ids) {
      batch.clear();
    }
  }
}
