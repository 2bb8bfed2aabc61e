package org.papermap.layout;

import java.util.HashSet;
import java.util.Set;
import org.papermap.search.NeighborGraph;

/// How much of the neighborhoods of the embedding a layout keeps. Immutable.
public final class LayoutQuality {
  private final double[] kept;

  private LayoutQuality(double[] kept) {
    this.kept = kept;
  }

  /// Compares a layout with the neighbors of the embedding it was made from.
  public static LayoutQuality of(NeighborGraph graph, Layout layout) {
    double[] kept = new double[graph.rows()];
    for (int row = 0; row < kept.length; row++) {
      Set<Integer> near = new HashSet<>();
      for (int rank = 0; rank < graph.k(); rank++) {
        near.add(graph.neighbor(row, rank));
      }
      int found = 0;
      for (int other : PlaneNeighbors.of(layout, row, graph.k())) {
        if (near.contains(other)) {
          found++;
        }
      }
      kept[row] = graph.k() == 0 ? 1 : (double) found / graph.k();
    }
    return new LayoutQuality(kept);
  }

  /// The share of a paper's nearest neighbors that are also nearest to it on the map, in [0, 1].
  public double neighborsKept(int row) {
    return kept[row];
  }

  /// The mean over all papers; 1 when there are none.
  public double neighborsKept() {
    double sum = 0;
    for (double share : kept) {
      sum += share;
    }
    return kept.length == 0 ? 1 : sum / kept.length;
  }
}
