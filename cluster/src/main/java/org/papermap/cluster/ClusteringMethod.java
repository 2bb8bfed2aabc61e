package org.papermap.cluster;

/// How papers are put into groups. Both methods end alike: the groups they start from are refined
/// until each paper is in the group whose centroid is nearest to it, see [Clusterer].
public sealed interface ClusteringMethod {
  /// The most papers that [Ward] takes: it holds half a matrix of distances, 4 bytes a pair, which
  /// is 200 MB here, and its time grows with the square too.
  int WARD_LIMIT = 10_000;

  /// How many topics are wanted.
  TopicCount topics();

  /// Ward's minimum variance method on unit vectors (J. H. Ward,
  /// doi:10.1080/01621459.1963.10500845): from single papers up, always joining the two groups
  /// whose union adds least to the squared distances from the centroids. It has no randomness. For
  /// up to [#WARD_LIMIT] papers.
  record Ward(TopicCount topics) implements ClusteringMethod {}

  /// Spherical *k*-means (Dhillon and Modha, doi:10.1023/A:1007612920971) from seeds that are drawn
  /// far from one another (*k*-means++, Arthur and Vassilvitskii, 2007). For any number of papers.
  record KMeans(TopicCount topics, long seed) implements ClusteringMethod {}

  /// Ward where there are few enough papers for it, else *k*-means.
  static ClusteringMethod forPapers(int papers, TopicCount topics, long seed) {
    return papers <= WARD_LIMIT ? new Ward(topics) : new KMeans(topics, seed);
  }
}
