package org.papermap.topic;

/// The source of a topic's name.
public enum NameSource {
  /// The phrases of its papers.
  PHRASES,
  /// The field of research that they make up.
  FIELD,
  /// The reader, who named it.
  READER,
  /// An earlier map, on which most of its papers had this name.
  EARLIER,
  /// The title of a typical paper, as no phrase could name it.
  TITLE,
  /// Its number, as its papers have neither a phrase nor a title that could name it.
  NUMBER
}
