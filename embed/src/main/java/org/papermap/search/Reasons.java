package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.papermap.corpus.Paper;
import org.papermap.corpus.Sentences;
import org.papermap.embed.Embedder;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the sentence of each paper that is nearest to a question. All sentences go through the
/// embedder in one call, and so through its cache.
final class Reasons {
  /// Sentences of a paper that are looked at. An abstract has some eight; a whole article may stand
  /// where an abstract should.
  private static final int MAX_SENTENCES = 64;

  private Reasons() {}

  /// One a paper; of equally near sentences the first.
  ///
  /// @param unit the question's vector, of unit length
  static List<Reason> of(List<Paper> papers, float[] unit, Embedder embedder) throws IOException {
    List<List<String>> sentences = papers.stream().map(Reasons::sentences).toList();
    List<String> all = sentences.stream().flatMap(List::stream).toList();
    EmbeddingMatrix vectors =
        embedder.embed(all, TextKind.PASSAGE, ProgressListener.NONE).vectors();
    List<Reason> reasons = new ArrayList<>();
    int row = 0;
    for (List<String> own : sentences) {
      Reason best = new Reason(own.getFirst(), (float) vectors.dot(row, unit));
      for (String sentence : own) {
        float cosine = (float) vectors.dot(row++, unit);
        best = cosine > best.cosine() ? new Reason(sentence, cosine) : best;
      }
      reasons.add(best);
    }
    return reasons;
  }

  private static List<String> sentences(Paper paper) {
    List<String> sentences = Sentences.of(paper.abstractText());
    return sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size()));
  }
}
