package org.papermap.cluster;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;

/// A method of grouping papers, with its settings. What each method does here, and how well on
/// labelled papers, stands in `cluster/docs/clustering.md`.
public sealed interface ClusteringMethod {
  /// The most papers that [Ward] takes. It holds half a matrix of distances, 200 MB for so many,
  /// and its time grows with the square of their number.
  int WARD_LIMIT = 10_000;

  /// The number of papers from which [#forPapers] chooses Leiden.
  int LEIDEN_FROM = 300;

  /// Ward's minimum variance method on unit vectors (J. H. Ward,
  /// doi:10.1080/01621459.1963.10500845). It begins with single papers and always joins the two
  /// groups whose union adds least to the squared distances from the centroids. It has no
  /// randomness, and takes up to [#WARD_LIMIT] papers.
  record Ward(TopicCount topics) implements ClusteringMethod {}

  /// Spherical *k*-means (Dhillon and Modha, doi:10.1023/A:1007612920971) from *k*-means++ seeds
  /// (Arthur and Vassilvitskii, 2007). For any number of papers.
  record KMeans(TopicCount topics, long seed) implements ClusteringMethod {}

  /// Communities of the neighbor graph by the Leiden algorithm (Traag, Waltman and van Eck,
  /// doi:10.1038/s41598-019-41695-z): connected groups with more edges within than expected by
  /// chance. For any number of papers.
  ///
  /// @param program the implementation to use
  record Leiden(TopicCount topics, long seed, LeidenProgram program) implements ClusteringMethod {
    /// With our own implementation.
    public Leiden(TopicCount topics, long seed) {
      this(topics, seed, LeidenProgram.PAPERMAP);
    }
  }

  /// Dense regions by HDBSCAN\* (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14).
  /// It finds the number of topics itself and leaves papers between the regions as noise. It has no
  /// randomness. For any number of papers, and for groups of any shape.
  ///
  /// @param minimumSize the fewest papers of a topic, 2 or more; with [DensitySelection#PERSISTENT]
  ///   the smallest size that is tried
  /// @param neighbors the number of papers in a neighborhood, the paper itself included, 2 or more:
  ///   the larger, the more papers are noise
  /// @param selection which of the nested regions are the topics
  /// @param smoothing the number of steps that first move vectors towards their neighbors, 0 or
  ///   more; without smoothing abstracts give only a few large groups
  /// @param maximumNoise the largest share of papers in no topic, from 0 to 1. Where there is more
  ///   noise, the densest of it joins the topic with the nearest centroid
  record Hdbscan(
      int minimumSize,
      int neighbors,
      DensitySelection selection,
      int smoothing,
      double maximumNoise)
      implements ClusteringMethod {
    /// Chosen among 5 to 16 on five labelled sets of papers; it hardly matters.
    private static final int NEIGHBORS = 10;

    /// Chosen among 1 to 8 on the same sets: from 4 on regions are apart, at 8 some have merged.
    private static final int SMOOTHING = 5;

    /// The usual share of noise. Regions alone would leave up to two thirds of the papers out.
    public static final double MAXIMUM_NOISE = 0.1;

    private static final int SMALLEST = 5;

    /// A topic has at least one in so many of all papers.
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

    /// The method as published: regions of the greatest excess of mass, without smoothing and with
    /// any share of noise.
    public Hdbscan(int minimumSize, int neighbors) {
      this(minimumSize, neighbors, DensitySelection.EXCESS_OF_MASS, 0, 1);
    }

    /// The usual settings: the most persistent regions of 5 papers or more, and of a 500th of all
    /// or more, after 5 steps of smoothing, with neighborhoods of 10 and a tenth of noise at most.
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

  /// The default method: Ward below [#LEIDEN_FROM] papers, else Leiden.
  static ClusteringMethod forPapers(int papers, TopicCount topics, long seed) {
    return papers < LEIDEN_FROM ? new Ward(topics) : new Leiden(topics, seed);
  }

  /// Which of the nested dense regions are the topics.
  enum DensitySelection {
    /// The regions of the greatest excess of mass: many papers over a wide range of densities
    /// (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14), as HDBSCAN\* is published.
    EXCESS_OF_MASS,

    /// The regions that are not divided further, at the minimum size, from the given one on, at
    /// which such regions are the most persistent.
    PERSISTENT
  }

  /// An implementation of the Leiden algorithm (Traag, Waltman and van Eck,
  /// doi:10.1038/s41598-019-41695-z). Both find equally good communities; from equal seeds they
  /// draw different random numbers.
  enum LeidenProgram {
    /// Our own, on flat arrays.
    PAPERMAP,
    /// CWTS networkanalysis, by the algorithm's authors: the reference for our own.
    CWTS
  }

  /// A clustering method by its name, or `AUTO` for the default at the number of papers.
  enum Choice {
    AUTO,
    WARD,
    KMEANS,
    LEIDEN,
    CWTS_LEIDEN,
    HDBSCAN;

    /// The method for this number of papers, with its usual settings.
    ///
    /// @param seed of the methods that have one
    /// @param maximumNoise the largest share of papers in no topic, from 0 to 1; for HDBSCAN alone
    /// @throws IllegalArgumentException if HDBSCAN is to find a given number of topics
    public ClusteringMethod method(int papers, TopicCount topics, long seed, double maximumNoise) {
      return switch (this) {
        case AUTO -> ClusteringMethod.forPapers(papers, topics, seed);
        case WARD -> new ClusteringMethod.Ward(topics);
        case KMEANS -> new ClusteringMethod.KMeans(topics, seed);
        case LEIDEN -> new ClusteringMethod.Leiden(topics, seed);
        case CWTS_LEIDEN -> new ClusteringMethod.Leiden(topics, seed, LeidenProgram.CWTS);
        case HDBSCAN -> {
          if (topics instanceof TopicCount.Fixed(int number)) {
            throw new IllegalArgumentException(
                "topics: %d with HDBSCAN, which finds their number. Give auto, or another method."
                    .formatted(number));
          }
          yield ClusteringMethod.Hdbscan.forPapers(papers).withMaximumNoise(maximumNoise);
        }
      };
    }

    /// The choice that a user wrote: `auto`, `ward`, `kmeans`, `leiden`, `cwts-leiden` or
    /// `hdbscan`.
    ///
    /// @throws IllegalArgumentException if it is anything else
    public static Choice parse(String text) {
      return Stream.of(values())
          .filter(choice -> choice.label().equals(text))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "clusters: %s. Give one of %s."
                      .formatted(
                          text,
                          Stream.of(values())
                              .map(Choice::label)
                              .collect(Collectors.joining(", ")))));
    }

    private String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
