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
  record Leiden(TopicCount topics, long seed) implements ClusteringMethod {}

  /// Dense regions, by HDBSCAN\* (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14).
  /// It finds the number of topics itself, and leaves papers between the regions out as noise. It
  /// has no randomness. For any number of papers, and for groups of any shape; abstracts as such
  /// differ too little in density for it to find more than a few large groups.
  ///
  /// @param minimumSize the fewest papers of a topic, 2 or more
  /// @param neighbors papers that make a neighborhood, the paper itself among them, 2 or more: the
  ///   larger, the more papers are noise
  record Hdbscan(int minimumSize, int neighbors) implements ClusteringMethod {
    /// Large enough that one paper between two groups does not join them.
    private static final int NEIGHBORS = 5;

    private static final int SMALLEST = 5;

    /// A topic has one paper of so many at least.
    private static final int LEAST_SHARE = 100;

    public Hdbscan {
      if (minimumSize < 2 || neighbors < 2) {
        throw new IllegalArgumentException(
            "HDBSCAN: topics of %d papers, neighborhoods of %d. Give 2 or more of each."
                .formatted(minimumSize, neighbors));
      }
    }

    /// Topics of a hundredth of the papers or more, and of 5 at least; neighborhoods of 5.
    public static Hdbscan forPapers(int papers) {
      return new Hdbscan(Math.max(SMALLEST, papers / LEAST_SHARE), NEIGHBORS);
    }
  }

  /// The method to use where none is asked for: Ward below [#LEIDEN_FROM] papers, else Leiden.
  static ClusteringMethod forPapers(int papers, TopicCount topics, long seed) {
    return papers < LEIDEN_FROM ? new Ward(topics) : new Leiden(topics, seed);
  }
}
