package org.papermap.cluster.internal.layout;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The repulsion on new points among points that stay where they are. What the latter do is solved
/// once for all places; each round then takes the time of the new points alone.
final class RepulsionOnNew {
  /// Among more new points a mesh is faster than all pairs.
  private static final int MOST_IN_PAIRS = 2000;

  private final Repulsion held;
  private final double sumOfHeld;
  private final int[] rows;
  private final double[] own;
  private final double[] forces;
  private final double[] sums;
  private final @Nullable Repulsion mesh;

  /// @param places of all points, x and y of each in turn
  /// @param isHeld which of them stay
  /// @param edge how far from the origin new points may come, along each axis
  RepulsionOnNew(double[] places, boolean[] isHeld, double edge) {
    double[] stay =
        IntStream.range(0, places.length)
            .filter(i -> isHeld[i / 2])
            .mapToDouble(i -> places[i])
            .toArray();
    this.held = new Repulsion(stay.length / 2);
    this.sumOfHeld = held.of(stay, edge);
    this.rows = IntStream.range(0, isHeld.length).filter(row -> !isHeld[row]).toArray();
    this.own = new double[2 * rows.length];
    this.forces = new double[2 * rows.length];
    this.sums = new double[rows.length];
    this.mesh = rows.length > MOST_IN_PAIRS ? new Repulsion(rows.length) : null;
  }

  /// The rows of the new points.
  int[] rows() {
    return rows;
  }

  /// The sum of *w*² (*y*ᵢ − *y*ⱼ) of a new point over all others, along an axis.
  ///
  /// @param i its place among [#rows]
  double force(int i, int axis) {
    return forces[2 * i + axis] + (mesh == null ? 0 : mesh.force(i, axis));
  }

  /// Calculates the repulsion at the new points' places.
  ///
  /// @param places of all points, x and y of each in turn
  /// @return the sum of *w* over all ordered pairs of different points
  double of(double[] places) {
    for (int i = 0; i < rows.length; i++) {
      own[2 * i] = places[2 * rows[i]];
      own[2 * i + 1] = places[2 * rows[i] + 1];
    }
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(i -> {
          sums[i] = 2 * held.at(own, i, forces);
          if (mesh == null) {
            sums[i] += addOthers(i);
          }
        });
    double sum = sumOfHeld + (mesh == null ? 0 : mesh.of(own));
    for (double each : sums) {
      sum += each;
    }
    return sum;
  }

  private double addOthers(int i) {
    double sum = 0;
    for (int other = 0; other < rows.length; other++) {
      double dx = own[2 * i] - own[2 * other];
      double dy = own[2 * i + 1] - own[2 * other + 1];
      double near = 1 / (1 + dx * dx + dy * dy);
      sum += other == i ? 0 : near;
      forces[2 * i] += near * near * dx;
      forces[2 * i + 1] += near * near * dy;
    }
    return sum;
  }
}
