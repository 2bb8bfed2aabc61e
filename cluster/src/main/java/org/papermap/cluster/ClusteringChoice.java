package org.papermap.cluster;

import java.util.Locale;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;

/// A clustering method by its name, or `AUTO` for the default at the number of papers.
public enum ClusteringChoice {
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

  /// The choice that a user wrote: `auto`, `ward`, `kmeans`, `leiden`, `cwts-leiden` or `hdbscan`.
  ///
  /// @throws IllegalArgumentException if it is anything else
  public static ClusteringChoice parse(String text) {
    for (ClusteringChoice choice : values()) {
      if (text.equals(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "clusters: " + text + ". Give auto, ward, kmeans, leiden, cwts-leiden or hdbscan.");
  }
}
