package org.papermap.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.papermap.embed.Embedder;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// An [Embedder] as LangChain4j's embedding model. Safe to use from any thread.
///
/// @param embedder stays the caller's to close
/// @param kind decides the model's prefix: LangChain4j does not tell questions from passages, and
///   some models do
public record PapermapEmbeddingModel(Embedder embedder, TextKind kind) implements EmbeddingModel {
  /// For passages.
  public PapermapEmbeddingModel(Embedder embedder) {
    this(embedder, TextKind.PASSAGE);
  }

  /// @throws UncheckedIOException if the model cannot be loaded
  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<String> texts = segments.stream().map(TextSegment::text).toList();
    try {
      EmbeddingMatrix vectors = embedder.embed(texts, kind, ProgressListener.NONE).vectors();
      List<Embedding> embeddings = new ArrayList<>();
      for (int row = 0; row < vectors.rows(); row++) {
        embeddings.add(Embedding.from(vectors.row(row)));
      }
      return Response.from(embeddings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int dimension() {
    return embedder.model().dimension();
  }

  @Override
  public String modelName() {
    return embedder.model().name();
  }
}
