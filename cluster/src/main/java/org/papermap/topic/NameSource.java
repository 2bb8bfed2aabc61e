package org.papermap.topic;

/// Where the name of a topic comes from.
public enum NameSource {
  /// From the phrases of its papers.
  PHRASES,
  /// From the reader, who named it.
  READER,
  /// From an earlier map, where most of its papers had it.
  EARLIER,
  /// From nowhere: its papers have no phrase that could name it, so it has a number.
  NUMBER
}
