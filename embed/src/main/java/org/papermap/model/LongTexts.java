package org.papermap.model;

/// What becomes of a text that is longer than what a model reads at once.
///
/// With MiniLM, which reads 256 tokens, on the 2,738 of 6,250 arXiv abstracts that are longer: of
/// the 15 nearest papers the same share is of the paper's own category, .5695 when truncated and
/// .5701 in windows (standard error of the difference .0018), and windows take 1.9 times as long.
/// On 912 of them it is .5447 truncated, .5501 in windows (.0031) and .5480 read in full (.0032),
/// which takes 1.45 times as long. The 1,398 papers of Cranfield are found with an nDCG@10 of .374
/// truncated and .365 in windows. Nothing is clearly better than cutting, which is the default.
public enum LongTexts {
  /// The model's first tokens are read, the rest is not. What is left out is counted.
  TRUNCATE,
  /// All of the text is read, in windows of the model's limit that overlap by a quarter at least
  /// and are equally far apart; the mean of their vectors stands for the text. A passage's prefix
  /// stands in the first window alone.
  WINDOW,
  /// As many tokens are read as the model has positions for, which may be more than it was trained
  /// to read; the rest is not.
  FULL
}
