package org.papermap.cluster.internal.phrase;

import java.util.List;

/// The normalized pointwise mutual information of phrases, counted in papers.
public final class Coherence {
  private Coherence() {}

  /// The mean over all pairs of phrases; 0 for fewer than two.
  ///
  /// @param postings for each phrase the rows of the papers that have it, ascending, at least one
  /// @param papers the number of papers
  public static double of(List<int[]> postings, int papers) {
    double sum = 0;
    int pairs = 0;
    for (int b = 1; b < postings.size(); b++) {
      for (int a = 0; a < b; a++) {
        int[] left = postings.get(a);
        int[] right = postings.get(b);
        sum += npmi(common(left, right), left.length, right.length, papers);
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  /// ln(*p*(a, b) / *p*(a) *p*(b)) / −ln *p*(a, b): 1 for two phrases that are always together, 0
  /// for independent ones, −1 for two that are never together.
  static double npmi(int both, int a, int b, int papers) {
    if (both == 0) {
      return -1;
    }
    double joint = (double) both / papers;
    // Both are in every paper: the quotient would be 0/0.
    return both == papers
        ? 1
        : StrictMath.log((double) both * papers / ((double) a * b)) / -StrictMath.log(joint);
  }

  /// The number of rows in both of two ascending arrays.
  static int common(int[] left, int[] right) {
    int found = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      int order = Integer.compare(left[i], right[j]);
      found += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return found;
  }
}
