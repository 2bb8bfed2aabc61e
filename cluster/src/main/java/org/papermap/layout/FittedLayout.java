package org.papermap.layout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// A finished map that takes new papers without moving its own. Immutable and safe to use from any
/// thread.
///
/// A new paper is attracted by its nearest papers as points are in t-SNE (van der Maaten and Hinton
/// 2008, JMLR 9:2579): by 1 / (1 + *d*²) in units of the map's spacing, so that far ones hardly
/// count. From each of the nearest papers as a start the weighted mean of places is iterated; the
/// equilibrium with the greatest attraction is the new paper's place.
public final class FittedLayout {
  /// The nearest papers that attract a new one.
  private static final int NEIGHBORS = 15;

  /// After so many steps means move by far less than a pixel.
  private static final int STEPS = 50;

  /// Smaller distances 1 − cosine count as this, so that copies attract finitely.
  private static final double NEAREST = 1e-3;

  private final EmbeddingMatrix vectors;
  private final Layout layout;
  private final PlaneGrid grid;
  private final int k;
  private final double spacing;

  private FittedLayout(EmbeddingMatrix vectors, Layout layout) {
    this.vectors = vectors;
    this.layout = layout;
    this.grid = new PlaneGrid(layout);
    this.k = Math.min(NEIGHBORS, Math.max(1, layout.rows() / 3));
    this.spacing = 1 / Math.sqrt(layout.rows());
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
    double[] weights =
        IntStream.of(near).mapToDouble(row -> 1 / Math.max(NEAREST, 1 - cosines[row])).toArray();
    double[] best = {layout.x(near[0]), layout.y(near[0])};
    double bestAttraction = 0;
    for (int start : near) {
      double[] place = equilibrium(near, weights, start);
      double attraction = attraction(near, weights, place);
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

  private double[] equilibrium(int[] near, double[] weights, int start) {
    double[] place = {layout.x(start), layout.y(start)};
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < near.length; i++) {
        double nearness = nearness(near[i], place);
        double weight = weights[i] * nearness * nearness;
        sum += weight;
        x += weight * layout.x(near[i]);
        y += weight * layout.y(near[i]);
      }
      place[0] = x / sum;
      place[1] = y / sum;
    }
    return place;
  }

  private double attraction(int[] near, double[] weights, double[] place) {
    double attraction = 0;
    for (int i = 0; i < near.length; i++) {
      attraction += weights[i] * nearness(near[i], place);
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
  /// @param confidence the share of its nearest papers that are also nearest to it on the map, in [0,
  ///   1]: near 0 where its nearest papers lie scattered, so that no place is right
  public record Placement(float x, float y, double confidence) {}
}
