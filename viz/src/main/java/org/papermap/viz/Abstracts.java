package org.papermap.viz;

/// Whether a map's file carries the papers' abstracts. A real one costs 0.6 kB.
public enum Abstracts {
  /// Up to 20,000 papers, with which a file has about 14 MB and can still be mailed.
  UP_TO_20000,
  /// Always.
  ALL,
  /// Never: the page then shows and searches titles, authors and topics.
  NONE;

  private static final int MOST = 20_000;

  boolean areKeptOf(int papers) {
    return switch (this) {
      case UP_TO_20000 -> papers <= MOST;
      case ALL -> true;
      case NONE -> false;
    };
  }
}
