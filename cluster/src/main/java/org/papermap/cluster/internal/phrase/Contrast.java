package org.papermap.cluster.internal.phrase;

/// How a phrase stands in a topic against the papers outside of it.
///
/// Class-based TF-IDF (Grootendorst, arXiv:2203.05794) takes the papers of a topic as one text. The
/// frequency is counted in papers here, those that have the phrase in the title twice, so that a
/// paper that repeats its own jargon cannot name its topic. The inverse document frequency is the
/// one that BM25 has where it is known which papers are wanted: the relevance weight of Robertson
/// and Spärck Jones (doi:10.1002/asi.4630270302), of which frequency times weight is Robertson's
/// value for choosing terms (doi:10.1108/eb026866).
///
/// @param inside papers of the topic that have the phrase
/// @param size papers of the topic
/// @param outside papers elsewhere that have it
/// @param others papers elsewhere
public record Contrast(int inside, int size, int outside, int others) {
  /// How many times its rate elsewhere its rate in a topic must be.
  public static final int TIMES_BACKGROUND = 3;

  /// The same for areas, which are parts of a corpus so large that what half of their papers have
  /// is not rare elsewhere.
  public static final int TIMES_BACKGROUND_OF_AREAS = 2;

  private static final double MOST_LIFT = 50;

  /// What is not more frequent than elsewhere, or has no elsewhere, is still worth a little.
  private static final double LEAST_LIFT = 1.1;

  /// Fewer papers than this say little of a topic that has more.
  static final int FEWEST_PAPERS = 2;

  /// Whether a label may use it: it is in 2 papers or more, unless the topic has but one, and so
  /// many times as frequent in the topic as elsewhere.
  public boolean isTelling(int times) {
    return inside >= Math.min(FEWEST_PAPERS, size)
        && (long) inside * others >= (long) times * outside * size;
  }

  /// The share of the topic's papers that have it.
  public double coverage() {
    return (double) inside / size;
  }

  /// The share of the topic's papers that have it, less what may be chance: one standard deviation
  /// of a count.
  public double sureCoverage() {
    return Math.max(0, inside - Math.sqrt(inside) / 2) / size;
  }

  /// The Dice coefficient of the topic's papers and those that have it, the latter less what may be
  /// chance: the harmonic mean of the share of the topic's that have it and the share of those that
  /// are the topic's.
  public double dice() {
    return 2 * sureCoverage() * size / (size + inside + outside);
  }

  /// The logarithm of how many times the rate elsewhere its rate in the topic is, two papers added
  /// to those elsewhere, and no more than of 50 times: what is never found elsewhere need not be
  /// better.
  public double logLift() {
    double lift = (inside + 0.5) / (size + 1) * ((others + 2) / (outside + 2.0));
    return StrictMath.log(Math.clamp(lift, LEAST_LIFT, MOST_LIFT));
  }

  /// The relevance weight: the logarithm of the ratio of odds, each count raised by a half.
  double relevance() {
    return StrictMath.log(
        (inside + 0.5) / (size - inside + 0.5) * ((others - outside + 0.5) / (outside + 0.5)));
  }

  /// The frequency times the weight.
  ///
  /// @param titles papers of the topic that have it in the title
  double weight(int titles) {
    return (inside + titles) * relevance();
  }
}
