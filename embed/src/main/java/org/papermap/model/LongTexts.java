package org.papermap.model;

/// How a text is read that is longer than the model's token limit. Truncation is the default: on
/// arXiv abstracts and on Cranfield neither windows nor more positions find clearly more, and they
/// take 1.5 to 1.9 times as long. The figures are in `docs/weights.md`.
public enum LongTexts {
  /// The first tokens are read up to the limit. The others are counted.
  TRUNCATE,
  /// All of the text is read, in windows as long as the limit, which overlap by a quarter or more
  /// and are equally far apart. The text's vector is the mean of theirs. A prefix stands in the
  /// first window only.
  WINDOW,
  /// As many tokens are read as the model has positions for, which may be more than it was trained
  /// on.
  FULL
}
