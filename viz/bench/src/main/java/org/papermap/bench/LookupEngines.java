package org.papermap.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;
import org.papermap.vectors.EmbeddingMatrix;

/// Which engines are measured.
enum LookupEngines {
  /// [PaperIndex#of]: all vectors, in memory.
  EXACT {
    @Override
    LookupEngine over(List<Paper> papers, EmbeddingMatrix vectors, Embedder embedder) {
      return new Ours("exact", PaperIndex.of(Corpus.of(papers), vectors, embedder), null);
    }
  },
  /// [PaperIndex#openGraph]: Lucene's graph, on disk.
  GRAPH {
    @Override
    LookupEngine over(List<Paper> papers, EmbeddingMatrix vectors, Embedder embedder)
        throws IOException {
      Path folder = Files.createTempDirectory("papermap-bench");
      try (PaperIndexWriter writer = PaperIndexWriter.open(folder, embedder)) {
        writer.put(papers, vectors);
        writer.commit();
      }
      return new Ours("graph", PaperIndex.openGraph(folder, embedder), folder);
    }
  },
  /// LangChain4j's InMemoryEmbeddingStore.
  LANGCHAIN4J {
    @Override
    LookupEngine over(List<Paper> papers, EmbeddingMatrix vectors, Embedder embedder) {
      return LangChain.over(papers, vectors);
    }
  };

  abstract LookupEngine over(List<Paper> papers, EmbeddingMatrix vectors, Embedder embedder)
      throws IOException;

  /// @param folder of the index, removed at the end; null for one in memory
  private record Ours(String name, PaperIndex index, @Nullable Path folder)
      implements LookupEngine {
    @Override
    public List<String> nearest(float[] query, int k) throws IOException {
      return index.nearest(query, k).stream().map(Neighbor::paper).map(Paper::id).toList();
    }

    @Override
    public long disk() {
      return folder == null ? 0 : LookupEngines.size(folder);
    }

    @Override
    public void close() throws IOException {
      index.close();
      if (folder != null) {
        FileTree.delete(folder);
      }
    }
  }

  private record LangChain(InMemoryEmbeddingStore<String> store) implements LookupEngine {
    static LangChain over(List<Paper> papers, EmbeddingMatrix vectors) {
      List<Embedding> embeddings = new ArrayList<>();
      for (int row = 0; row < vectors.rows(); row++) {
        embeddings.add(new Embedding(vectors.row(row)));
      }
      List<String> ids = papers.stream().map(Paper::id).toList();
      InMemoryEmbeddingStore<String> store = new InMemoryEmbeddingStore<>();
      store.addAll(ids, embeddings, Collections.nCopies(ids.size(), "a paper"));
      return new LangChain(store);
    }

    @Override
    public String name() {
      return "langchain4j";
    }

    @Override
    public List<String> nearest(float[] query, int k) {
      EmbeddingSearchRequest request =
          EmbeddingSearchRequest.builder()
              .queryEmbedding(new Embedding(query))
              .maxResults(k)
              .build();
      return store.search(request).matches().stream().map(it -> it.embeddingId()).toList();
    }

    @Override
    public void close() {}
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
