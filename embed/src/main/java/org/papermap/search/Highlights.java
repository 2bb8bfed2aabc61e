package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.papermap.corpus.Paper;
import org.papermap.corpus.Sentences;
import org.papermap.embed.Embedder;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.search.Neighbor.Highlight;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the sentence of each paper that is nearest to a question. All sentences are embedded in
/// one call.
final class Highlights {
  /// Sentences compared for each paper. An abstract has about eight, but some corpora have whole
  /// articles in its place.
  private static final int MAX_SENTENCES = 64;

  private Highlights() {}

  /// One for each paper; the first of equally near sentences.
  ///
  /// @param unit the question's vector, of unit length
  static List<Highlight> of(List<Paper> papers, float[] unit, Embedder embedder)
      throws IOException {
    List<List<String>> sentences = papers.stream().map(Highlights::sentences).toList();
    List<String> all = sentences.stream().flatMap(List::stream).toList();
    EmbeddingMatrix vectors =
        embedder.embed(all, TextKind.PASSAGE, ProgressListener.NONE).vectors();
    List<Highlight> highlights = new ArrayList<>();
    int row = 0;
    for (List<String> own : sentences) {
      Highlight best = new Highlight(own.getFirst(), (float) vectors.dot(row, unit));
      for (String sentence : own) {
        float cosine = (float) vectors.dot(row++, unit);
        best = cosine > best.similarity() ? new Highlight(sentence, cosine) : best;
      }
      highlights.add(best);
    }
    return highlights;
  }

  /// The title where there is no abstract.
  private static List<String> sentences(Paper paper) {
    if (!paper.hasAbstract()) {
      return List.of(paper.title());
    }
    List<String> sentences = Sentences.of(paper.abstractText());
    return sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size()));
  }
}
