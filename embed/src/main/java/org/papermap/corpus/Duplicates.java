package org.papermap.corpus;

/// What to do with a record that is the same work as an earlier one.
///
/// Two records are the same work if they have the same DOI, arXiv identifier or PubMed number and
/// half of the words of their titles; or equal titles and abstracts; or titles that are equal but
/// for the endings of words, when their identifiers and numbers do not say otherwise and an author,
/// or else the abstract, is the same.
public enum Duplicates {
  /// The first record stays; it takes over what it lacks. The others are reported as dropped. Two
  /// that only their titles tell for one, and that have ids of their own, both stay and are marked.
  MERGE,
  /// All stay; the later ones have a field `same work as` with the id of the first.
  MARK,
  /// All stay as they are.
  KEEP
}
