package org.papermap.model;

/// How a model's token vectors become one vector of the text.
public enum Pooling {
  /// The mean over the text's tokens, padding left out.
  MEAN,
  /// The vector of the first token, `[CLS]`.
  CLS
}
