package org.papermap.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.embed.internal.engine.SentenceTransformer;
import org.papermap.embed.internal.engine.TextEncoder;
import org.papermap.embed.internal.files.Interruption;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// An embedder without a cache.
final class DirectEmbedder implements Embedder {
  private static final String STAGE = "embedding";

  private final ModelSpec asked;
  private final ModelSpec model;
  private final KernelChoice choice;
  private final TextEncoder.Opener opener;
  private final OnDemand encoder;

  private DirectEmbedder(
      ModelSpec asked, ModelSpec model, KernelChoice choice, TextEncoder.Opener opener) {
    this.asked = asked;
    this.model = model;
    this.choice = choice;
    this.opener = opener;
    this.encoder = new OnDemand(model.name());
  }

  static DirectEmbedder open(ModelSpec asked, Path cacheFolder) {
    KernelChoice choice = KernelChoice.of(cacheFolder, asked.dtype());
    ModelSpec model = choice.calculatedWithNotice(asked);
    return new DirectEmbedder(
        asked, model, choice, () -> SentenceTransformer.open(model, cacheFolder, choice.kernel()));
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public String identity() {
    return model.identity();
  }

  @Override
  public String arithmetic() {
    return choice.words();
  }

  @Override
  public boolean isComparableWith(String other) {
    return other.equals(identity()) || other.equals(asked.identity());
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress)
      throws IOException {
    String prefix = model.prefix(kind);
    int dimension = model.dimension();
    float[] vectors = new float[Math.multiplyExact(texts.size(), dimension)];
    int[] tokens = new int[texts.size()];
    int[] done = new int[1];
    try {
      encoder
          .encoder(opener)
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
    } catch (IOException e) {
      throw Interruption.told("embedding", e);
    }
    return Embeddings.of(
        EmbeddingMatrix.of(vectors, dimension), tokens, model.maxTokens(), texts.size());
  }

  @Override
  public void close() {
    encoder.close();
  }
}
