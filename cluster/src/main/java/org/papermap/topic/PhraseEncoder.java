package org.papermap.topic;

import java.io.IOException;
import java.util.List;
import org.papermap.vectors.EmbeddingMatrix;

/// Embeds short texts with the model that made the vectors of the papers.
@FunctionalInterface
public interface PhraseEncoder {
  /// One vector for each text, in their order, of the dimension of the papers' vectors.
  ///
  /// @throws IOException if the model cannot be read
  EmbeddingMatrix embed(List<String> texts) throws IOException;
}
