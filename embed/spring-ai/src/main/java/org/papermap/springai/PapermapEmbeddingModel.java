package org.papermap.springai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.papermap.embed.Embedder;
import org.papermap.vectors.EmbeddingMatrix;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/// An [Embedder] as Spring AI's embedding model, for passages. Safe to use from any thread.
///
/// @param embedder stays the caller's to close
public record PapermapEmbeddingModel(Embedder embedder) implements EmbeddingModel {
  /// @throws UncheckedIOException if the model cannot be loaded
  @Override
  public EmbeddingResponse call(EmbeddingRequest request) {
    EmbeddingMatrix vectors = vectors(request.getInstructions());
    List<Embedding> embeddings = new ArrayList<>();
    for (int row = 0; row < vectors.rows(); row++) {
      embeddings.add(new Embedding(vectors.row(row), row));
    }
    return new EmbeddingResponse(embeddings);
  }

  private EmbeddingMatrix vectors(List<String> texts) {
    try {
      return embedder.embed(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public float[] embed(Document document) {
    return vectors(List.of(Objects.requireNonNullElse(document.getText(), ""))).row(0);
  }

  @Override
  public int dimensions() {
    return embedder.model().dimension();
  }
}
