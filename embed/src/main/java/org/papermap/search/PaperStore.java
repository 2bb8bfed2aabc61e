package org.papermap.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.papermap.embed.Embedder;

/// An index on disk that one process changes and asks: every change is committed, and then found.
/// Safe to use from any thread; one process writes a folder at a time.
public final class PaperStore implements AutoCloseable {
  private final PaperIndexWriter writer;
  private final PaperIndex index;

  private PaperStore(PaperIndexWriter writer, PaperIndex index) {
    this.writer = writer;
    this.index = index;
  }

  /// Opens the store in a folder, or makes one.
  ///
  /// @param embedder stays the caller's to close
  /// @throws PaperIndexException if there is an index of another model, or a damaged one, or one
  ///   that is being written
  public static PaperStore open(Path folder, Embedder embedder) throws IOException {
    PaperIndexWriter writer = PaperIndexWriter.open(folder, embedder);
    try {
      writer.commit();
      return new PaperStore(writer, PaperIndex.open(folder, embedder));
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /// What changes the index.
  @FunctionalInterface
  public interface Change {
    void apply(PaperIndexWriter writer) throws IOException;
  }

  /// Makes a change and commits it. Changes are made one after another.
  ///
  /// @throws UncheckedIOException if the model cannot be loaded or the index cannot be written
  public synchronized void change(Change change) {
    try {
      change.apply(writer);
      writer.commit();
      boolean _ = index.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The index as the last change left it. It is closed with the store.
  public PaperIndex index() {
    return index;
  }

  @Override
  public synchronized void close() throws IOException {
    index.close();
    writer.close();
  }
}
