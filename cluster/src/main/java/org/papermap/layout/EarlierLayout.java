package org.papermap.layout;

import java.util.Arrays;
import org.papermap.cluster.internal.layout.Anchors;
import org.papermap.neighbors.NeighborGraph;

/// The places of some papers on an earlier map, which a new map is to resemble.
final class EarlierLayout {
  /// Steps by which places spread along neighbors to new papers.
  private static final int SPREADING = 20;

  private final Layout earlier;
  private final int[] rows;

  /// @param rows of each paper its row on the earlier map, or −1
  EarlierLayout(Layout earlier, int[] rows) {
    this.earlier = earlier;
    this.rows = rows;
  }

  /// Whether no paper was on the earlier map.
  boolean isEmpty() {
    return Arrays.stream(rows).noneMatch(row -> row >= 0);
  }

  /// The places to begin with: papers of the earlier map at their places there, a new paper at the
  /// mean of its neighbors' places, or in the middle of the map if no neighbor has a place.
  Anchors anchors(NeighborGraph graph, int k) {
    double[] places = new double[2 * rows.length];
    boolean[] held = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      held[row] = rows[row] >= 0;
      if (held[row]) {
        places[2 * row] = earlier.x(rows[row]) - 0.5;
        places[2 * row + 1] = earlier.y(rows[row]) - 0.5;
      }
    }
    boolean[] known = held.clone();
    for (int step = 0; step < SPREADING; step++) {
      boolean[] before = known.clone();
      for (int row = 0; row < rows.length; row++) {
        if (!before[row]) {
          known[row] = putAtNeighbors(graph, k, row, before, places);
        }
      }
    }
    return new Anchors(places, held);
  }

  private static boolean putAtNeighbors(
      NeighborGraph graph, int k, int row, boolean[] known, double[] places) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int rank = 0; rank < k; rank++) {
      int neighbor = graph.neighbor(row, rank);
      if (known[neighbor]) {
        x += places[2 * neighbor];
        y += places[2 * neighbor + 1];
        count++;
      }
    }
    if (count > 0) {
      places[2 * row] = x / count;
      places[2 * row + 1] = y / count;
    }
    return count > 0;
  }

  /// The same places, rotated and maybe mirrored so that papers of both maps come nearest to their
  /// earlier places: the orthogonal Procrustes problem (Schönemann, doi:10.1007/BF02289451) in the
  /// plane.
  double[] align(double[] places) {
    double[] center = new double[2];
    double[] earlierCenter = new double[2];
    int shared = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] >= 0) {
        shared++;
        center[0] += places[2 * row];
        center[1] += places[2 * row + 1];
        earlierCenter[0] += earlier.x(rows[row]);
        earlierCenter[1] += earlier.y(rows[row]);
      }
    }
    // Sums of products: of equal axes, and of crossed ones.
    double[] sums = new double[4];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] >= 0) {
        double x = places[2 * row] - center[0] / shared;
        double y = places[2 * row + 1] - center[1] / shared;
        double u = earlier.x(rows[row]) - earlierCenter[0] / shared;
        double v = earlier.y(rows[row]) - earlierCenter[1] / shared;
        sums[0] += x * u;
        sums[1] += y * v;
        sums[2] += x * v;
        sums[3] += y * u;
      }
    }
    return turned(places, sums[0], sums[1], sums[2], sums[3]);
  }

  private static double[] turned(double[] places, double xu, double yv, double xv, double yu) {
    double turn = Math.sqrt((xu + yv) * (xu + yv) + (xv - yu) * (xv - yu));
    double flip = Math.sqrt((xu - yv) * (xu - yv) + (xv + yu) * (xv + yu));
    boolean mirrored = flip > turn;
    double length = mirrored ? flip : turn;
    if (!(length > 0)) {
      return places;
    }
    double cosine = (mirrored ? xu - yv : xu + yv) / length;
    double sine = (mirrored ? xv + yu : xv - yu) / length;
    double sign = mirrored ? -1 : 1;
    double[] turned = new double[places.length];
    for (int i = 0; i < places.length; i += 2) {
      double x = places[i];
      double y = sign * places[i + 1];
      turned[i] = cosine * x - sine * y;
      turned[i + 1] = sine * x + cosine * y;
    }
    return turned;
  }
}
