package org.papermap.search;

/// Counts of papers that were put into an index.
///
/// @param added papers that are new to the index
/// @param changed papers whose content has changed
/// @param unchanged papers that were there with the same content
/// @param embedded added and changed papers whose text was embedded, as the index did not have it
public record IndexChanges(int added, int changed, int unchanged, int embedded) {}
