package org.papermap.cluster.internal.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.neighbors.NeighborGraph;

/// t-SNE's optimisation (van der Maaten and Hinton 2008, JMLR 9:2579): gradient descent with
/// momentum, and with a gain for each coordinate that grows while its gradient keeps its sign.
/// Neighbors attract each other, all papers repel each other.
///
/// Every sum has one order at any number of threads, and the square root is the only function used,
/// so that places are the same everywhere. Trials of the constants: `cluster/docs/layout.md`.
public final class Tsne {
  /// The exaggeration of the first rounds, in which papers find their neighborhoods before the map
  /// spreads out: van der Maaten's own choice.
  private static final double EARLY_EXAGGERATION = 12;

  /// The number of rounds with it; from principal components more of them change nothing.
  private static final int EARLY_ROUNDS = 100;

  /// Van der Maaten's momentum for the first rounds, and for the others.
  private static final double EARLY_MOMENTUM = 0.5;

  private static final double MOMENTUM = 0.8;

  /// The least learning rate. It is the number of papers over the exaggeration (Belkina and others,
  /// doi:10.1038/s41467-019-13055-y).
  private static final double LEAST_RATE = 50;

  private static final double LEAST_GAIN = 0.01;

  /// The longest step along an axis; with longer ones papers overshoot far neighbors. Neighbors
  /// come to lie about one unit apart.
  private static final double LONGEST_STEP = 5;

  /// The square units of a map per paper: 6,250 papers make a map 79 units wide, 9,868 papers 92.
  private static final double UNITS_A_PAPER = 1;

  /// The strength of the springs to places on an earlier map, of all papers together, times the
  /// map's side.
  private static final double SPRINGS = 0.8;

  /// The standard deviation of the start along its longer axis: so small that it decides directions
  /// only.
  private static final double START = 1e-4;

  private final Affinities affinities;
  private final Repulsion repulsion;
  private final double[] places;
  private final double[] attraction;
  private final double[] steps;
  private final double[] gains;
  private final @Nullable Anchors anchors;

  private Tsne(Affinities affinities, double[] places, @Nullable Anchors anchors) {
    this.affinities = affinities;
    this.anchors = anchors;
    this.repulsion = new Repulsion(affinities.rows());
    this.places = places;
    this.attraction = new double[places.length];
    this.steps = new double[places.length];
    this.gains = new double[places.length];
    Arrays.fill(gains, 1);
  }

  /// @param k neighbors to use of each paper, 1 or more
  /// @param start places to begin with, x and y of each paper in turn; not all equal
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

  /// The same from the places of an earlier map, with springs to them. It leaves out the first
  /// rounds, which would undo the earlier map.
  public static double[] refit(
      NeighborGraph graph, int k, Anchors earlier, double exaggeration, int rounds) {
    Anchors anchors = earlier.scaled(Math.sqrt(graph.rows() * UNITS_A_PAPER));
    Tsne tsne = new Tsne(Affinities.of(graph, k), anchors.homes().clone(), anchors);
    for (int round = 0; round < rounds; round++) {
      tsne.move(exaggeration, MOMENTUM);
    }
    return tsne.places;
  }

  /// The places of new papers among those of an earlier map, which stay where they are.
  ///
  /// @param earlier held papers do not move at all, the others begin at their homes and stay within
  ///   half of the map's side from its middle
  public static double[] grow(
      NeighborGraph graph, int k, Anchors earlier, double exaggeration, int rounds) {
    double side = Math.sqrt(graph.rows() * UNITS_A_PAPER);
    Anchors anchors = earlier.scaled(side);
    Tsne tsne = new Tsne(Affinities.of(graph, k), anchors.homes().clone(), anchors);
    RepulsionOnNew repulsion = new RepulsionOnNew(tsne.places, earlier.held(), side / 2);
    for (int round = 0; round < rounds; round++) {
      tsne.moveNew(repulsion, exaggeration, side / 2);
    }
    double[] places = earlier.homes().clone();
    for (int i = 0; i < places.length; i++) {
      places[i] = earlier.held()[i / 2] ? places[i] : tsne.places[i] / side;
    }
    return places;
  }

  private void moveNew(RepulsionOnNew onNew, double exaggeration, double edge) {
    double normalizer = onNew.of(places);
    double rate = Math.max(LEAST_RATE, affinities.rows() / exaggeration);
    int[] rows = onNew.rows();
    IntStream.of(rows).parallel().forEach(row -> affinities.putAttraction(row, places, attraction));
    for (int i = 0; i < 2 * rows.length; i++) {
      int at = 2 * rows[i / 2] + i % 2;
      double repulsiveForce = onNew.force(i / 2, i % 2) / normalizer;
      step(at, exaggeration * attraction[at] - repulsiveForce, MOMENTUM, rate);
      places[at] = Math.clamp(places[at], -edge, edge);
    }
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
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> affinities.putAttraction(row, places, attraction));
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          for (int axis = 0; axis < 2; axis++) {
            int i = 2 * row + axis;
            double repulsiveForce = repulsion.force(row, axis) / normalizer;
            step(i, exaggeration * attraction[i] - repulsiveForce + spring(i), momentum, rate);
          }
        });
    // A map with springs is not centred: they would draw it back each time, papers with large gains
    // before the others.
    if (anchors == null) {
      center(places);
    }
  }

  private double spring(int i) {
    double rows = affinities.rows();
    return anchors == null
        ? 0
        : SPRINGS / (rows * Math.sqrt(rows)) * anchors.displacement(i, places[i]);
  }

  /// @param gradient a quarter of that of t-SNE's cost, for which learning rates are given
  private void step(int i, double gradient, double momentum, double rate) {
    // A step goes against the gradient: with equal signs it has gone too far.
    boolean turned = gradient > 0 == steps[i] > 0;
    gains[i] = turned ? Math.max(LEAST_GAIN, gains[i] * 0.8) : gains[i] + 0.2;
    double step = momentum * steps[i] - rate * gains[i] * gradient;
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
