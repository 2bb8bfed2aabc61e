package org.papermap.layout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.math.TopK;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// A finished map that takes new papers without moving its own. Immutable and safe to use from any
/// thread.
///
/// A new paper is attracted as points are in t-SNE (van der Maaten and Hinton 2008, JMLR 9:2579):
/// by its nearest papers, and by those among whose nearest it would be, each by 1 / (1 + *d*²) in
/// units of twice the map's spacing, so that far ones hardly count. From each of the nearest as a
/// start the weighted mean of places is iterated; the equilibrium with the greatest attraction is
/// the place. Trials: `cluster/docs/layout.md`.
public final class FittedLayout {
  /// The nearest papers that attract a new one.
  private static final int NEIGHBORS = 15;

  /// After so many steps means move by far less than a pixel.
  private static final int STEPS = 50;

  /// The nearest paper of so small a distance 1 − cosine says the same, and is lain upon.
  private static final double COPY = 1e-5;

  /// On larger maps the papers' own nearest, which take half a second of 10,000, are not looked
  /// for.
  private static final int MOST_RANKED = 20_000;

  /// Attraction reaches so many times the usual distance of papers.
  private static final double REACH = 4;

  /// And never farther than this share of the width: groups of a small map stay apart.
  private static final double WIDEST = .3;

  private final EmbeddingMatrix vectors;
  private final Layout layout;
  private final PlaneGrid grid;
  private final int k;
  private final double spacing;

  /// The cosine of each paper to the last of its nearest; empty on a large map.
  private final float[] farthest;

  private FittedLayout(EmbeddingMatrix vectors, Layout layout) {
    this.vectors = vectors;
    this.layout = layout;
    this.grid = new PlaneGrid(layout);
    this.k = Math.min(NEIGHBORS, Math.max(1, layout.rows() / 3));
    this.spacing = Math.min(WIDEST, REACH / Math.sqrt(layout.rows()));
    this.farthest =
        layout.rows() > k && layout.rows() <= MOST_RANKED
            ? farthest(NeighborGraph.exact(vectors, k))
            : new float[0];
  }

  private static float[] farthest(NeighborGraph graph) {
    float[] farthest = new float[graph.rows()];
    for (int row = 0; row < farthest.length; row++) {
      farthest[row] = graph.cosine(row, graph.k() - 1);
    }
    return farthest;
  }

  /// The map of these papers.
  ///
  /// @param vectors of the papers on the map, one or more
  public static FittedLayout of(EmbeddingMatrix vectors, Layout layout) {
    if (vectors.rows() != layout.rows() || layout.rows() == 0) {
      throw new IllegalArgumentException(
          "%d vectors beside %d places. Give those of the same papers, one or more."
              .formatted(vectors.rows(), layout.rows()));
    }
    return new FittedLayout(vectors, layout);
  }

  /// The places of new papers, in their order; none depends on another.
  ///
  /// @param papers vectors of the same model as the map's
  public List<Placement> place(EmbeddingMatrix papers) {
    return IntStream.range(0, papers.rows())
        .parallel()
        .mapToObj(row -> place(papers.row(row)))
        .toList();
  }

  /// The place of a new paper.
  ///
  /// @param vector of unit length, of the same model as the map's
  public Placement place(float[] vector) {
    double[] cosines = new double[vectors.rows()];
    Arrays.setAll(cosines, row -> vectors.dot(row, vector));
    int[] near = TopK.of(cosines, k);
    double[] best = {layout.x(near[0]), layout.y(near[0])};
    if (1 - cosines[near[0]] < COPY) {
      return placement(near, best);
    }
    // One of both kinds attracts twice, as in t-SNE.
    int[] attracting =
        IntStream.concat(
                IntStream.of(near),
                IntStream.range(0, farthest.length).filter(row -> cosines[row] > farthest[row]))
            .toArray();
    double bestAttraction = 0;
    for (int start : near) {
      double[] place = equilibrium(attracting, start);
      double attraction = attraction(attracting, place);
      if (attraction > bestAttraction) {
        best = place;
        bestAttraction = attraction;
      }
    }
    return placement(near, best);
  }

  private Placement placement(int[] near, double[] place) {
    int[] onMap = grid.nearest(place[0], place[1], near.length);
    long kept = IntStream.of(near).filter(row -> contains(onMap, row)).count();
    return new Placement((float) place[0], (float) place[1], (double) kept / near.length);
  }

  private static boolean contains(int[] rows, int row) {
    return IntStream.of(rows).anyMatch(other -> other == row);
  }

  private double[] equilibrium(int[] attracting, int start) {
    double[] place = {layout.x(start), layout.y(start)};
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int row : attracting) {
        double nearness = nearness(row, place);
        double weight = nearness * nearness;
        sum += weight;
        x += weight * layout.x(row);
        y += weight * layout.y(row);
      }
      place[0] = x / sum;
      place[1] = y / sum;
    }
    return place;
  }

  private double attraction(int[] attracting, double[] place) {
    double attraction = 0;
    for (int row : attracting) {
      attraction += nearness(row, place);
    }
    return attraction;
  }

  private double nearness(int row, double[] place) {
    double dx = (layout.x(row) - place[0]) / spacing;
    double dy = (layout.y(row) - place[1]) / spacing;
    return 1 / (1 + dx * dx + dy * dy);
  }

  /// The place of a new paper on a finished map.
  ///
  /// @param x from left (0) to right (1)
  /// @param y from bottom (0) to top (1)
  /// @param confidence the share of its nearest papers that are also nearest to it on the map, in
  ///   [0, 1]: near 0 where its nearest papers lie scattered, so that no place is right
  public record Placement(float x, float y, double confidence) {}
}
