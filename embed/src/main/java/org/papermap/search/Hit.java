package org.papermap.search;

import java.util.Comparator;

/// A paper found by an engine.
///
/// @param doc its number in the engine's snapshot
/// @param order breaks ties: the lower goes first
/// @param score higher is nearer
record Hit(int doc, long order, double score) {
  static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble((Hit hit) -> -hit.score).thenComparingLong(Hit::order);
}
