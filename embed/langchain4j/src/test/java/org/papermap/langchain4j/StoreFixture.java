package org.papermap.langchain4j;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;

/// One model for all tests, and a store in a new folder.
final class StoreFixture {
  static final Embedder EMBEDDER = Embedder.open(standard());
  static final EmbeddingModel MODEL = new PapermapEmbeddingModel(EMBEDDER);

  private StoreFixture() {}

  private static org.papermap.model.ModelSpec standard() {
    return ModelCatalog.standard().defaultModel();
  }

  static PapermapEmbeddingStore store(Path folder) {
    try {
      return PapermapEmbeddingStore.open(folder, EMBEDDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
