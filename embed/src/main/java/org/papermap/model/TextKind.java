package org.papermap.model;

/// The side of a search that a text is on. Some models were trained with different prefixes for
/// queries and passages.
public enum TextKind {
  /// A text to be found, such as a paper.
  PASSAGE,
  /// A question, such as a reader types.
  QUERY
}
