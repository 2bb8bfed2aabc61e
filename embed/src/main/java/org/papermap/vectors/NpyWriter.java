package org.papermap.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.papermap.embed.internal.files.DraftFile;

/// Writes a `.npy` file of vectors whose number is not known before they have all come. The file is
/// there in full once it is published, or not at all. Not safe to use from several threads.
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

  /// How many rows there are so far.
  public int rows() {
    return rows;
  }

  /// Puts the file in its place.
  public void publish() throws IOException {
    draft.writeFirst(NpyFile.header(rows, dimension));
    draft.publish();
  }

  /// Clears away what has not been published.
  @Override
  public void close() throws IOException {
    draft.close();
  }
}
