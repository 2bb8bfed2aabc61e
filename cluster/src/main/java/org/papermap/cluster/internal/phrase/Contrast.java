package org.papermap.cluster.internal.phrase;

/// The counts of a phrase in a topic and in the papers outside of it, and the weights that follow
/// from them: class-based TF-IDF (Grootendorst, arXiv:2203.05794) with frequencies counted in
/// papers and the relevance weight of Robertson and Spärck Jones (doi:10.1002/asi.4630270302) as
/// the inverse document frequency (more: `cluster/docs/naming.md`).
///
/// @param inside papers of the topic that have the phrase
/// @param size papers of the topic
/// @param outside papers elsewhere that have it
/// @param others papers elsewhere
public record Contrast(int inside, int size, int outside, int others) {
  /// The least ratio of a phrase's rate in a topic to its rate elsewhere.
  public static final int LEAST_RATE_RATIO = 3;

  /// The same for areas, which are so large that phrases of half of their papers are not rare
  /// elsewhere.
  public static final int LEAST_RATE_RATIO_OF_AREAS = 2;

  private static final double MOST_LIFT = 50;

  /// A phrase that is not more frequent than elsewhere counts as if it were a little more frequent.
  private static final double LEAST_LIFT = 1.1;

  /// The fewest papers of a topic, if it has so many, that a distinctive phrase has.
  static final int FEWEST_PAPERS = 2;

  /// Whether a label may use the phrase: 2 papers of the topic or more have it (1 in a topic of
  /// one), and its rate in the topic is at least so many times its rate elsewhere.
  public boolean isDistinctive(int times) {
    return inside >= Math.min(FEWEST_PAPERS, size)
        && (long) inside * others >= (long) times * outside * size;
  }

  /// The share of the topic's papers that have the phrase.
  public double coverage() {
    return (double) inside / size;
  }

  /// The share of the topic's papers that have the phrase, after half a standard deviation is taken
  /// off the count.
  public double sureCoverage() {
    return Math.max(0, inside - Math.sqrt(inside) / 2) / size;
  }

  /// The Dice coefficient of the papers of the topic and the papers that have the phrase, with
  /// [#sureCoverage] for the former.
  public double dice() {
    return 2 * sureCoverage() * size / (size + inside + outside);
  }

  /// The logarithm of the lift: the ratio of the rate in the topic to the rate elsewhere, smoothed
  /// by two papers elsewhere, 50 at most.
  public double logLift() {
    double lift = (inside + 0.5) / (size + 1) * ((others + 2) / (outside + 2.0));
    return StrictMath.log(Math.clamp(lift, LEAST_LIFT, MOST_LIFT));
  }

  /// The relevance weight: the logarithm of the odds ratio, with 0.5 added to each count.
  double relevance() {
    return StrictMath.log(
        (inside + 0.5) / (size - inside + 0.5) * ((others - outside + 0.5) / (outside + 0.5)));
  }

  /// The frequency, with papers that have the phrase in the title counted twice, times the
  /// relevance weight.
  ///
  /// @param titles papers of the topic that have it in the title
  double weight(int titles) {
    return (inside + titles) * relevance();
  }
}
