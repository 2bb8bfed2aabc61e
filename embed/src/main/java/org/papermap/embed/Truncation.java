package org.papermap.embed;

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
