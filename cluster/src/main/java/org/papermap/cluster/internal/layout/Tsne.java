package org.papermap.cluster.internal.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.search.NeighborGraph;

/// t-SNE's optimisation (van der Maaten and Hinton 2008, JMLR 9:2579): papers that are tied pull
/// each other, all push each other, and the map comes to rest where both are equal. It goes down
/// the slope with momentum and a gain for each coordinate that grows while the slope keeps its
/// sign.
///
/// Every sum is added in one order, whatever the number of threads, and of functions only the
/// square root is used, so that the places are the same everywhere.
public final class Tsne {
  /// In the first rounds ties pull this much more strongly, so that papers find their neighborhoods
  /// before the map spreads out: van der Maaten's own choice.
  private static final double EARLY_EXAGGERATION = 12;

  /// From principal components, more rounds of it than this change nothing: 100 and 250 gave
  /// trustworthiness .9660 and .9665 on 9,868 papers.
  private static final int EARLY_ROUNDS = 100;

  /// Van der Maaten's momenta, for the early rounds and the others.
  private static final double EARLY_MOMENTUM = 0.5;

  private static final double MOMENTUM = 0.8;

  /// The learning rate is a paper's share of all over the exaggeration (Belkina and others,
  /// doi:10.1038/s41467-019-13055-y); with few papers no less than this.
  private static final double LEAST_RATE = 50;

  private static final double LEAST_GAIN = 0.01;

  /// A paper that its neighbors draw from far away would shoot past them. One unit is about how far
  /// apart neighbors come to lie.
  private static final double LONGEST_STEP = 5;

  /// Neighbors come to lie about one unit apart, so that a map has about a square unit a paper: on
  /// 6,250 papers it was 79 wide, on 9,868 papers 92.
  private static final double UNITS_A_PAPER = 1;

  /// How strongly papers are held to their places on an earlier map, all of them together: this
  /// over the map's side, since what counts is by which share of it they move. With a tenth of the
  /// papers new, half of the others move by about .4 % of the side on 6,250 papers and 2.2 % on 91,
  /// where without springs it is 2.7 and 5.6 %; .378 of the neighbors are kept then on 6,250 papers
  /// instead of .384.
  private static final double SPRINGS = 0.8;

  /// The deviation of the start along its longer axis: so small that it decides directions alone.
  private static final double START = 1e-4;

  private final Affinities affinities;
  private final Repulsion repulsion;
  private final double[] places;
  private final double[] pulls;
  private final double[] steps;
  private final double[] gains;
  private final @Nullable Anchors anchors;

  private Tsne(Affinities affinities, double[] places, @Nullable Anchors anchors) {
    this.affinities = affinities;
    this.anchors = anchors;
    this.repulsion = new Repulsion(affinities.rows());
    this.places = places;
    this.pulls = new double[places.length];
    this.steps = new double[places.length];
    this.gains = new double[places.length];
    Arrays.fill(gains, 1);
  }

  /// @param k neighbors to use of each paper, 1 or more
  /// @param start where to begin, x and y of each paper in turn; they must not all be equal
  /// @return x and y of each paper in turn
  public static double[] fit(
      NeighborGraph graph, int k, double[] start, double exaggeration, int rounds) {
    Tsne tsne = new Tsne(Affinities.of(graph, k), shrunk(start), null);
    for (int round = 0; round < EARLY_ROUNDS; round++) {
      tsne.move(EARLY_EXAGGERATION, EARLY_MOMENTUM);
    }
    for (int round = 0; round < rounds; round++) {
      tsne.move(exaggeration, MOMENTUM);
    }
    return tsne.places;
  }

  /// The same from an earlier map, which is kept: without the early rounds, which would undo it,
  /// and with its papers held near their places.
  public static double[] refit(
      NeighborGraph graph, int k, Anchors earlier, double exaggeration, int rounds) {
    Anchors anchors = earlier.scaled(Math.sqrt(graph.rows() * UNITS_A_PAPER));
    Tsne tsne = new Tsne(Affinities.of(graph, k), anchors.homes().clone(), anchors);
    for (int round = 0; round < rounds; round++) {
      tsne.move(exaggeration, MOMENTUM);
    }
    return tsne.places;
  }

  private static double[] shrunk(double[] start) {
    double[] places = start.clone();
    center(places);
    double[] squared = new double[2];
    for (int i = 0; i < places.length; i++) {
      squared[i % 2] += places[i] * places[i];
    }
    double deviation = Math.sqrt(Math.max(squared[0], squared[1]) * 2 / places.length);
    for (int i = 0; i < places.length; i++) {
      places[i] *= START / deviation;
    }
    return places;
  }

  private void move(double exaggeration, double momentum) {
    int rows = affinities.rows();
    double normalizer = repulsion.of(places);
    double rate = Math.max(LEAST_RATE, rows / exaggeration);
    IntStream.range(0, rows).parallel().forEach(row -> affinities.putPull(row, places, pulls));
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          for (int axis = 0; axis < 2; axis++) {
            int i = 2 * row + axis;
            double push = repulsion.force(row, axis) / normalizer;
            step(i, exaggeration * pulls[i] - push + spring(i), momentum, rate);
          }
        });
    // A map that is held would be drawn back each time, by papers with large gains before others.
    if (anchors == null) {
      center(places);
    }
  }

  private double spring(int i) {
    double rows = affinities.rows();
    return anchors == null ? 0 : SPRINGS / (rows * Math.sqrt(rows)) * anchors.strain(i, places[i]);
  }

  /// @param slope a quarter of that of t-SNE's cost, as rates are given for
  private void step(int i, double slope, double momentum, double rate) {
    // A step goes against the slope: with equal signs it has gone too far.
    boolean turned = slope > 0 == steps[i] > 0;
    gains[i] = turned ? Math.max(LEAST_GAIN, gains[i] * 0.8) : gains[i] + 0.2;
    double step = momentum * steps[i] - rate * gains[i] * slope;
    steps[i] = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    places[i] += steps[i];
  }

  private static void center(double[] places) {
    double[] sums = new double[2];
    for (int i = 0; i < places.length; i++) {
      sums[i % 2] += places[i];
    }
    for (int i = 0; i < places.length; i++) {
      places[i] -= 2 * sums[i % 2] / places.length;
    }
  }
}
