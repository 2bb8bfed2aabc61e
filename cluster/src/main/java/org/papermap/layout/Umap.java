package org.papermap.layout;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.papermap.search.NeighborGraph;

/// UMAP's optimisation (McInnes, Healy and Melville, arXiv:1802.03426, section 3.2): tied papers
/// draw each other, each as often as its tie is strong, and after each pull some papers drawn by
/// lot push.
///
/// In a round each paper moves by itself, drawn and pushed by the places that the others had when
/// the round began, so that all cores work and a seed means one map at any number of threads; and
/// on every processor, as the numbers are made of additions and multiplications.
final class Umap {
  /// Papers that push for each pull, and the longest step along an axis: the authors' own choice.
  private static final int PUSHES = 5;

  private static final double LONGEST_STEP = 4;

  /// Keeps the push of points that all but coincide finite.
  private static final double NEAR = 1e-3;

  /// The start is stretched to this square, in the units of minDist.
  private static final double SIDE = 10;

  private final FuzzyGraph graph;
  private final DistanceCurve curve;
  private final Power power;
  private final double[] places;
  private final double[] before;
  private final long seed;

  private Umap(FuzzyGraph graph, DistanceCurve curve, double[] places, long seed) {
    this.graph = graph;
    this.curve = curve;
    this.power = new Power(curve.b());
    this.places = places;
    this.before = places.clone();
    this.seed = seed;
  }

  /// @param k neighbors to use of each paper, 1 or more
  /// @param start where to begin, x and y of each paper in turn
  /// @return x and y of each paper in turn
  static double[] fit(NeighborGraph graph, int k, double[] start, LayoutMethod.Umap method) {
    Umap umap =
        new Umap(
            FuzzyGraph.of(graph, k),
            DistanceCurve.of(method.minDist()),
            stretched(start),
            method.seed());
    umap.optimize(method.epochs());
    return umap.places;
  }

  private static double[] stretched(double[] start) {
    double[] places = start.clone();
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < places.length; i += 2) {
        low = Math.min(low, places[i]);
        high = Math.max(high, places[i]);
      }
      for (int i = axis; i < places.length; i += 2) {
        places[i] = high > low ? SIDE * (places[i] - low) / (high - low) : 0;
      }
    }
    return places;
  }

  private void optimize(int epochs) {
    int rows = places.length / 2;
    double strongest = 0;
    int[] starts = new int[rows + 1];
    for (int edge = 0; edge < graph.edges(); edge++) {
      strongest = Math.max(strongest, graph.weight(edge));
      starts[graph.from(edge) + 1] = edge + 1;
    }
    // An edge is due whenever its share of all rounds has come round again; one whose share is less
    // than a round never is.
    double[] due = new double[graph.edges()];
    double[] periods = new double[graph.edges()];
    for (int edge = 0; edge < due.length; edge++) {
      periods[edge] = strongest / graph.weight(edge);
      due[edge] = periods[edge];
    }
    for (int round = 1; round <= epochs; round++) {
      int epoch = round;
      double rate = 1 - (epoch - 1.0) / epochs;
      System.arraycopy(places, 0, before, 0, places.length);
      IntStream.range(0, rows)
          .parallel()
          .forEach(row -> {
            SplittableRandom random = new SplittableRandom(seed + (long) epoch * rows + row);
            for (int edge = starts[row]; edge < starts[row + 1]; edge++) {
              if (due[edge] <= epoch) {
                due[edge] += periods[edge];
                pull(row, graph.to(edge), rate);
                for (int i = 0; i < PUSHES; i++) {
                  push(row, random.nextInt(rows), rate);
                }
              }
            }
          });
    }
  }

  /// A pull is meant for both ends. The other end has the same edge the other way round, which is
  /// due in the same rounds; so each moves by twice its step, and leaves the other alone.
  private void pull(int row, int other, double rate) {
    double squared = squaredDistance(row, other);
    if (!(squared > 0)) {
      return;
    }
    double raised = power.of(squared);
    double slope = -2 * curve.a() * curve.b() * raised / squared / (1 + curve.a() * raised);
    for (int axis = 0; axis < 2; axis++) {
      double apart = places[2 * row + axis] - before[2 * other + axis];
      places[2 * row + axis] += 2 * rate * limited(slope * apart);
    }
  }

  private void push(int row, int other, double rate) {
    if (row == other) {
      return;
    }
    double squared = squaredDistance(row, other);
    double slope = 2 * curve.b() / ((NEAR + squared) * (1 + curve.a() * power.of(squared)));
    for (int axis = 0; axis < 2; axis++) {
      // Points in one place have no direction to part in; any will do that is the same each time.
      double apart = places[2 * row + axis] - before[2 * other + axis];
      double step = squared > 0 ? limited(slope * apart) : LONGEST_STEP;
      places[2 * row + axis] += rate * step;
    }
  }

  private double squaredDistance(int row, int other) {
    double dx = places[2 * row] - before[2 * other];
    double dy = places[2 * row + 1] - before[2 * other + 1];
    return dx * dx + dy * dy;
  }

  private static double limited(double step) {
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  }
}
