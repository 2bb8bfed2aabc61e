package org.papermap.langchain4j;

import static dev.langchain4j.internal.ValidationUtils.ensureNotBlank;
import static dev.langchain4j.internal.ValidationUtils.ensureNotNull;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.RelevanceScore;
import dev.langchain4j.store.embedding.filter.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperStore;
import org.papermap.search.Query;
import org.papermap.vectors.EmbeddingMatrix;

/// An index on disk as LangChain4j's embedding store. A call that adds or removes has committed
/// when it returns, so add many segments by one call. Vectors get unit length. Safe to use from any
/// thread; one process writes a folder at a time.
public final class PapermapEmbeddingStore implements EmbeddingStore<TextSegment>, AutoCloseable {
  private final PaperStore store;

  private PapermapEmbeddingStore(PaperStore store) {
    this.store = store;
  }

  /// Opens the store in a folder, or makes one.
  ///
  /// @param embedder whose vectors are stored; stays the caller's to close
  /// @throws org.papermap.search.PaperIndexException if there is an index of another model, or a
  ///   damaged one, or one that is being written
  public static PapermapEmbeddingStore open(Path folder, Embedder embedder) throws IOException {
    return new PapermapEmbeddingStore(PaperStore.open(folder, embedder));
  }

  /// The same for vectors of a model that LangChain4j asks, such as one of a service.
  ///
  /// @param model a name for it: stores of different models must not be mixed
  public static PapermapEmbeddingStore open(Path folder, String model, int dimension)
      throws IOException {
    return open(folder, Embedder.none(model, dimension));
  }

  @Override
  public String add(Embedding embedding) {
    return addAll(List.of(embedding)).getFirst();
  }

  @Override
  public void add(String id, Embedding embedding) {
    put(List.of(StoredSegment.paper(id, null)), List.of(embedding));
  }

  @Override
  public String add(Embedding embedding, TextSegment segment) {
    return addAll(List.of(embedding), List.of(segment)).getFirst();
  }

  @Override
  public List<String> addAll(List<Embedding> embeddings) {
    List<String> ids = generateIds(embeddings.size());
    put(ids.stream().map(id -> StoredSegment.paper(id, null)).toList(), embeddings);
    return ids;
  }

  @Override
  public void addAll(
      List<String> ids, List<Embedding> embeddings, @Nullable List<TextSegment> segments) {
    if (ids.size() != embeddings.size()
        || (segments != null && segments.size() != embeddings.size())) {
      throw new IllegalArgumentException(
          "%d ids for %d embeddings. Give one each, and a segment each or none."
              .formatted(ids.size(), embeddings.size()));
    }
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      papers.add(StoredSegment.paper(ids.get(i), segments == null ? null : segments.get(i)));
    }
    put(papers, embeddings);
  }

  @Override
  public List<String> generateIds(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(UUID.randomUUID().toString());
    }
    return ids;
  }

  private void put(List<Paper> papers, List<Embedding> embeddings) {
    if (papers.isEmpty()) {
      return;
    }
    int dimension = embeddings.getFirst().dimension();
    float[] values = new float[Math.multiplyExact(embeddings.size(), dimension)];
    for (int row = 0; row < embeddings.size(); row++) {
      float[] vector = embeddings.get(row).vector();
      if (vector.length != dimension) {
        throw new IllegalArgumentException(
            "vectors of %d and of %d. Embed all with one model."
                .formatted(dimension, vector.length));
      }
      System.arraycopy(vector, 0, values, row * dimension, dimension);
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, dimension);
    store.change(writer -> {
      // An id that was there gets the new vector, though its text may be the same.
      for (Paper paper : papers) {
        writer.delete(paper.id());
      }
      writer.put(papers, vectors);
    });
  }

  @Override
  public void remove(String id) {
    removeAll(List.of(ensureNotBlank(id, "id")));
  }

  @Override
  public void removeAll(@Nullable Collection<String> ids) {
    if (ids != null && !ids.isEmpty()) {
      store.change(writer -> {
        for (String id : ids) {
          writer.delete(id);
        }
      });
    }
  }

  @Override
  public void removeAll(@Nullable Filter filter) {
    ensureNotNull(filter, "filter");
    store.change(writer -> {
      int _ = writer.delete(StoreFilter.of(filter));
    });
  }

  @Override
  public void removeAll() {
    store.change(writer -> {
      int _ = writer.delete(org.papermap.search.Filter.all());
    });
  }

  /// @throws UncheckedIOException if the index cannot be read
  @Override
  public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
    Query query =
        Query.vector(request.queryEmbedding().vector())
            .withK(request.maxResults())
            .withMinScore(
                request.minScore() > 0 ? 2 * request.minScore() - 1 : Double.NEGATIVE_INFINITY)
            .withFilter(StoreFilter.of(request.filter()));
    try {
      List<EmbeddingMatch<TextSegment>> matches = new ArrayList<>();
      for (Neighbor near : store.index().nearest(query)) {
        matches.add(match(near));
      }
      return new EmbeddingSearchResult<>(matches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddingMatch<TextSegment> match(Neighbor near) throws IOException {
    String id = near.paper().id();
    float[] vector = store.index().vector(id).orElse(new float[0]);
    double score = RelevanceScore.fromCosineSimilarity(near.score());
    return new EmbeddingMatch<>(
        Math.clamp(score, 0, 1), id, Embedding.from(vector), StoredSegment.segment(near.paper()));
  }

  /// The index behind the store, for questions by words or by both. It is closed with the store.
  public PaperIndex index() {
    return store.index();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
