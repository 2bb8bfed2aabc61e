package org.papermap.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.progress.ProgressListener;

/// An embedder that keeps no vectors.
final class DirectEmbedder implements Embedder {
  private static final String STAGE = "embedding";

  private final ModelSpec model;
  private final TextEncoder.Opener opener;
  private @Nullable TextEncoder opened;
  private boolean closed;

  private DirectEmbedder(ModelSpec model, TextEncoder.Opener opener) {
    this.model = model;
    this.opener = opener;
  }

  static DirectEmbedder open(ModelSpec model, Path cacheFolder) {
    return new DirectEmbedder(
        model,
        () ->
            SentenceTransformer.open(
                model, cacheFolder, KernelChoice.of(cacheFolder, model.dtype()).kernel()));
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public String identity() {
    return ModelIdentity.of(model);
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress)
      throws IOException {
    String prefix = model.prefix(kind);
    int dimension = model.dimension();
    float[] vectors = new float[Math.multiplyExact(texts.size(), dimension)];
    int[] tokens = new int[texts.size()];
    int[] done = new int[1];
    encoder()
        .encode(
            texts.stream().map(text -> prefix + text).toList(),
            (rows, found, counts) -> {
              for (int i = 0; i < rows.length; i++) {
                System.arraycopy(found, i * dimension, vectors, rows[i] * dimension, dimension);
                tokens[rows[i]] = counts[i];
              }
              done[0] += rows.length;
              progress.progressed(STAGE, done[0], texts.size());
            });
    return Embeddings.of(
        EmbeddingMatrix.of(vectors, dimension), tokens, model.maxTokens(), texts.size());
  }

  private synchronized TextEncoder encoder() throws IOException {
    if (closed) {
      throw new IllegalStateException(model.name() + ": closed. Open the model again.");
    }
    if (opened == null) {
      opened = opener.open();
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
