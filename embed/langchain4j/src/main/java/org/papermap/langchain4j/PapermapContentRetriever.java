package org.papermap.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.papermap.corpus.Paper;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;

/// Retrieves papers for a question, by meaning, by words, or by both. Each is a segment of its text
/// with `id`, `title`, `authors`, `date`, `url` and the further fields as metadata; what a
/// [PapermapEmbeddingStore] has stored comes back as it was. Safe to use from any thread.
///
/// @param papers stays the caller's to close
/// @param question how to ask; the subject is put in its place each time
public record PapermapContentRetriever(PaperIndex papers, Query question)
    implements ContentRetriever {
  /// @throws UncheckedIOException if the model cannot be loaded or the index cannot be read
  @Override
  public List<Content> retrieve(dev.langchain4j.rag.query.Query asked) {
    try {
      List<Content> found = new ArrayList<>();
      for (Neighbor near : papers.nearest(question.withSubject(new Query.Text(asked.text())))) {
        found.add(
            Content.from(
                segment(near.paper()),
                Map.of(
                    ContentMetadata.SCORE,
                    near.score(),
                    ContentMetadata.EMBEDDING_ID,
                    near.paper().id())));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextSegment segment(Paper paper) {
    if (StoredSegment.isOne(paper)) {
      return TextSegment.from(paper.text(), StoredSegment.metadata(paper));
    }
    Metadata metadata = new Metadata();
    paper
        .shown()
        .forEach((name, value) -> {
          if (!name.isBlank()) {
            metadata.put(name, value);
          }
        });
    metadata.put("id", paper.id());
    metadata.put("title", paper.title());
    if (!paper.authors().isEmpty()) {
      metadata.put("authors", String.join("; ", paper.authors()));
    }
    if (paper.date() != null) {
      metadata.put("date", paper.dateText());
    }
    if (paper.url() != null) {
      metadata.put("url", paper.url().toString());
    }
    return TextSegment.from(paper.text(), metadata);
  }
}
