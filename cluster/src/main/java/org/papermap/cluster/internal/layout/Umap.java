package org.papermap.cluster.internal.layout;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.neighbors.NeighborGraph;

/// UMAP's optimisation (McInnes, Healy and Melville, arXiv:1802.03426, section 3.2): each edge is
/// sampled as often as it is strong. Its ends attract each other, and some random papers repel them
/// (negative sampling).
///
/// In a round each paper moves by the places that the others had at the start of the round. So all
/// cores work, and a seed gives one map at any number of threads. The random numbers are made of
/// additions and multiplications, so that it does on every processor.
public final class Umap {
  /// Negative samples for each edge, and the longest step along an axis: the authors' own choice.
  private static final int NEGATIVE_SAMPLES = 5;

  private static final float LONGEST_STEP = 4;

  /// Keeps the repulsion of almost equal points finite.
  private static final double NEAR = 1e-3;

  /// The start is scaled to a square of this side, in the units of minDist.
  private static final double SIDE = 10;

  /// The side to which maps grow from there: 17 to 26 units on 2,500 to 9,868 papers.
  private static final double GROWN_SIDE = 18;

  /// Springs to the places on an earlier map: in each round a paper goes this share of the way
  /// home, times the rate.
  private static final float SPRINGS = 1;

  /// The first rate from an earlier map, where papers need not find their neighborhoods first.
  private static final float LATER_RATE = 0.25f;

  /// Papers that one thread moves at a time.
  private static final int BLOCK = 128;

  /// Knuth's linear congruence, *The Art of Computer Programming*, volume 2, section 3.3.4.
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final long INCREMENT = 1442695040888963407L;

  private final FuzzyGraph graph;
  private final TabulatedFunction attraction;
  private final TabulatedFunction repulsion;
  private final int rows;
  private final float[] places;
  private final float[] before;
  private final int[] starts;
  private final float[] nextEpoch;
  private final float[] epochsPerSample;
  private final long seed;
  private final @Nullable Anchors anchors;

  private Umap(
      FuzzyGraph graph, float[] places, double minDist, long seed, @Nullable Anchors anchors) {
    DistanceCurve curve = DistanceCurve.of(minDist);
    this.graph = graph;
    this.attraction = new TabulatedFunction(curve::attraction);
    this.repulsion = new TabulatedFunction(squared -> curve.repulsion(squared, NEAR));
    this.rows = places.length / 2;
    this.places = places;
    this.before = places.clone();
    this.starts = new int[rows + 1];
    this.nextEpoch = new float[graph.edges()];
    this.epochsPerSample = new float[graph.edges()];
    this.seed = seed;
    this.anchors = anchors;
    schedule();
  }

  /// @param k neighbors to use of each paper, 1 or more
  /// @param components places to begin with if the graph is not connected, x and y of each paper in
  ///   turn
  /// @return x and y of each paper in turn
  public static double[] fit(
      NeighborGraph graph, int k, double[] components, double minDist, int epochs, long seed) {
    FuzzyGraph fuzzy = FuzzyGraph.of(graph, k);
    double[] start =
        SpectralInitialization.isConnected(fuzzy, graph.rows())
            ? SpectralInitialization.of(fuzzy, graph.rows())
            : components;
    Umap umap = new Umap(fuzzy, scaled(start), minDist, seed, null);
    umap.optimize(epochs, 1);
    return umap.doubles();
  }

  /// The same from the places of an earlier map, with springs to them.
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

  private static float[] scaled(double[] start) {
    float[] places = new float[start.length];
    BoundingBox box = BoundingBox.of(start);
    double[] low = {box.left(), box.bottom()};
    double[] sides = {box.right() - box.left(), box.top() - box.bottom()};
    for (int i = 0; i < places.length; i++) {
      double side = sides[i % 2];
      places[i] = side > 0 ? (float) (SIDE * (start[i] - low[i % 2]) / side) : 0;
    }
    return places;
  }

  private double[] doubles() {
    return IntStream.range(0, places.length).mapToDouble(i -> places[i]).toArray();
  }

  /// An edge is sampled in proportion to its weight, the strongest in every round; one that would
  /// be sampled less than once never is.
  private void schedule() {
    double strongest = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      strongest = Math.max(strongest, graph.weight(edge));
      starts[graph.from(edge) + 1] = edge + 1;
    }
    for (int edge = 0; edge < nextEpoch.length; edge++) {
      epochsPerSample[edge] = (float) (strongest / graph.weight(edge));
      nextEpoch[edge] = epochsPerSample[edge];
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

  /// Moves a paper. Attraction is meant for both ends of an edge; as the other end samples the edge
  /// in the same rounds, each end takes a double step and leaves the other alone.
  private void move(int row, int epoch, float rate) {
    float x = places[2 * row];
    float y = places[2 * row + 1];
    long random = mixed(seed + (long) epoch * rows + row);
    for (int edge = starts[row]; edge < starts[row + 1]; edge++) {
      if (nextEpoch[edge] <= epoch) {
        nextEpoch[edge] += epochsPerSample[edge];
        int other = graph.to(edge);
        float dx = x - before[2 * other];
        float dy = y - before[2 * other + 1];
        float factor = attraction.of(dx * dx + dy * dy);
        x -= 2 * rate * clipped(factor * dx);
        y -= 2 * rate * clipped(factor * dy);
        for (int i = 0; i < NEGATIVE_SAMPLES; i++) {
          random = random * MULTIPLIER + INCREMENT;
          // The upper half of the bits, scaled to the number of rows.
          other = (int) ((random >>> Integer.SIZE) * rows >>> Integer.SIZE);
          dx = x - before[2 * other];
          dy = y - before[2 * other + 1];
          float squared = dx * dx + dy * dy;
          factor = repulsion.of(squared);
          if (other != row) {
            // Equal points have no direction to move apart in; any fixed one will do.
            x += rate * (squared > 0 ? clipped(factor * dx) : LONGEST_STEP);
            y += rate * (squared > 0 ? clipped(factor * dy) : LONGEST_STEP);
          }
        }
      }
    }
    places[2 * row] = x - rate * spring(2 * row, x);
    places[2 * row + 1] = y - rate * spring(2 * row + 1, y);
  }

  private float spring(int i, float coordinate) {
    return anchors == null ? 0 : SPRINGS * (float) anchors.displacement(i, coordinate);
  }

  /// Makes unrelated numbers of consecutive ones (Stafford's thirteenth mix of 64 bits, as in
  /// [java.util.SplittableRandom]).
  private static long mixed(long value) {
    long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }

  private static float clipped(float step) {
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  }
}
