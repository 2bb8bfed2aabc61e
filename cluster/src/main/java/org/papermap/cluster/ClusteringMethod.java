package org.papermap.cluster;

/// How papers are put into groups. What each method does with the graph and the vectors, and how
/// well it did on labelled papers, is told at [Clusterer].
public sealed interface ClusteringMethod {
  /// The most papers that [Ward] takes: it holds half a matrix of distances, 4 bytes a pair, which
  /// is 200 MB here, and its time grows with the square too.
  int WARD_LIMIT = 10_000;

  /// From so many papers on Leiden is the better choice, see the figures at [Clusterer].
  int LEIDEN_FROM = 300;

  /// Ward's minimum variance method on unit vectors (J. H. Ward,
  /// doi:10.1080/01621459.1963.10500845): from single papers up, always joining the two groups
  /// whose union adds least to the squared distances from the centroids. It has no randomness. For
  /// up to [#WARD_LIMIT] papers.
  record Ward(TopicCount topics) implements ClusteringMethod {}

  /// Spherical *k*-means (Dhillon and Modha, doi:10.1023/A:1007612920971) from seeds that are drawn
  /// far from one another (*k*-means++, Arthur and Vassilvitskii, 2007). For any number of papers.
  record KMeans(TopicCount topics, long seed) implements ClusteringMethod {}

  /// Communities of the neighbor graph by the Leiden algorithm (Traag, Waltman and van Eck,
  /// doi:10.1038/s41598-019-41695-z): groups with more ties within than chance would give them,
  /// each of them connected. For any number of papers.
  ///
  /// @param program whose program searches for them
  record Leiden(TopicCount topics, long seed, LeidenProgram program) implements ClusteringMethod {
    /// By our own program.
    public Leiden(TopicCount topics, long seed) {
      this(topics, seed, LeidenProgram.PAPERMAP);
    }
  }

  /// Dense regions, by HDBSCAN\* (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14).
  /// It finds the number of topics itself, and leaves papers between the regions out as noise. It
  /// has no randomness. For any number of papers, and for groups of any shape.
  ///
  /// @param minimumSize the fewest papers of a topic, 2 or more; where all sizes are weighed
  ///   ([DensitySelection#PERSISTENT]), the smallest of them
  /// @param neighbors papers that make a neighborhood, the paper itself among them, 2 or more: the
  ///   larger, the more papers are noise
  /// @param selection which of the regions within one another are the topics
  /// @param smoothing steps by which vectors are first moved towards their neighbors, 0 or more;
  ///   abstracts as they are differ too little in density to give more than a few large groups
  /// @param maximumNoise the largest share of papers in no topic, from 0 to 1; of more than that
  ///   the densest join the topic with the nearest centroid, see [Clustering#strength]
  record Hdbscan(
      int minimumSize,
      int neighbors,
      DensitySelection selection,
      int smoothing,
      double maximumNoise)
      implements ClusteringMethod {
    /// Of 5, 8, 10, 12 and 16 on five labelled sets of 400 to 6,250 papers; it hardly matters
    /// there.
    private static final int NEIGHBORS = 10;

    /// Likewise of 1 to 8: from 4 on regions are apart, and by 8 the first topics have run
    /// together.
    private static final int SMOOTHING = 5;

    /// Regions alone hold a third to all of the papers; a map wants most of them in some topic.
    public static final double MAXIMUM_NOISE = 0.1;

    private static final int SMALLEST = 5;

    /// A topic has one paper of so many at least.
    private static final int LEAST_SHARE = 500;

    public Hdbscan {
      if (minimumSize < 2 || neighbors < 2) {
        throw new IllegalArgumentException(
            "HDBSCAN: topics of %d papers, neighborhoods of %d. Give 2 or more of each."
                .formatted(minimumSize, neighbors));
      }
      if (smoothing < 0 || !(maximumNoise >= 0 && maximumNoise <= 1)) {
        throw new IllegalArgumentException(
            "HDBSCAN: %d steps of smoothing, noise of %s. Give 0 or more, and 0 to 1."
                .formatted(smoothing, maximumNoise));
      }
    }

    /// The method as published: regions of the greatest excess of mass, of the vectors as they are,
    /// with any share of noise.
    public Hdbscan(int minimumSize, int neighbors) {
      this(minimumSize, neighbors, DensitySelection.EXCESS_OF_MASS, 0, 1);
    }

    /// The most persistent regions of 5 papers or more, and of a 500th of them, after 5 steps of
    /// smoothing, with neighborhoods of 10 and a tenth of noise at most.
    public static Hdbscan forPapers(int papers) {
      int smallest = Math.max(SMALLEST, papers / LEAST_SHARE);
      return new Hdbscan(
          smallest, NEIGHBORS, DensitySelection.PERSISTENT, SMOOTHING, MAXIMUM_NOISE);
    }

    /// The same with another limit for noise.
    public Hdbscan withMaximumNoise(double share) {
      return new Hdbscan(minimumSize, neighbors, selection, smoothing, share);
    }
  }

  /// How topics, and their number, are found, in a sentence for the readers of a map.
  default String rule() {
    return switch (this) {
      case Ward(TopicCount topics) ->
          "Ward's method, refined by k-means; "
              + number(topics, "as many topics as keep 95 % of the best silhouette");
      case KMeans(TopicCount topics, _) ->
          "k-means; " + number(topics, "as many topics as keep 95 % of the best silhouette");
      case Leiden(TopicCount topics, _, LeidenProgram program) ->
          "communities of the neighbor graph that ten runs of the Leiden algorithm"
              + switch (program) {
                case PAPERMAP -> "";
                case CWTS -> ", in its authors' program,";
              }
              + " agree on; "
              + number(topics, "their number follows from the graph at a resolution of 1.5");
      case Hdbscan hdbscan ->
          "dense regions by HDBSCAN*, after %d steps of smoothing along the neighbor graph; their"
                  .formatted(hdbscan.smoothing())
              + " number follows from the densities, and %.0f %% of the papers may be in none"
                  .formatted(100 * hdbscan.maximumNoise());
    };
  }

  private static String number(TopicCount topics, String rule) {
    return switch (topics) {
      case TopicCount.Auto _ -> rule;
      case TopicCount.Fixed _ -> "as many topics as were asked for";
    };
  }

  /// The method to use where none is asked for: Ward below [#LEIDEN_FROM] papers, else Leiden.
  static ClusteringMethod forPapers(int papers, TopicCount topics, long seed) {
    return papers < LEIDEN_FROM ? new Ward(topics) : new Leiden(topics, seed);
  }
}
