package org.papermap.search;

/// What papers are ranked by.
public enum SearchMode {
  /// Similarity of meaning: the cosine of the vectors.
  SEMANTIC,
  /// Words in common, by BM25 over title and abstract (Robertson and Zaragoza 2009,
  /// doi:10.1561/1500000019; k₁ = 1.2, b = 0.75), English stop words left out and endings stripped.
  KEYWORD,
  /// The weighted sum of both, see `docs/search.md`.
  HYBRID
}
