package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;

/// The Leiden algorithm (Traag, Waltman and van Eck, doi:10.1038/s41598-019-41695-z): local moving,
/// refinement, and the same again on the aggregate network of the refined parts, until nothing
/// moves. The communities found have a high modularity, and each is connected.
///
/// One search runs on one thread; equal networks and seeds give equal communities.
public final class LeidenAlgorithm {
  private final SplittableRandom random;

  private LeidenAlgorithm(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Communities of a network, labelled from 0, each label used.
  ///
  /// @param resolution factor of the edges expected by chance
  /// @param rounds of the whole algorithm, each from what the last one found. A round without
  ///   change does not end the search: parts are random, and those of the next round may move
  public static int[] communities(
      WeightedNetwork network, double resolution, int rounds, long seed) {
    return improved(network, identity(network.nodes()), resolution, rounds, seed);
  }

  /// The same from communities that are there already, which change no more than they gain by it.
  ///
  /// @param start labels from 0 to the number of papers − 1
  public static int[] improved(
      WeightedNetwork network, int[] start, double resolution, int rounds, long seed) {
    LeidenAlgorithm search = new LeidenAlgorithm(seed);
    double scaledResolution = network.modularityResolution(resolution);
    int[] labels = start;
    for (int round = 0; round < rounds; round++) {
      labels = search.improve(network, labels, scaledResolution);
    }
    return labels;
  }

  // Apart from the loop of rounds: on-stack replacement of that loop would compile all that is
  // called from here once more, which takes longer than a search.
  private int[] improve(WeightedNetwork papers, int[] start, double scaledResolution) {
    int[] nodeOfPaper = identity(papers.nodes());
    WeightedNetwork level = papers;
    int[] labels = start;
    while (true) {
      labels = LocalMoving.settle(level, labels, scaledResolution, random);
      if (Labels.count(labels) == level.nodes()) {
        break;
      }
      int[] parts = LocalMerging.parts(level, labels, scaledResolution, random);
      int count = Labels.count(parts);
      if (count == level.nodes()) {
        break;
      }
      labels = labelsOfParts(parts, count, labels);
      nodeOfPaper = composed(nodeOfPaper, parts);
      level = level.aggregate(parts, count);
    }
    return composed(nodeOfPaper, labels);
  }

  private static int[] labelsOfParts(int[] parts, int count, int[] labels) {
    int[] above = new int[count];
    for (int node = 0; node < parts.length; node++) {
      above[parts[node]] = labels[node];
    }
    return above;
  }

  private static int[] composed(int[] nodeOfPaper, int[] next) {
    int[] composed = new int[nodeOfPaper.length];
    for (int i = 0; i < nodeOfPaper.length; i++) {
      composed[i] = next[nodeOfPaper[i]];
    }
    return composed;
  }

  /// 0, 1, 2 and so on.
  static int[] identity(int length) {
    int[] numbers = new int[length];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /// The numbers below `length` in a random order.
  static int[] shuffled(int length, SplittableRandom random) {
    int[] order = identity(length);
    for (int i = length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int number = order[other];
      order[other] = order[i];
      order[i] = number;
    }
    return order;
  }
}
