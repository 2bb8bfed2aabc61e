package org.papermap.layout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.TopK;

/// A finished map that takes new papers without moving those it has. Immutable and safe to use from
/// any thread.
///
/// A new paper goes to where most of its nearest papers lie close together. It is drawn by each of
/// them as points are in t-SNE (van der Maaten and Hinton 2008, JMLR 9:2579), by 1 / (1 + *d*²) in
/// units of the map's own spacing, so that those far off hardly count; the mean by these weights is
/// taken again and again, from each of the nearest papers as a start, and the best rest counts.
public final class FittedLayout {
  /// As many as a map is usually made from.
  private static final int NEIGHBORS = 15;

  /// Means settle far below a pixel in this many steps.
  private static final int STEPS = 50;

  /// Papers nearer than this, in 1 − cosine, are drawn no more strongly for it: copies.
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
    double bestPull = 0;
    for (int start : near) {
      double[] place = rest(near, weights, start);
      double pull = pull(near, weights, place);
      if (pull > bestPull) {
        best = place;
        bestPull = pull;
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

  private double[] rest(int[] near, double[] weights, int start) {
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

  private double pull(int[] near, double[] weights, double[] place) {
    double pull = 0;
    for (int i = 0; i < near.length; i++) {
      pull += weights[i] * nearness(near[i], place);
    }
    return pull;
  }

  private double nearness(int row, double[] place) {
    double dx = (layout.x(row) - place[0]) / spacing;
    double dy = (layout.y(row) - place[1]) / spacing;
    return 1 / (1 + dx * dx + dy * dy);
  }
}
