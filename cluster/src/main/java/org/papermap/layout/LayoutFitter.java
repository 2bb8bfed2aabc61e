package org.papermap.layout;

import java.util.Arrays;
import org.papermap.cluster.internal.layout.Anchors;
import org.papermap.cluster.internal.layout.PrincipalPlane;
import org.papermap.cluster.internal.layout.Tsne;
import org.papermap.cluster.internal.layout.Umap;
import org.papermap.cluster.internal.smile.Smile;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds places on the plane for papers, by the given [LayoutMethod].
///
/// One paper lies in the middle, two lie on a line, and equal papers fill a disk. Fewer than 8
/// papers are placed by their principal components with every method. Papers that would lie on one
/// another are moved apart by about a dot's width. Figures and trials: `cluster/docs/layout.md`.
public final class LayoutFitter {
  private static final int FEWEST_FOR_NEIGHBORS = 8;

  private static final int FEWEST_NEIGHBORS = 4;

  /// Rounds of t-SNE for new papers among those that stay (figures: `viz/docs/growth.md`).
  private static final int ROUNDS_OF_NEW = 50;

  private static final double EXAGGERATION_OF_NEW = LayoutMethod.Tsne.defaults().exaggeration();

  private LayoutFitter() {}

  /// The places of papers by their vectors and nearest neighbors. The result depends on these and
  /// the method alone, not on threads, earlier calls or the processor; [LayoutMethod.SmileUmap] is
  /// the exception.
  ///
  /// @param graph neighbors of the same papers, about 15 each
  /// @throws NativeLibraryException if the method needs a native library that cannot be loaded here
  public static Layout fit(EmbeddingMatrix vectors, NeighborGraph graph, LayoutMethod method) {
    requireSamePapers(vectors, graph);
    double[] components = PrincipalPlane.of(vectors);
    if (isFlat(components)) {
      return Layout.of(Jitter.resolve(components));
    }
    double[] places =
        switch (method) {
          case LayoutMethod.Umap(double minDist, int epochs, long seed) ->
              Umap.fit(graph, neighbors(graph), components, minDist, epochs, seed);
          case LayoutMethod.Tsne(double exaggeration, int rounds) ->
              Tsne.fit(graph, equalNeighbors(graph), components, exaggeration, rounds);
          case LayoutMethod.SmileUmap(double minDist, int epochs, long seed) ->
              smileUmap(graph, neighbors(graph), components, minDist, epochs, seed);
          case LayoutMethod.Pca _ -> components;
        };
    return Layout.of(Jitter.resolve(places));
  }

  /// The places of papers on a map that resembles an earlier one. t-SNE and UMAP begin with the
  /// earlier places, and every map is rotated to match the earlier one. Papers still move where
  /// their neighbors have changed. If no paper was on the earlier map, this is
  /// [#fit(EmbeddingMatrix, NeighborGraph, LayoutMethod)].
  ///
  /// @param earlierRows the row of each paper on the earlier map, or −1 for a new paper
  public static Layout refit(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      LayoutMethod method,
      Layout earlier,
      int[] earlierRows) {
    requireSamePapers(vectors, graph);
    requireRows(graph, earlier, earlierRows);
    EarlierLayout earlierLayout = new EarlierLayout(earlier, earlierRows);
    if (earlierLayout.isEmpty()) {
      return fit(vectors, graph, method);
    }
    double[] components = PrincipalPlane.of(vectors);
    double[] places =
        isFlat(components) ? components : refitted(graph, method, components, earlierLayout);
    return Layout.of(Jitter.resolve(earlierLayout.align(places)));
  }

