package org.papermap.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.leiden.NeighborNetwork;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// The stability of clusters under resampling (Hennig, doi:10.1016/j.csda.2006.11.025): a part of
/// the papers is drawn and clustered anew. A cluster's stability is the greatest Jaccard index with
/// a new cluster, over the papers drawn, in the mean of many draws.
record Resampling(
    EmbeddingMatrix vectors,
    NeighborGraph graph,
    WordNeighbors words,
    Clustering clustering,
    ClusteringMethod method) {
  private static final int DRAWS = 20;

  /// Draws from many papers differ less and take longer.
  private static final int DRAWS_OF_MANY = 12;

  private static final int MANY = 5000;

  /// The share of papers that is drawn each time.
  private static final double SHARE = 0.8;

  /// The most papers drawn for Ward and *k*-means, which take longer than Leiden.
  private static final int MOST_PAPERS = 1000;

  /// Any fixed seed will do.
  private static final long SEED = 20;

  /// The stability of each cluster, in [0, 1]; 0 for a cluster without a paper in any draw.
  double[] stability() {
    double[] stability = new double[clustering.count()];
    if (clustering.count() < 2) {
      Arrays.fill(stability, 1);
      return stability;
    }
    long[] seeds =
        new SplittableRandom(SEED).longs(vectors.rows() < MANY ? DRAWS : DRAWS_OF_MANY).toArray();
    Reclustering again = reclustering();
    double[][] found =
        Arrays.stream(seeds)
            .parallel()
            .mapToObj(seed -> {
              int[] rows = draw(again.papers(), seed);
              return jaccard(rows, again.labels().apply(rows, seed));
            })
            .toArray(double[][]::new);
    for (int cluster = 0; cluster < stability.length; cluster++) {
      int at = cluster;
      stability[cluster] =
          Arrays.stream(found)
              .mapToDouble(draw -> draw[at])
              .filter(index -> index >= 0)
              .average()
              .orElse(0);
    }
    return stability;
  }

  /// A number of papers to draw, and a way to cluster them.
  private record Reclustering(int papers, BiFunction<int[], Long, int[]> labels) {}

  private Reclustering reclustering() {
    int most = (int) Math.ceil(SHARE * vectors.rows());
    int few = Math.min(most, MOST_PAPERS);
    int count = clustering.count();
    return switch (method) {
      case ClusteringMethod.Ward _ ->
          new Reclustering(
              few, (rows, _) -> Clusterer.byWard(vectors.select(rows), count(count, rows)));
      case ClusteringMethod.KMeans _ ->
          new Reclustering(
              few,
              (rows, seed) -> Clusterer.byKMeans(vectors.select(rows), count(count, rows), seed));
      case ClusteringMethod.Leiden leiden -> {
        NeighborNetwork network = Communities.network(vectors, graph, words.graph(), leiden);
        double resolution = Communities.resolution(network, leiden);
        yield new Reclustering(
            most, (rows, seed) -> network.subnetwork(rows).quickCommunities(resolution, seed));
      }
      case ClusteringMethod.Hdbscan hdbscan -> {
        DenseRegions regions = DenseRegions.of(vectors, graph, hdbscan);
        yield new Reclustering(most, (rows, _) -> regions.among(rows).clustering().labels());
      }
    };
  }

  private static TopicCount count(int count, int[] rows) {
    return TopicCount.of(Math.min(count, rows.length));
  }

  /// Rows drawn without replacement, ascending.
  private int[] draw(int papers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] rows = IntStream.range(0, vectors.rows()).toArray();
    for (int i = 0; i < papers; i++) {
      int other = random.nextInt(i, rows.length);
      int row = rows[other];
      rows[other] = rows[i];
      rows[i] = row;
    }
    return Arrays.stream(rows, 0, papers).sorted().toArray();
  }

  /// The greatest Jaccard index of each cluster; −1 for a cluster without a drawn paper.
  private double[] jaccard(int[] rows, int[] labels) {
    int[] sizes = new int[clustering.count()];
    int[] foundSizes = new int[Labels.count(labels)];
    int[][] shared = new int[sizes.length][foundSizes.length];
    for (int i = 0; i < rows.length; i++) {
      int cluster = clustering.label(rows[i]);
      if (cluster != Clustering.NOISE) {
        sizes[cluster]++;
      }
      if (labels[i] != Clustering.NOISE) {
        foundSizes[labels[i]]++;
      }
      if (cluster != Clustering.NOISE && labels[i] != Clustering.NOISE) {
        shared[cluster][labels[i]]++;
      }
    }
    double[] best = new double[sizes.length];
    for (int cluster = 0; cluster < best.length; cluster++) {
      best[cluster] = sizes[cluster] == 0 ? -1 : 0;
      for (int other = 0; sizes[cluster] > 0 && other < foundSizes.length; other++) {
        int both = shared[cluster][other];
        best[cluster] =
            Math.max(best[cluster], (double) both / (sizes[cluster] + foundSizes[other] - both));
      }
    }
    return best;
  }
}
