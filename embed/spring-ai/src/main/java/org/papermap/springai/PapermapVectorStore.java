package org.papermap.springai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.embed.Embedder;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperStore;
import org.papermap.search.Query;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.VectorStore;
import org.springframework.ai.vectorstore.filter.Filter;

/// An index on disk as Spring AI's vector store. A call that adds or deletes has committed when it
/// returns, so add many documents by one call; texts that are there already are not embedded again.
/// The score of a document is its cosine. Safe to use from any thread; one process writes a folder
/// at a time.
public final class PapermapVectorStore implements VectorStore, AutoCloseable {
  private final PaperStore store;

  private PapermapVectorStore(PaperStore store) {
    this.store = store;
  }

  /// Opens the store in a folder, or makes one.
  ///
  /// @param embedder stays the caller's to close
  /// @throws org.papermap.search.PaperIndexException if there is an index of another model, or a
  ///   damaged one, or one that is being written
  public static PapermapVectorStore open(Path folder, Embedder embedder) throws IOException {
    return new PapermapVectorStore(PaperStore.open(folder, embedder));
  }

  @Override
  public void add(List<Document> documents) {
    var papers = documents.stream().map(StoredDocument::paper).toList();
    store.change(writer -> writer.put(papers));
  }

  @Override
  public void delete(List<String> ids) {
    store.change(writer -> {
      for (String id : ids) {
        writer.delete(id);
      }
    });
  }

  @Override
  public void delete(Filter.Expression filter) {
    store.change(writer -> {
      int _ = writer.delete(StoreFilter.of(filter));
    });
  }

  /// @throws UncheckedIOException if the model cannot be loaded or the index cannot be read
  @Override
  public List<Document> similaritySearch(SearchRequest request) {
    Query query =
        Query.text(request.getQuery())
            .withK(Math.max(1, request.getTopK()))
            .withMinScore(
                request.getSimilarityThreshold() > 0
                    ? request.getSimilarityThreshold()
                    : Double.NEGATIVE_INFINITY)
            .withFilter(StoreFilter.of(request.getFilterExpression()));
    try {
      List<Document> found = new ArrayList<>();
      if (request.getTopK() > 0) {
        for (Neighbor near : store.index().nearest(query)) {
          found.add(StoredDocument.document(near.paper(), near.score()));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The index behind the store, for questions by words or by both. It is closed with the store.
  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> getNativeClient() {
    return Optional.of((T) store.index());
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