  /// The places of papers on a map that grew from an earlier one: its papers keep their places
  /// exactly, and new ones come in among their neighbors.
  ///
  /// @param earlierRows the row of each paper on the earlier map, or −1 for a new paper
  public static Layout grow(
      EmbeddingMatrix vectors, NeighborGraph graph, Layout earlier, int[] earlierRows) {
    requireSamePapers(vectors, graph);
    requireRows(graph, earlier, earlierRows);
    Anchors start = GrowingLayout.anchors(graph, neighbors(graph), earlier, earlierRows);
    boolean some = Arrays.stream(earlierRows).anyMatch(row -> row < 0);
    double[] places =
        some && graph.rows() >= FEWEST_FOR_NEIGHBORS
            ? Tsne.grow(graph, equalNeighbors(graph), start, EXAGGERATION_OF_NEW, ROUNDS_OF_NEW)
            : start.homes().clone();
    for (int i = 0; i < places.length; i++) {
      places[i] += 0.5;
    }
    return Layout.within(FreePlaces.of(places, start.held()));
  }

  private static double[] refitted(
      NeighborGraph graph, LayoutMethod method, double[] components, EarlierLayout earlierLayout) {
    int k = neighbors(graph);
    return switch (method) {
      case LayoutMethod.Umap(double minDist, int epochs, long seed) ->
          Umap.refit(graph, k, earlierLayout.anchors(graph, k), minDist, epochs, seed);
      case LayoutMethod.Tsne(double exaggeration, int rounds) ->
          Tsne.refit(
              graph, equalNeighbors(graph), earlierLayout.anchors(graph, k), exaggeration, rounds);
      case LayoutMethod.SmileUmap(double minDist, int epochs, long seed) ->
          smileUmap(graph, k, earlierLayout.anchors(graph, k).homes(), minDist, epochs, seed);
      case LayoutMethod.Pca _ -> components;
    };
  }

  private static double[] smileUmap(
      NeighborGraph graph, int k, double[] start, double minDist, int epochs, long seed) {
    try {
      return Smile.umap(graph, k, start, minDist, epochs, seed);
    } catch (LinkageError e) {
      throw new NativeLibraryException(Smile.platform(), e);
    }
  }

  private static void requireRows(NeighborGraph graph, Layout earlier, int[] earlierRows) {
    if (earlierRows.length != graph.rows()) {
      throw new IllegalArgumentException(
          "earlier rows of %d papers beside %d vectors. Give those of the same papers."
              .formatted(earlierRows.length, graph.rows()));
    }
    for (int row : earlierRows) {
      if (row < -1 || row >= earlier.rows()) {
        throw new IllegalArgumentException(
            "earlier row %d of %d. Give −1 for a new paper.".formatted(row, earlier.rows()));
      }
    }
  }

  private static void requireSamePapers(EmbeddingMatrix vectors, NeighborGraph graph) {
    if (vectors.rows() != graph.rows()) {
      throw new IllegalArgumentException(
          "%d vectors beside the neighbors of %d papers. Give those of the same papers."
              .formatted(vectors.rows(), graph.rows()));
    }
  }

  /// Whether principal components are the whole map: for few papers, and for equal ones.
  private static boolean isFlat(double[] components) {
    return components.length / 2 < FEWEST_FOR_NEIGHBORS || allEqual(components);
  }

  /// Equal papers have no principal components to begin an optimisation with.
  private static boolean allEqual(double[] components) {
    return largest(components) < 1e-3;
  }

  /// Neighborhoods of more than a fifth of the papers would make one blot of the map.
  private static int neighbors(NeighborGraph graph) {
    return Math.min(graph.k(), Math.max(FEWEST_NEIGHBORS, graph.rows() / 5));
  }

  /// The neighbors that t-SNE attracts equally. In a small corpus there must be fewer, or topics
  /// run together: of 91 papers .76 have their nearest on the map in their topic with 10 neighbors,
  /// .60 with 15.
  private static int equalNeighbors(NeighborGraph graph) {
    return Math.min(graph.k(), Math.max(FEWEST_NEIGHBORS, graph.rows() / 9));
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /// The native libraries of a layout method cannot be loaded on this machine. The message is one
  /// line that names the platform and says what to do.
  public static final class NativeLibraryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NativeLibraryException(String platform, LinkageError cause) {
      super(
          "Smile's UMAP on %s: %s. Choose the layout umap, which needs no native library."
              .formatted(platform, cause.getMessage()),
          cause);
    }
  }
}
