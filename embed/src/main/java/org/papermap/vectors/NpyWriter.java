package org.papermap.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.papermap.embed.internal.files.DraftFile;

/// Writes a `.npy` file whose number of rows is known only at the end. The file appears in full
/// when it is published. Not safe to use from several threads.
public final class NpyWriter implements AutoCloseable {
  private final DraftFile draft;
  private final int dimension;
  private int rows;

  private NpyWriter(DraftFile draft, int dimension) {
    this.draft = draft;
    this.dimension = dimension;
  }

  /// Begins the file.
  ///
  /// @param dimension of every vector
  public static NpyWriter open(Path file, int dimension) throws IOException {
    DraftFile draft = DraftFile.open(file);
    try {
      draft.write(NpyFile.header(0, dimension));
      return new NpyWriter(draft, dimension);
    } catch (IOException e) {
      draft.close();
      throw e;
    }
  }

  /// Adds the rows of a matrix.
  public void append(EmbeddingMatrix vectors) throws IOException {
    if (vectors.dimension() != dimension) {
      throw new IllegalArgumentException(
          "vectors of %d beside others of %d. Embed all with one model."
              .formatted(vectors.dimension(), dimension));
    }
    FloatBuffer values = vectors.values();
    ByteBuffer row = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < vectors.rows(); i++) {
      row.asFloatBuffer().put(values.slice(i * dimension, dimension));
      draft.write(row.array());
    }
    rows += vectors.rows();
  }

  /// The rows so far.
  public int rows() {
    return rows;
  }

  /// Publishes the file.
  public void publish() throws IOException {
    draft.writeFirst(NpyFile.header(rows, dimension));
    draft.publish();
  }

  /// Deletes an unpublished file.
  @Override
  public void close() throws IOException {
    draft.close();
  }
}
