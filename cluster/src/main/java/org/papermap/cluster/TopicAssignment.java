package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.TopK;
import org.papermap.search.NeighborGraph;

/// The topics of new papers, found without touching those of the old ones: a vote of the nearest
/// old papers, each with its cosine, as each of them was put where its neighbors are. It serves
/// topics of any shape and every method. Immutable.
public final class TopicAssignment {
  /// Of a hundred old papers one is so far from its neighbors; a new one beyond it is like nothing
  /// that is there.
  private static final double OUTLYING_SHARE = 0.01;

  private final int[] topics;
  private final float[] confidences;

  private TopicAssignment(int[] topics, float[] confidences) {
    this.topics = topics;
    this.confidences = confidences;
  }

  /// Finds topics for new papers. Each is on its own: neither their order nor the others matter.
  ///
  /// @param papers the old ones
  /// @param graph their neighbors; as many are asked of each new paper
  /// @param topics of the old papers
  /// @param newPapers embedded by the same model
  /// @throws IllegalArgumentException if the first three are not of the same papers, or the vectors
  ///   are of different dimensions
  public static TopicAssignment of(
      EmbeddingMatrix papers, NeighborGraph graph, Clustering topics, EmbeddingMatrix newPapers) {
    if (papers.rows() != graph.rows() || papers.rows() != topics.rows()) {
      throw new IllegalArgumentException(
          "%d vectors, neighbors of %d, topics of %d. Give those of the same papers."
              .formatted(papers.rows(), graph.rows(), topics.rows()));
    }
    int[] labels = new int[newPapers.rows()];
    float[] confidences = new float[newPapers.rows()];
    Arrays.fill(labels, Clustering.NOISE);
    int k = Math.min(Math.max(1, graph.k()), papers.rows());
    if (k > 0) {
      double least = leastNearness(graph);
      IntStream.range(0, newPapers.rows())
          .parallel()
          .forEach(row -> {
            TopK near = nearest(papers, newPapers.row(row), k);
            if (Arrays.stream(near.values()).average().orElseThrow() >= least) {
              vote(near, topics, row, labels, confidences);
            }
          });
    }
    return new TopicAssignment(labels, confidences);
  }

  /// The mean cosine to its neighbors below which a paper is like no other.
  private static double leastNearness(NeighborGraph graph) {
    if (graph.k() == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] nearness =
        IntStream.range(0, graph.rows())
            .mapToDouble(row ->
                IntStream.range(0, graph.k())
                    .mapToDouble(rank -> graph.cosine(row, rank))
                    .average()
                    .orElseThrow())
            .sorted()
            .toArray();
    return nearness[(int) (OUTLYING_SHARE * nearness.length)];
  }

  /// The `k` nearest papers with their cosines, which are no more than 1.
  private static TopK nearest(EmbeddingMatrix papers, float[] vector, int k) {
    TopK nearest = new TopK(k);
    for (int row = 0; row < papers.rows(); row++) {
      nearest.offer(row, 1 - Math.max(0, 1 - papers.cosine(row, vector)));
    }
    return nearest;
  }

  /// Papers at a right angle or beyond have no voice; where nobody has one the paper is noise.
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

  /// The number of new papers.
  public int rows() {
    return topics.length;
  }

  /// The topic of a new paper, or [Clustering#NOISE] where most of its nearest are noise, or it is
  /// farther from them than all but a hundredth of the old papers are from theirs.
  public int topic(int row) {
    return topics[row];
  }

  /// The share of the vote that the topic has, in (0, 1]; 0 for noise.
  public float confidence(int row) {
    return confidences[row];
  }
}
