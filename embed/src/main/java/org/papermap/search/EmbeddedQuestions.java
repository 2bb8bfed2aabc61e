package org.papermap.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.papermap.embed.Embedder;
import org.papermap.embed.Embeddings;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// An embedder that has the vectors of some questions already. Other texts go to the embedder
/// behind it, which it does not close.
record EmbeddedQuestions(Embedder embedder, Map<String, Integer> rows, EmbeddingMatrix vectors)
    implements Embedder {
  /// Embeds the texts of all questions that are asked by meaning.
  static Embedder of(List<Query> queries, Embedder embedder) throws IOException {
    List<String> texts =
        queries.stream()
            .filter(query -> query.mode() != SearchMode.KEYWORD)
            .map(query -> query.subject() instanceof Query.Text(String text) ? text : null)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (texts.isEmpty()) {
      return embedder;
    }
    Map<String, Integer> rows = new HashMap<>();
    for (String text : texts) {
      rows.put(text, rows.size());
    }
    return new EmbeddedQuestions(
        embedder, rows, embedder.embed(texts, TextKind.QUERY, ProgressListener.NONE).vectors());
  }

  @Override
  public ModelSpec model() {
    return embedder.model();
  }

  @Override
  public String identity() {
    return embedder.identity();
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress)
      throws IOException {
    return embedder.embed(texts, kind, progress);
  }

  @Override
  public float[] embedQuery(String text) throws IOException {
    Integer row = rows.get(text);
    return row == null ? embedder.embedQuery(text) : vectors.row(row);
  }

  @Override
  public void close() {
    // The embedder behind it stays open.
  }
}
