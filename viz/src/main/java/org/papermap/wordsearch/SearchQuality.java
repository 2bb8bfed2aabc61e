package org.papermap.wordsearch;

/// How well a search finds what the model itself would find: the mean share of the model's own ten
/// nearest papers that are among the search's ten, over titles that the search was not fitted to.
///
/// @param queries how many titles were asked
/// @param meaning the share that the search by meaning finds, in [0, 1]
/// @param keywords the share that the cosine of weighted words finds, in [0, 1]
public record SearchQuality(int queries, double meaning, double keywords) {
  /// What the search must find more than keywords do, to be worth its bytes: a paper in twenty.
  private static final double CLEARLY = 0.05;

  /// Whether the search is clearly better than keywords are.
  public boolean worthwhile() {
    return meaning >= keywords + CLEARLY;
  }
}
