package org.papermap.cluster.internal.layout;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.search.NeighborGraph;

/// UMAP's optimisation (McInnes, Healy and Melville, arXiv:1802.03426, section 3.2): tied papers
/// draw each other, each as often as its tie is strong, and after each pull some papers drawn by
/// lot push.
///
/// In a round each paper moves by itself, drawn and pushed by the places that the others had when
/// the round began, so that all cores work and a seed means one map at any number of threads; and
/// on every processor, as the numbers are made of additions and multiplications.
public final class Umap {
  /// Papers that push for each pull, and the longest step along an axis: the authors' own choice.
  private static final int PUSHES = 5;

  private static final float LONGEST_STEP = 4;

  /// Keeps the push of points that all but coincide finite.
  private static final double NEAR = 1e-3;

  /// The start is stretched to this square, in the units of minDist.
  private static final double SIDE = 10;

  /// What maps come to be wide from there: 17 to 26 units on 2,500 to 9,868 papers.
  private static final double GROWN_SIDE = 18;

  /// Springs to the places on an earlier map: in each round a paper goes this share of the way
  /// home, times the rate. With a tenth of 2,500 papers new, half of the others move by less than 1
  /// % of the map, with a fifth of it by 1.6 %; neither costs faithfulness.
  private static final float SPRINGS = 1;

  /// From an earlier map on, papers need not find their neighborhoods first.
  private static final float LATER_RATE = 0.25f;

  /// Papers that one thread moves at a time.
  private static final int BLOCK = 128;

  /// Knuth's linear congruence, *The Art of Computer Programming*, volume 2, section 3.3.4.
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final long INCREMENT = 1442695040888963407L;

  private final FuzzyGraph graph;
  private final TabulatedFunction pull;
  private final TabulatedFunction push;
  private final int rows;
  private final float[] places;
  private final float[] before;
  private final int[] starts;
  private final float[] due;
  private final float[] periods;
  private final long seed;
  private final @Nullable Anchors anchors;

  private Umap(
      FuzzyGraph graph, float[] places, double minDist, long seed, @Nullable Anchors anchors) {
    DistanceCurve curve = DistanceCurve.of(minDist);
    this.graph = graph;
    this.pull = new TabulatedFunction(curve::pull);
    this.push = new TabulatedFunction(squared -> curve.push(squared, NEAR));
    this.rows = places.length / 2;
    this.places = places;
    this.before = places.clone();
    this.starts = new int[rows + 1];
    this.due = new float[graph.edges()];
    this.periods = new float[graph.edges()];
    this.seed = seed;
    this.anchors = anchors;
    schedule();
  }

  /// @param k neighbors to use of each paper, 1 or more
  /// @param components where to begin if papers are tied into several parts, x and y of each in
  ///   turn
  /// @return x and y of each paper in turn
  public static double[] fit(
      NeighborGraph graph, int k, double[] components, double minDist, int epochs, long seed) {
    FuzzyGraph fuzzy = FuzzyGraph.of(graph, k);
    double[] start =
        SpectralInitialization.isConnected(fuzzy, graph.rows())
            ? SpectralInitialization.of(fuzzy, graph.rows())
            : components;
    Umap umap = new Umap(fuzzy, stretched(start), minDist, seed, null);
    umap.optimize(epochs, 1);
    return umap.doubles();
  }

  /// The same from an earlier map, with its papers held near their places.
  public static double[] refit(
      NeighborGraph graph, int k, Anchors earlier, double minDist, int epochs, long seed) {
    Anchors anchors = earlier.scaled(Math.min(GROWN_SIDE, Math.sqrt(graph.rows())));
    float[] places = new float[2 * graph.rows()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) anchors.homes()[i];
    }
    Umap umap = new Umap(FuzzyGraph.of(graph, k), places, minDist, seed, anchors);
    umap.optimize(epochs, LATER_RATE);
    return umap.doubles();
  }

  private static float[] stretched(double[] start) {
    float[] places = new float[start.length];
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < places.length; i += 2) {
        low = Math.min(low, start[i]);
        high = Math.max(high, start[i]);
      }
      for (int i = axis; i < places.length; i += 2) {
        places[i] = high > low ? (float) (SIDE * (start[i] - low) / (high - low)) : 0;
      }
    }
    return places;
  }

  private double[] doubles() {
    return IntStream.range(0, places.length).mapToDouble(i -> places[i]).toArray();
  }

  /// A tie is due whenever its share of all rounds has come round again; one whose share is less
  /// than a round never is.
  private void schedule() {
    double strongest = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      strongest = Math.max(strongest, graph.weight(edge));
      starts[graph.from(edge) + 1] = edge + 1;
    }
    for (int edge = 0; edge < due.length; edge++) {
      periods[edge] = (float) (strongest / graph.weight(edge));
      due[edge] = periods[edge];
    }
  }

  private void optimize(int epochs, float first) {
    for (int round = 1; round <= epochs; round++) {
      int epoch = round;
      float rate = first * (1 - (epoch - 1f) / epochs);
      System.arraycopy(places, 0, before, 0, places.length);
      IntStream.range(0, Math.ceilDiv(rows, BLOCK))
          .parallel()
          .forEach(block -> {
            int end = Math.min(rows, (block + 1) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
              move(row, epoch, rate);
            }
          });
    }
  }

  /// A pull is meant for both ends. The other end has the same tie the other way round, which is
  /// due in the same rounds; so each moves by twice its step, and leaves the other alone.
  private void move(int row, int epoch, float rate) {
    float x = places[2 * row];
    float y = places[2 * row + 1];
    long random = mixed(seed + (long) epoch * rows + row);
    for (int tie = starts[row]; tie < starts[row + 1]; tie++) {
      if (due[tie] <= epoch) {
        due[tie] += periods[tie];
        int other = graph.to(tie);
        float dx = x - before[2 * other];
        float dy = y - before[2 * other + 1];
        float slope = pull.of(dx * dx + dy * dy);
        x -= 2 * rate * limited(slope * dx);
        y -= 2 * rate * limited(slope * dy);
        for (int i = 0; i < PUSHES; i++) {
          random = random * MULTIPLIER + INCREMENT;
          // The upper half of the bits, as a share of the rows.
          other = (int) ((random >>> Integer.SIZE) * rows >>> Integer.SIZE);
          dx = x - before[2 * other];
          dy = y - before[2 * other + 1];
          float squared = dx * dx + dy * dy;
          slope = push.of(squared);
          if (other != row) {
            // Points in one place have no direction to part in; any will do that is always the
            // same.
            x += rate * (squared > 0 ? limited(slope * dx) : LONGEST_STEP);
            y += rate * (squared > 0 ? limited(slope * dy) : LONGEST_STEP);
          }
        }
      }
    }
    places[2 * row] = x - rate * spring(2 * row, x);
    places[2 * row + 1] = y - rate * spring(2 * row + 1, y);
  }

  private float spring(int i, float coordinate) {
    return anchors == null ? 0 : SPRINGS * (float) anchors.strain(i, coordinate);
  }

  /// Numbers that follow each other become numbers that have nothing in common (Stafford's
  /// thirteenth mix of 64 bits, as in [java.util.SplittableRandom]).
  private static long mixed(long value) {
    long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }

  private static float limited(float step) {
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  }
}
