package org.papermap.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.Paper;
import org.papermap.search.Filter;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;

class RetrievalTest {
  @TempDir Path folder;

  @Test
  void papers_are_retrieved_by_meaning_and_words_at_once() throws IOException {
    // Given
    Corpus corpus = CorpusReader.read(Path.of("../../data")).corpus();
    PaperIndex index =
        PaperIndex.of(
            corpus,
            StoreFixture.EMBEDDER.embed(corpus.papers().stream().map(Paper::text).toList()),
            StoreFixture.EMBEDDER);
    var retriever =
        new PapermapContentRetriever(index, Query.text("").withMode(SearchMode.HYBRID).withK(4));

    // When
    List<Content> found =
        retriever.retrieve(dev.langchain4j.rag.query.Query.from("searching among many vectors"));

    // Then
    assertThat(found).hasSize(4);
    assertThat(found.getFirst().textSegment().text())
        .startsWith(String.valueOf(found.getFirst().textSegment().metadata().getString("title")));
    assertThat(found)
        .allSatisfy(it ->
            assertThat(it.metadata())
                .containsKeys(ContentMetadata.SCORE, ContentMetadata.EMBEDDING_ID));
  }

  @Test
  void a_store_keeps_what_it_has_when_it_is_opened_again_and_answers_by_words_too()
      throws IOException {
    // Given
    TextSegment bees =
        TextSegment.from("Bees tell each other the way.", new Metadata().put("year", 2024));
    TextSegment ships = TextSegment.from("Ships wait for the tide.");
    try (PapermapEmbeddingStore store = StoreFixture.store(folder)) {
      store.addAll(
          StoreFixture.MODEL.embedAll(List.of(bees, ships)).content(), List.of(bees, ships));
    }

    // When
    try (PapermapEmbeddingStore store = StoreFixture.store(folder)) {
      var request =
          EmbeddingSearchRequest.builder()
              .queryEmbedding(StoreFixture.MODEL.embed("insects").content())
              .maxResults(1)
              .build();

      // Then
      assertThat(store.search(request).matches().getFirst().embedded()).isEqualTo(bees);
      assertThat(
              store
                  .index()
                  .nearest(Query.text("tide").withMode(SearchMode.KEYWORD))
                  .getFirst()
                  .paper()
                  .text())
          .isEqualTo(ships.text());
      assertThat(store.index().papers(Filter.range("year", 2024, 2024), 9)).hasSize(1);
    }
  }
}
