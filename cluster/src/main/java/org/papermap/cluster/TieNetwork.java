package org.papermap.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.papermap.search.NeighborGraph;

/// The neighbor graph as a network of undirected ties, and its communities. The weight of a tie is
/// the cosine, once for each of the two papers that has the other among its nearest: mutual
/// neighbors are tied twice as strongly. The only place that knows the library of Leiden's authors.
///
/// On 2,500, 3,750 and 6,250 papers of 25 arXiv categories, at a resolution of 1.5 (mean of 3
/// seeds), such weights give an AMI with the categories of .662, .646 and .660; the cosine once per
/// tie .657, .642 and .654; UMAP's fuzzy union .659, .644 and .655.
final class TieNetwork {
  /// More neighbors tie unlike papers, and resolutions were measured with these.
  static final int NEIGHBORS = 15;

  /// Of few papers each should know a fifth at most, or all are tied to all.
  private static final int PAPERS_A_NEIGHBOR = 5;

  private static final int FEWEST_NEIGHBORS = 4;

  /// A tie must weigh something: the library counts the group behind a tie of zero twice.
  private static final float LEAST_WEIGHT = 1e-3f;

  /// Rounds of the whole algorithm, as many as its authors' program makes.
  private static final int ITERATIONS = 10;

  /// Rounds of a run that is one of many, which need not be the best.
  private static final int QUICK_ITERATIONS = 3;

  private final int[] starts;
  private final int[] others;
  private final double[] weights;
  private final Network network;

  /// @param starts for each paper, and after the last, where its ties begin
  /// @param others the papers at their other ends; each tie is there from both ends
  /// @param weights above 0, equal from both ends
  TieNetwork(int[] starts, int[] others, double[] weights) {
    this.starts = starts;
    this.others = others;
    this.weights = weights;
    this.network =
        new Network(
            starts.length - 1,
            true,
            Arrays.stream(starts).asLongStream().toArray(),
            new LargeIntArray(others),
            new LargeDoubleArray(weights),
            false);
  }

  /// @param graph of 2 papers or more
  static TieNetwork of(NeighborGraph graph) {
    int fifth = Math.max(FEWEST_NEIGHBORS, graph.rows() / PAPERS_A_NEIGHBOR);
    int k = Math.min(graph.k(), Math.min(NEIGHBORS, fifth));
    long[] pairs = graph.pairs(k);
    int[] starts = new int[graph.rows() + 1];
    int[] others = new int[pairs.length];
    double[] weights = new double[pairs.length];
    for (int at = 0; at < pairs.length; at++) {
      int from = (int) (pairs[at] >>> Integer.SIZE);
      others[at] = (int) pairs[at];
      weights[at] = weight(graph, k, from, others[at]) + weight(graph, k, others[at], from);
      starts[from + 1] = at + 1;
    }
    return new TieNetwork(starts, others, weights);
  }

  private static float weight(NeighborGraph graph, int k, int row, int neighbor) {
    for (int rank = 0; rank < k; rank++) {
      if (graph.neighbor(row, rank) == neighbor) {
        return Math.max(LEAST_WEIGHT, graph.cosine(row, rank));
      }
    }
    return 0;
  }

  /// The communities of greatest modularity (Newman and Girvan, doi:10.1103/PhysRevE.69.026113)
  /// that the Leiden algorithm finds, with `resolution` times the ties expected by chance
  /// (Reichardt and Bornholdt, doi:10.1103/PhysRevE.74.016110): the larger, the more communities.
  ///
  /// @return labels from 0, each used
  int[] communities(double resolution, long seed) {
    return communities(resolution, ITERATIONS, seed);
  }

  /// The same with a shorter search, which is not quite as good.
  int[] quickCommunities(double resolution, long seed) {
    return communities(resolution, QUICK_ITERATIONS, seed);
  }

