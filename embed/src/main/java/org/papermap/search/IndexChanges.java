package org.papermap.search;

/// What putting papers into an index came to.
///
/// @param added papers that were not there
/// @param changed papers that were there with other content
/// @param unchanged papers that were there as they are, and were left alone
/// @param embedded papers among the added and changed whose text was new to the index, so that its
///   vector had to be had from the embedder
public record IndexChanges(int added, int changed, int unchanged, int embedded) {}
