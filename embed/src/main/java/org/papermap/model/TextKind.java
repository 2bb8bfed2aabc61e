package org.papermap.model;

/// What a text is to a model. Some models were trained to mark questions and answers differently;
/// the prefixes in the model's description follow from this.
public enum TextKind {
  /// A text that is to be found: a paper.
  PASSAGE,
  /// A text that looks for others: what a reader types.
  QUERY
}
