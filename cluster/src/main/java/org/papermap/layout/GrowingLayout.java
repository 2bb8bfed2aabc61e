package org.papermap.layout;

import java.util.Arrays;
import org.papermap.cluster.internal.layout.Anchors;
import org.papermap.neighbors.NeighborGraph;

/// The places of new papers among those of an earlier map, at which they begin.
final class GrowingLayout {
  /// Smaller distances 1 − cosine count as this, so that copies attract finitely.
  private static final double NEAREST = 1e-3;

  private final NeighborGraph graph;
  private final int k;
  private final double spacing;
  private final double[] places;
  private final boolean[] known;
  private final boolean[] held;

  private GrowingLayout(NeighborGraph graph, int k, Layout earlier, int[] rows) {
    this.graph = graph;
    this.k = k;
    this.spacing = 1 / Math.sqrt(rows.length);
    this.places = new double[2 * rows.length];
    this.held = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      held[row] = rows[row] >= 0;
      places[2 * row] = held[row] ? earlier.x(rows[row]) : 0.5;
      places[2 * row + 1] = held[row] ? earlier.y(rows[row]) : 0.5;
    }
    this.known = held.clone();
  }

  static Anchors anchors(NeighborGraph graph, int k, Layout earlier, int[] rows) {
    GrowingLayout growing = new GrowingLayout(graph, k, earlier, rows);
    growing.spread();
    double[] homes = growing.places;
    for (int i = 0; i < homes.length; i++) {
      homes[i] -= 0.5;
    }
    return new Anchors(homes, growing.held);
  }

  private void spread() {
    for (boolean more = true; more; ) {
      more = false;
      boolean[] before = known.clone();
      for (int row = 0; row < known.length; row++) {
        if (!before[row]) {
          int[] near = near(row, before);
          if (near.length > 0) {
            place(row, near);
            known[row] = true;
            more = true;
          }
        }
      }
    }
  }

  private int[] near(int row, boolean[] placed) {
    int[] ranks = new int[k];
    int count = 0;
    for (int rank = 0; rank < k; rank++) {
      if (placed[graph.neighbor(row, rank)]) {
        ranks[count++] = rank;
      }
    }
    return Arrays.copyOf(ranks, count);
  }

  private void place(int row, int[] ranks) {
    double[] near = new double[2 * ranks.length];
    double[] weights = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      int other = graph.neighbor(row, ranks[i]);
      near[2 * i] = places[2 * other];
      near[2 * i + 1] = places[2 * other + 1];
      weights[i] = 1 / Math.max(NEAREST, 1 - graph.similarity(row, ranks[i]));
    }
    double[] place = new Attraction(near, weights, spacing).strongest(ranks.length);
    places[2 * row] = place[0];
    places[2 * row + 1] = place[1];
  }
}
