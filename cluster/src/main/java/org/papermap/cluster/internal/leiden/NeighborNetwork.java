package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.words.WordGraph;
import org.papermap.neighbors.NeighborGraph;

/// The neighbors by meaning and by words as a weighted network, and its communities. Two papers
/// have an edge if one is among the nearest of the other. Its weight is their cosine, twice that
/// for mutual neighbors, by meaning and by words together (figures beside other weights:
/// `cluster/docs/clustering.md`).
///
/// @param network of single papers, or of parts that stay together; edge weights above 0 and equal
///   from both ends
public record NeighborNetwork(WeightedNetwork network, CommunityDetection detection) {
  /// Resolutions were measured with 15; more neighbors connect unlike papers.
  public static final int NEIGHBORS = 15;

  /// In a small corpus each paper has edges to a fifth of the papers at most.
  private static final int PAPERS_A_NEIGHBOR = 5;

  private static final int FEWEST_NEIGHBORS = 4;

  /// Every edge weighs something: the authors' program counts the cluster behind an edge of 0
  /// twice.
  private static final float LEAST_WEIGHT = 1e-3f;

  /// Iterations of the whole algorithm, as many as in its authors' program.
  private static final int ITERATIONS = 10;

  /// Iterations of a run that is one of many and need not be the best (figures: `clustering.md`).
  private static final int QUICK_ITERATIONS = 2;

  /// @param most neighbors that are used of each paper
  /// @param words neighbors of the same papers by words; none of them where all lists are empty
  public static NeighborNetwork of(
      NeighborGraph graph, int most, WordGraph words, CommunityDetection detection) {
    int papers = graph.rows();
    int fifth = Math.max(FEWEST_NEIGHBORS, papers / PAPERS_A_NEIGHBOR);
    int k = Math.min(Math.min(graph.k(), most), fifth);
    Edges edges = new Edges(papers);
    for (int row = 0; row < papers; row++) {
      for (int rank = 0; rank < k; rank++) {
        edges.add(
            row, graph.neighbor(row, rank), Math.max(LEAST_WEIGHT, graph.similarity(row, rank)));
      }
      for (int rank = 0; rank < Math.min(fifth, words.neighbors()[row].length); rank++) {
        edges.add(row, words.neighbors()[row][rank], words.cosines()[row][rank]);
      }
    }
    return new NeighborNetwork(edges.network(), detection);
  }

  public int papers() {
    return network.nodes();
  }

  /// The weight of all edges, each counted from both ends.
  public double weight() {
    return Arrays.stream(network.nodeWeights()).sum();
  }

  /// The communities of greatest modularity (Newman and Girvan, doi:10.1103/PhysRevE.69.026113)
  /// that the Leiden algorithm finds, with `resolution` times the edges expected by chance
  /// (Reichardt and Bornholdt, doi:10.1103/PhysRevE.74.016110): the larger, the more communities.
  ///
  /// @return labels from 0, each used
  public int[] communities(double resolution, long seed) {
    return communities(resolution, ITERATIONS, seed);
  }

  /// The same with a shorter search, which is not quite as good.
  public int[] quickCommunities(double resolution, long seed) {
    return communities(resolution, QUICK_ITERATIONS, seed);
  }

  /// The communities that given ones become when papers may move to others for a gain; by our own
  /// implementation.
  ///
  /// @param start labels from 0 to the number of papers − 1
  public int[] improved(int[] start, double resolution, long seed) {
    return LeidenAlgorithm.improved(network, start, resolution, ITERATIONS, seed);
  }

  private int[] communities(double resolution, int iterations, long seed) {
    return detection.communities(network, resolution, iterations, seed);
  }

