package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// The topics of new papers on a finished map. The nearest papers of the map vote for their topics,
/// each with its similarity to the new paper. This works for every clustering method. Immutable.
public final class TopicAssignment {
  /// The share of the map's papers that are farthest from their neighbors. A new paper that is
  /// farther from its nearest than these is noise.
  private static final double OUTLYING_SHARE = 0.01;

  /// How many papers of the map are looked at to tell what is far.
  private static final int SAMPLE = 300;

  /// How many of the nearest tell whether a paper is far. The topics of a small map have few
  /// papers.
  private static final int FEW = 5;

  private final int[] topics;
  private final float[] confidences;

  private TopicAssignment(int[] topics, float[] confidences) {
    this.topics = topics;
    this.confidences = confidences;
  }

  /// Finds the topic of each new paper, independently of the other new papers.
  ///
  /// @param papers those of the map
  /// @param voters how many papers of the map vote for each new paper, 1 or more
  /// @param topics of the map
  /// @param newPapers embedded by the same model
  /// @throws IllegalArgumentException if the topics are not those of the papers, nobody votes, or
  ///   the vectors are of different dimensions
  public static TopicAssignment of(
      EmbeddingMatrix papers, int voters, Clustering topics, EmbeddingMatrix newPapers) {
    if (papers.rows() != topics.rows() || voters < 1) {
      throw new IllegalArgumentException(
          "%d vectors, topics of %d, %d voters. Give the same papers, and one voter or more."
              .formatted(papers.rows(), topics.rows(), voters));
    }
    double least = leastNearness(papers);
    int[] labels = new int[newPapers.rows()];
    float[] confidences = new float[newPapers.rows()];
    Arrays.fill(labels, Clustering.NOISE);
    int k = Math.min(voters, papers.rows());
    if (k > 0) {
      IntStream.range(0, newPapers.rows())
          .parallel()
          .forEach(row -> {
            TopK near = nearest(papers, newPapers.row(row), k);
            if (Arrays.stream(near.values()).limit(FEW).average().orElseThrow() >= least) {
              vote(near, topics, row, labels, confidences);
            }
          });
    }
    return new TopicAssignment(labels, confidences);
  }

  /// The mean similarity to its nearest papers below which a new paper is noise, estimated from
  /// some papers of the map, evenly spaced.
  private static double leastNearness(EmbeddingMatrix papers) {
    int size = Math.min(SAMPLE, papers.rows());
    int k = Math.min(FEW, papers.rows() - 1);
    if (k < 1) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] sorted =
        IntStream.range(0, size)
            .parallel()
            .mapToDouble(i -> {
              int row = (int) ((long) i * papers.rows() / size);
              TopK near = nearest(papers, papers.row(row), k + 1);
              int[] rows = near.rows();
              double[] cosines = near.values();
              // The paper itself is among them, or so many copies that it makes no difference.
              return IntStream.range(0, rows.length)
                  .filter(at -> rows[at] != row)
                  .limit(k)
                  .mapToDouble(at -> cosines[at])
                  .average()
                  .orElseThrow();
            })
            .sorted()
            .toArray();
    return sorted[(int) (OUTLYING_SHARE * sorted.length)];
  }

  /// The `k` nearest papers with their similarities, which are no more than 1.
  private static TopK nearest(EmbeddingMatrix papers, float[] vector, int k) {
    TopK nearest = new TopK(k);
    for (int row = 0; row < papers.rows(); row++) {
      nearest.offer(row, 1 - Math.max(0, 1 - papers.similarity(row, vector)));
    }
    return nearest;
  }

  /// Papers with a similarity of 0 or less have no vote; a new paper without a vote is noise.
  private static void vote(
      TopK near, Clustering topics, int row, int[] labels, float[] confidences) {
    double[] votes = new double[topics.count() + 1];
    double all = 0;
    int[] rows = near.rows();
    double[] cosines = near.values();
    for (int i = 0; i < rows.length; i++) {
      double voice = Math.max(0, cosines[i]);
      // Noise votes too, last of all.
      int label = topics.label(rows[i]);
      votes[label == Clustering.NOISE ? topics.count() : label] += voice;
      all += voice;
    }
    int best = topics.count();
    for (int topic = topics.count() - 1; topic >= 0; topic--) {
      best = votes[topic] >= votes[best] && votes[topic] > 0 ? topic : best;
    }
    if (best < topics.count()) {
      labels[row] = best;
      confidences[row] = (float) (votes[best] / all);
    }
  }

  /// The topic of a new paper. It is [Clustering#NOISE] where noise has most of the vote, and where
  /// the paper is farther from its nearest than 99 % of the map's papers are from theirs.
  public int topic(int row) {
    return topics[row];
  }

  /// The share of the vote for the topic, in (0, 1]; 0 for noise.
  public float confidence(int row) {
    return confidences[row];
  }
}
