package org.papermap.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.papermap.embed.weights.LinearKernel;
import org.papermap.embed.weights.ModelStore;

/// Real models, imported once for all tests.
final class TestModels {
  static final ModelSpec MINILM = ModelCatalog.standard().model("all-MiniLM-L6-v2");
  static final ModelSpec BGE = ModelCatalog.standard().model("bge-small-en-v1.5");

  private TestModels() {}

  static SentenceTransformer open(ModelSpec model, int threads) {
    return open(model, LinearKernel.PORTABLE, threads);
  }

  static SentenceTransformer open(ModelSpec model, LinearKernel kernel, int threads) {
    try {
      return SentenceTransformer.open(
          model, ModelStore.in(CacheFolder.standard(), kernel).open(model.published()), threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
