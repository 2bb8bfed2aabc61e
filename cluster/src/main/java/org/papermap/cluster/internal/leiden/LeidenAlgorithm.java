package org.papermap.cluster.internal.leiden;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.papermap.cluster.internal.Labels;

/// The Leiden algorithm (Traag, Waltman and van Eck, doi:10.1038/s41598-019-41695-z) on flat
/// arrays. Nodes move to the communities that they have the most ties to beyond chance; each
/// community is then put together anew from single nodes, so that it cannot fall apart; the parts
/// so found are the nodes of a smaller network, on which the same is done, until nothing moves.
///
/// One search is for one thread; equal networks and seeds give equal communities.
public final class LeidenAlgorithm {
  private final SplittableRandom random;

  private LeidenAlgorithm(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Communities of a network, labelled from 0, each label used.
  ///
  /// @param resolution times the ties expected by chance
  /// @param rounds of the whole algorithm, each from what the last one found. One that changes
  ///   nothing is no reason to end: the parts are drawn, and other parts may move
  public static int[] communities(WeightedNetwork ties, double resolution, int rounds, long seed) {
    LeidenAlgorithm search = new LeidenAlgorithm(seed);
    double chance = ties.chance(resolution);
    int[] labels = identity(ties.nodes());
    for (int round = 0; round < rounds; round++) {
      labels = search.improve(ties, labels, chance);
    }
    return labels;
  }

  // The loops are in methods of their own: were they here, all that is called from here would be
  // compiled once more with them, which takes longer than a search.
  private int[] improve(WeightedNetwork papers, int[] start, double chance) {
    int[] places = identity(papers.nodes());
    WeightedNetwork level = papers;
    int[] labels = start;
    while (true) {
      labels = LocalMoving.settle(level, labels, chance, random);
      if (Labels.count(labels) == level.nodes()) {
        break;
      }
      int[] parts = LocalMerging.parts(level, labels, chance, random);
      int count = Labels.count(parts);
      if (count == level.nodes()) {
        break;
      }
      labels = ofParts(parts, count, labels);
      places = followed(places, parts);
      level = level.joined(parts, count);
    }
    return followed(places, labels);
  }

  private static int[] ofParts(int[] parts, int count, int[] labels) {
    int[] above = new int[count];
    for (int node = 0; node < parts.length; node++) {
      above[parts[node]] = labels[node];
    }
    return above;
  }

  private static int[] followed(int[] places, int[] next) {
    int[] followed = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      followed[i] = next[places[i]];
    }
    return followed;
  }

  static int[] identity(int length) {
    int[] numbers = new int[length];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /// The numbers below `length`, each once, in an order that is drawn.
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
