package org.papermap.search;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.papermap.embed.Embedder;
import org.papermap.embed.Embeddings;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// An embedder that is at once at work and needs no engine: each word has a direction of its own,
/// and a text that of its words' sum.
final class WordEmbedder implements Embedder {
  final AtomicInteger embedded = new AtomicInteger();
  private final ModelSpec model;

  WordEmbedder(int dimension) {
    ModelSpec any = ModelCatalog.standard().defaultModel();
    this.model =
        new ModelSpec(
            "words-" + dimension,
            any.weights(),
            any.tokenizer(),
            dimension,
            any.maxTokens(),
            any.pooling(),
            "",
            "",
            "none");
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public String identity() {
    return model.name() + " of the tests";
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress) {
    embedded.addAndGet(texts.size());
    float[] values = new float[texts.size() * model.dimension()];
    for (int row = 0; row < texts.size(); row++) {
      for (String word : texts.get(row).toLowerCase(Locale.ROOT).split("\\W+")) {
        Random direction = new Random(word.hashCode());
        for (int j = 0; j < model.dimension(); j++) {
          values[row * model.dimension() + j] += (float) direction.nextGaussian();
        }
      }
      progress.progressed("embedding", row + 1, texts.size());
    }
    return Embeddings.of(
        EmbeddingMatrix.normalized(values, model.dimension()),
        new int[texts.size()],
        model.maxTokens(),
        texts.size());
  }

  @Override
  public void close() {}
}
