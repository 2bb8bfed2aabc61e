package org.papermap.cluster;

/// An implementation of the Leiden algorithm (Traag, Waltman and van Eck,
/// doi:10.1038/s41598-019-41695-z). Both find equally good communities; from equal seeds they draw
/// different random numbers.
public enum LeidenProgram {
  /// Our own, on flat arrays.
  PAPERMAP,
  /// CWTS networkanalysis, by the algorithm's authors: the reference for our own.
  CWTS
}