  /// Some of the papers, and the edges among them.
  ///
  /// @param rows ascending, 1 or more
  public NeighborNetwork subnetwork(int[] rows) {
    int[] starts = network.starts();
    int[] neighbors = network.neighbors();
    int[] newRows = new int[network.nodes()];
    Arrays.fill(newRows, -1);
    for (int i = 0; i < rows.length; i++) {
      newRows[rows[i]] = i;
    }
    int[] keptStarts = new int[rows.length + 1];
    int[] keptNeighbors = new int[neighbors.length];
    double[] keptWeights = new double[neighbors.length];
    int used = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int at = starts[rows[i]]; at < starts[rows[i] + 1]; at++) {
        if (newRows[neighbors[at]] >= 0) {
          keptNeighbors[used] = newRows[neighbors[at]];
          keptWeights[used++] = network.edgeWeights()[at];
        }
      }
      keptStarts[i + 1] = used;
    }
    return new NeighborNetwork(
        WeightedNetwork.of(
            keptStarts, Arrays.copyOf(keptNeighbors, used), Arrays.copyOf(keptWeights, used)),
        detection);
  }

  /// The consensus network (Lancichinetti and Fortunato, doi:10.1038/srep00336): each edge weight
  /// is multiplied by the share of `runs` searches that put both papers into one community. Its
  /// communities hardly depend on the seed.
  public NeighborNetwork consensus(double resolution, int runs, long seed) {
    return consensus(resolution, runs, seed, new int[0], 0);
  }

  /// The same where earlier communities vote too, so that they last until the searches outvote them
  /// (evolutionary clustering: Chakrabarti, Kumar and Tomkins, doi:10.1145/1150402.1150467).
  ///
  /// @param earlier of each paper its community, or −1 where it had none; may be empty
  /// @param voice of the earlier communities, in searches
  public NeighborNetwork consensus(
      double resolution, int runs, long seed, int[] earlier, double voice) {
    int[][] found = searches(resolution, runs, seed);
    int[] starts = network.starts();
    int[] neighbors = network.neighbors();
    double[] weights = new double[neighbors.length];
    for (int row = 0; row < network.nodes(); row++) {
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        int together = 0;
        for (int[] labels : found) {
          together += labels[row] == labels[neighbors[at]] ? 1 : 0;
        }
        double share = (double) together / runs;
        if (voice > 0 && earlier[row] >= 0 && earlier[neighbors[at]] >= 0) {
          double before = earlier[row] == earlier[neighbors[at]] ? voice : 0;
          share = (together + before) / (runs + voice);
        }
        weights[at] = Math.max(LEAST_WEIGHT, network.edgeWeights()[at] * share);
      }
    }
    return new NeighborNetwork(network.weighed(weights), detection);
  }

  private int[][] searches(double resolution, int runs, long seed) {
    return Arrays.stream(new SplittableRandom(seed).longs(runs).toArray())
        .parallel()
        .mapToObj(each -> quickCommunities(resolution, each))
        .toArray(int[][]::new);
  }

  /// The parts that all of `runs` searches put together: few beside the papers, so that a search
  /// among them takes little time.
  ///
  /// @return labels from 0, each used
  public int[] parts(double resolution, int runs, long seed) {
    int[] parts = new int[network.nodes()];
    for (int[] labels : searches(resolution, runs, seed)) {
      int[] both = new int[parts.length];
      Map<Long, Integer> numbers = new HashMap<>();
      for (int row = 0; row < parts.length; row++) {
        long pair = (long) parts[row] << Integer.SIZE | labels[row];
        both[row] = numbers.computeIfAbsent(pair, _ -> numbers.size());
      }
      parts = both;
    }
    return parts;
  }

  /// The network of such parts.
  public NeighborNetwork among(int[] parts) {
    return new NeighborNetwork(network.aggregate(parts, Labels.count(parts)), detection);
  }

  /// Merges the smallest cluster into another until there are `most` clusters or fewer and all have
  /// `minimum` papers or more, or one is left. It goes to the cluster that it has the greatest edge
  /// weight to, or to the largest where it has no edges; ties go to the lower label.
  ///
  /// @param labels from 0, each used
  public int[] dissolveSmall(int[] labels, int most, int minimum) {
    int[] merged = labels.clone();
    int[] sizes = Labels.sizes(labels);
    for (int left = sizes.length; left > 1; left--) {
      int smallest = Labels.smallest(sizes);
      if (left <= most && sizes[smallest] >= minimum) {
        break;
      }
      int into = strongest(merged, smallest, sizes);
      for (int row = 0; row < merged.length; row++) {
        merged[row] = merged[row] == smallest ? into : merged[row];
      }
      sizes[into] += sizes[smallest];
      sizes[smallest] = 0;
    }
    return Labels.renumbered(merged);
  }

  private int strongest(int[] labels, int group, int[] sizes) {
    WeightPerCluster sums = new WeightPerCluster(sizes.length);
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == group) {
        sums.add(network, row, labels);
      }
    }
    int best = -1;
    for (int other = 0; other < sizes.length; other++) {
      if (other == group || sizes[other] == 0) {
        continue;
      }
      boolean stronger =
          best < 0
              || sums.sum(other) > sums.sum(best)
              || (sums.sum(best) == 0 && sums.sum(other) == 0 && sizes[other] > sizes[best]);
      best = stronger ? other : best;
    }
    return best;
  }
}
