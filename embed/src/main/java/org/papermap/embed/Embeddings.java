package org.papermap.embed;

import java.util.Arrays;
import org.papermap.vectors.EmbeddingMatrix;

/// A vector and a token count for each of a list of texts. Immutable.
public final class Embeddings {
  private final EmbeddingMatrix vectors;
  private final int[] tokens;
  private final int maxTokens;
  private final boolean cut;
  private final int computed;

  private Embeddings(
      EmbeddingMatrix vectors, int[] tokens, int maxTokens, boolean cut, int computed) {
    if (tokens.length != vectors.rows()) {
      throw new IllegalArgumentException(
          "%d token counts beside %d vectors. Give one a row."
              .formatted(tokens.length, vectors.rows()));
    }
    this.vectors = vectors;
    this.tokens = tokens.clone();
    this.maxTokens = maxTokens;
    this.cut = cut;
    this.computed = computed;
  }

  /// @param tokens for each row, how many tokens the text has in full, special tokens included; the
  ///   array is copied
  /// @param maxTokens how many of them the model reads
  /// @param computed how many texts the model was run on for this
  public static Embeddings of(EmbeddingMatrix vectors, int[] tokens, int maxTokens, int computed) {
    return new Embeddings(vectors, tokens, maxTokens, true, computed);
  }

  /// The same for texts that were read in full, however long they are.
  static Embeddings whole(EmbeddingMatrix vectors, int[] tokens, int maxTokens, int computed) {
    return new Embeddings(vectors, tokens, maxTokens, false, computed);
  }

  public EmbeddingMatrix vectors() {
    return vectors;
  }

  /// How many texts the model was run on: those that the cache lacked, equal texts counted once.
  public int computed() {
    return computed;
  }

  /// How much of the texts the model did not read.
  public Truncation truncation() {
    int cutTexts = 0;
    long cutTokens = 0;
    long allTokens = 0;
    for (int count : tokens) {
      allTokens += count;
      if (cut && count > maxTokens) {
        cutTexts++;
        cutTokens += count - maxTokens;
      }
    }
    return new Truncation(maxTokens, tokens.length, cutTexts, allTokens, cutTokens);
  }

  @Override
  public String toString() {
    return "Embeddings[%d × %d, tokens %s]"
        .formatted(vectors.rows(), vectors.dimension(), Arrays.stream(tokens).summaryStatistics());
  }
}
