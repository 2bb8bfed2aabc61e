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
/// A new paper is attracted as points are in t-SNE, see [Attraction]: by its nearest papers, and by
/// those among whose nearest it would be. From each of the nearest as a start the weighted mean of
/// places is iterated; the equilibrium with the greatest attraction is the place. Trials:
/// `cluster/docs/layout.md`.
public final class FittedLayout {
  /// The nearest papers that attract a new one.
  private static final int NEIGHBORS = 15;

  /// A nearest paper at so small a distance, 1 − cosine, says the same; the new paper gets its
  /// place.
  private static final double COPY = 1e-5;

  /// On larger maps the papers' own nearest, which take half a second of 10,000, are not looked
  /// for.
  private static final int MOST_RANKED = 20_000;

  /// Attraction reaches so many times the usual distance of papers.
  private static final double REACH = 4;

  /// Attraction never reaches farther than this share of the width, so that groups of a small map
  /// stay apart.
  private static final double WIDEST = .3;

  private final EmbeddingMatrix vectors;
  private final Layout layout;
  private final PlaneGrid grid;
  private final int k;
  private final double spacing;

  /// The similarity of each paper to the last of its nearest; empty on a large map.
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
      farthest[row] = graph.similarity(row, graph.k() - 1);
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
    if (1 - cosines[near[0]] < COPY) {
      return placement(near, new double[] {layout.x(near[0]), layout.y(near[0])});
    }
    // One of both kinds attracts twice, as in t-SNE.
    int[] attracting =
        IntStream.concat(
                IntStream.of(near),
                IntStream.range(0, farthest.length).filter(row -> cosines[row] > farthest[row]))
            .toArray();
    double[] places = new double[2 * attracting.length];
    for (int i = 0; i < attracting.length; i++) {
      places[2 * i] = layout.x(attracting[i]);
      places[2 * i + 1] = layout.y(attracting[i]);
    }
    double[] equal = new double[attracting.length];
    Arrays.fill(equal, 1);
    return placement(near, new Attraction(places, equal, spacing).strongest(near.length));
  }

  private Placement placement(int[] near, double[] place) {
    int[] onMap = grid.nearest(place[0], place[1], near.length);
    long kept = IntStream.of(near).filter(row -> contains(onMap, row)).count();
    return new Placement((float) place[0], (float) place[1], (double) kept / near.length);
  }

  private static boolean contains(int[] rows, int row) {
    return IntStream.of(rows).anyMatch(other -> other == row);
  }

  /// The place of a new paper on a finished map.
  ///
  /// @param x from left (0) to right (1)
  /// @param y from bottom (0) to top (1)
  /// @param confidence the share of its nearest papers that are also nearest to it on the map, in
  ///   [0, 1]: near 0 where its nearest papers lie scattered, so that no place is right
  public record Placement(float x, float y, double confidence) {}
}
