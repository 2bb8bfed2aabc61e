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

  /// How much of a list of texts a model did not read, because it lay beyond the token limit.
  ///
  /// @param maxTokens the limit, special tokens included
  /// @param texts texts in all
  /// @param cutTexts texts longer than the limit
  /// @param tokens tokens in all
  /// @param cutTokens tokens beyond the limit
  public record Truncation(int maxTokens, int texts, int cutTexts, long tokens, long cutTokens) {
    /// The sum of two counts with the same limit.
    public Truncation plus(Truncation other) {
      if (other.maxTokens != maxTokens) {
        throw new IllegalArgumentException(
            "limits of %d and %d tokens. Count each on its own."
                .formatted(maxTokens, other.maxTokens));
      }
      return new Truncation(
          maxTokens,
          texts + other.texts,
          cutTexts + other.cutTexts,
          tokens + other.tokens,
          cutTokens + other.cutTokens);
    }

    /// The share of texts that were cut, in [0, 1]; 0 when there are none.
    public double textShare() {
      return texts == 0 ? 0 : (double) cutTexts / texts;
    }

    /// The share of tokens that were not read, in [0, 1]; 0 when there are none.
    public double tokenShare() {
      return tokens == 0 ? 0 : (double) cutTokens / tokens;
    }
  }
}
