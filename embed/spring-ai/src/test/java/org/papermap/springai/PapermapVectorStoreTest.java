package org.papermap.springai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.test.vectorstore.BaseVectorStoreTests;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.VectorStore;

/// Spring AI's own tests of a store, and what they leave out.
class PapermapVectorStoreTest extends BaseVectorStoreTests {
  private static final Embedder EMBEDDER = Embedder.open(ModelCatalog.standard().defaultModel());

  private static final Document BEES =
      new Document(
          "bees",
          "Bees tell each other the way.",
          Map.of("year", 2024, "score", 0.5f, "old", false, "tags", List.of("nature", "dance")));
  private static final Document SHIPS =
      new Document("ships", "Ships wait for the tide.", Map.of("year", 1999, "kind", "Sea"));

  @TempDir Path folder;

  @Override
  protected void executeTest(Consumer<VectorStore> test) {
    try (PapermapVectorStore store = PapermapVectorStore.open(folder, EMBEDDER)) {
      test.accept(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String found(VectorStore store, String filter) {
    SearchRequest.Builder request = SearchRequest.builder().query("insects").topK(9);
    List<Document> found =
        store.similaritySearch(
            filter.isEmpty() ? request.build() : request.filterExpression(filter).build());
    return String.join(" ", found.stream().map(Document::getId).toList());
  }

  @Test
  void documents_come_back_as_they_were_nearest_first() {
    executeTest(store -> store.add(List.of(SHIPS, BEES)));

    // Another store in the same folder, as after a restart.
    executeTest(store -> {
      List<Document> found =
          store.similaritySearch(SearchRequest.builder().query("insects").topK(2).build());
      assertThat(found).extracting(Document::getText).startsWith(BEES.getText());
      assertThat(found.getFirst().getMetadata()).isEqualTo(BEES.getMetadata());
      assertThat(found.getFirst().getScore()).isBetween(0.1, 1.0);
      assertThat(found.getFirst().getScore()).isGreaterThan(found.getLast().getScore());
      assertThat(
              store.similaritySearch(
                  SearchRequest.builder().query("insects").similarityThreshold(0.99).build()))
          .isEmpty();
    });
  }

  @Test
  void filters_know_numbers_texts_truth_and_lists() {
    executeTest(store -> {
      store.add(List.of(SHIPS, BEES));

      assertThat(found(store, "")).isEqualTo("bees ships");
      assertThat(found(store, "year > 1999")).isEqualTo("bees");
      assertThat(found(store, "year >= 1999 && year < 2024")).isEqualTo("ships");
      assertThat(found(store, "kind == 'Sea'")).isEqualTo("ships");
      assertThat(found(store, "kind == 'sea'")).isEmpty();
      assertThat(found(store, "kind != 'Sea'")).isEqualTo("bees");
      assertThat(found(store, "old == false")).isEqualTo("bees");
      assertThat(found(store, "tags == 'dance'")).isEqualTo("bees");
      assertThat(found(store, "year in [1999, 2000] || score == 0.5")).isEqualTo("bees ships");
      assertThat(found(store, "year nin [1999, 2000]")).isEqualTo("bees");
      assertThat(found(store, "NOT (year == 2024)")).isEqualTo("ships");
    });
  }

  @Test
  void the_index_behind_it_answers_by_words() {
    executeTest(store -> {
      store.add(List.of(SHIPS, BEES));
      PaperIndex index = store.<PaperIndex>getNativeClient().orElseThrow();
      try {
        assertThat(index.nearest(Query.text("tide").withMode(SearchMode.HYBRID)))
            .first()
            .satisfies(near -> assertThat(near.paper().id()).isEqualTo("ships"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Test
  void the_embedding_model_gives_a_vector_a_text() throws IOException {
    PapermapEmbeddingModel model = new PapermapEmbeddingModel(EMBEDDER);

    var response = model.call(new EmbeddingRequest(List.of("one", "two"), null));

    assertThat(model.dimensions()).isEqualTo(384);
    assertThat(response.getResults()).hasSize(2);
    assertThat(response.getResults().get(1).getOutput()).isEqualTo(EMBEDDER.embedQuery("two"));
    assertThat(model.embed(new Document("two"))).isEqualTo(EMBEDDER.embedQuery("two"));
  }
}
