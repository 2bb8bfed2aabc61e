package org.papermap.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreWithFilteringIT;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// LangChain4j's own tests of a store.
class StoreWithFilteringTest extends EmbeddingStoreWithFilteringIT {
  @TempDir Path folder;
  private @Nullable PapermapEmbeddingStore store;

  @Override
  protected EmbeddingStore<TextSegment> embeddingStore() {
    if (store == null) {
      store = StoreFixture.store(folder);
    }
    return store;
  }

  @Override
  protected EmbeddingModel embeddingModel() {
    return StoreFixture.MODEL;
  }

  @AfterEach
  void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  @Override
  protected boolean supportsContains() {
    return true;
  }
}