  private int[] communities(double resolution, int iterations, long seed) {
    // The library weighs pairs of papers: chance ties two by the product of their weights over the
    // sum of all.
    double perPair = resolution / (2 * network.getTotalEdgeWeight());
    return new LeidenAlgorithm(
            perPair, iterations, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed))
        .findClustering(network)
        .getClusters();
  }

  /// Some of the papers, and the ties among them.
  ///
  /// @param rows ascending, 1 or more
  TieNetwork among(int[] rows) {
    int[] places = new int[starts.length - 1];
    Arrays.fill(places, -1);
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    int[] kept = new int[rows.length + 1];
    int[] ends = new int[others.length];
    double[] tied = new double[others.length];
    int used = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int at = starts[rows[i]]; at < starts[rows[i] + 1]; at++) {
        if (places[others[at]] >= 0) {
          ends[used] = places[others[at]];
          tied[used++] = weights[at];
        }
      }
      kept[i + 1] = used;
    }
    return new TieNetwork(kept, Arrays.copyOf(ends, used), Arrays.copyOf(tied, used));
  }

  /// The same papers with each tie weakened to the share of `runs` searches for communities that
  /// leave its ends together (Lancichinetti and Fortunato, doi:10.1038/srep00336): what chance
  /// decides in one search falls apart in it, and its communities hardly depend on the seed.
  TieNetwork agreed(double resolution, int runs, long seed) {
    long[] seeds = new SplittableRandom(seed).longs(runs).toArray();
    int[][] found =
        Arrays.stream(seeds)
            .parallel()
            .mapToObj(each -> quickCommunities(resolution, each))
            .toArray(int[][]::new);
    double[] agreed = new double[weights.length];
    for (int row = 0; row < starts.length - 1; row++) {
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        int together = 0;
        for (int[] labels : found) {
          together += labels[row] == labels[others[at]] ? 1 : 0;
        }
        agreed[at] = Math.max(LEAST_WEIGHT, weights[at] * together / runs);
      }
    }
    return new TieNetwork(starts, others, agreed);
  }

  /// Dissolves the smallest group until there are `most` groups or fewer and all have `minimum`
  /// papers or more, or one is left. It joins the group that it has the strongest ties to, or the
  /// largest where it has none; ties of rank go to the lower label.
  ///
  /// @param labels from 0, each used
  int[] absorb(int[] labels, int most, int minimum) {
    int[] absorbed = labels.clone();
    int[] sizes = new int[Refinement.count(labels)];
    for (int label : labels) {
      sizes[label]++;
    }
    for (int left = sizes.length; left > 1; left--) {
      int smallest = smallest(sizes);
      if (left <= most && sizes[smallest] >= minimum) {
        break;
      }
      int into = strongest(absorbed, smallest, sizes);
      for (int row = 0; row < absorbed.length; row++) {
        absorbed[row] = absorbed[row] == smallest ? into : absorbed[row];
      }
      sizes[into] += sizes[smallest];
      sizes[smallest] = 0;
    }
    return dense(absorbed, sizes);
  }

  private static int smallest(int[] sizes) {
    int smallest = -1;
    for (int group = 0; group < sizes.length; group++) {
      if (sizes[group] > 0 && (smallest < 0 || sizes[group] < sizes[smallest])) {
        smallest = group;
      }
    }
    return smallest;
  }

  private int strongest(int[] labels, int group, int[] sizes) {
    double[] ties = new double[sizes.length];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == group) {
        for (int at = starts[row]; at < starts[row + 1]; at++) {
          ties[labels[others[at]]] += weights[at];
        }
      }
    }
    int best = -1;
    for (int other = 0; other < sizes.length; other++) {
      if (other == group || sizes[other] == 0) {
        continue;
      }
      boolean stronger =
          best < 0
              || ties[other] > ties[best]
              || (ties[best] == 0 && ties[other] == 0 && sizes[other] > sizes[best]);
      best = stronger ? other : best;
    }
    return best;
  }

  private static int[] dense(int[] labels, int[] sizes) {
    int[] numbers = new int[sizes.length];
    int used = 0;
    for (int group = 0; group < sizes.length; group++) {
      numbers[group] = sizes[group] > 0 ? used++ : -1;
    }
    return Arrays.stream(labels).map(label -> numbers[label]).toArray();
  }
}
