package org.papermap.cluster;

/// Whose program searches the neighbor graph for communities. Both are the Leiden algorithm (Traag,
/// Waltman and van Eck, doi:10.1038/s41598-019-41695-z), and neither finds better ones; but from
/// equal seeds they draw different numbers.
public enum LeidenProgram {
  /// Our own, on flat arrays.
  PAPERMAP,
  /// That of the algorithm's authors (CWTS networkanalysis), the reference for our own.
  CWTS
}
