package org.papermap.layout;

import org.papermap.cluster.internal.layout.PrincipalPlane;
import org.papermap.cluster.internal.layout.Tsne;
import org.papermap.cluster.internal.layout.Umap;
import org.papermap.cluster.internal.smile.Smile;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

/// Gives papers their places.
///
/// One paper lies in the middle, two on a line, and papers that are all equal fill a disk. Fewer
/// than 8 papers are placed by their principal components whatever the method: there is nothing to
/// learn from so few, and a plane shows them almost without loss. Papers that would lie on one
/// another are moved apart by about a dot's width.
public final class LayoutFitter {
  private static final int FEWEST_FOR_NEIGHBORS = 8;

  private static final int FEWEST_NEIGHBORS = 4;

  private LayoutFitter() {}

  /// The places of papers by their vectors and nearest neighbors. But for Smile's UMAP the result
  /// depends on these and the method alone, not on threads, earlier calls or the processor.
  ///
  /// @param graph neighbors of the same papers; 15 each serve well
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

  /// The places of papers such that the map resembles an earlier one, on which some of them had
  /// theirs: t-SNE and UMAP begin with the earlier places, and every map is turned to lie as the
  /// earlier one did. Papers still move where their neighbors have changed. Without a paper on the
  /// earlier map it is [#fit(EmbeddingMatrix, NeighborGraph, LayoutMethod)].
  ///
  /// @param earlierRows of each paper its row on the earlier map, or −1 where it is new
  public static Layout refit(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      LayoutMethod method,
      Layout earlier,
      int[] earlierRows) {
    requireSamePapers(vectors, graph);
    if (earlierRows.length != graph.rows()) {
      throw new IllegalArgumentException(
          "earlier rows of %d papers beside %d vectors. Give those of the same papers."
              .formatted(earlierRows.length, vectors.rows()));
    }
    for (int row : earlierRows) {
      if (row < -1 || row >= earlier.rows()) {
        throw new IllegalArgumentException(
            "earlier row %d of %d. Give −1 for a new paper.".formatted(row, earlier.rows()));
      }
    }
    EarlierLayout likeness = new EarlierLayout(earlier, earlierRows);
    if (likeness.isEmpty()) {
      return fit(vectors, graph, method);
    }
    double[] components = PrincipalPlane.of(vectors);
    double[] places =
        isFlat(components) ? components : refitted(graph, method, components, likeness);
    return Layout.of(Jitter.resolve(likeness.align(places)));
  }

  private static double[] refitted(
      NeighborGraph graph, LayoutMethod method, double[] components, EarlierLayout likeness) {
    int k = neighbors(graph);
    return switch (method) {
      case LayoutMethod.Umap(double minDist, int epochs, long seed) ->
          Umap.refit(graph, k, likeness.anchors(graph, k), minDist, epochs, seed);
      case LayoutMethod.Tsne(double exaggeration, int rounds) ->
          Tsne.refit(
              graph, equalNeighbors(graph), likeness.anchors(graph, k), exaggeration, rounds);
      case LayoutMethod.SmileUmap(double minDist, int epochs, long seed) ->
          smileUmap(graph, k, likeness.anchors(graph, k).homes(), minDist, epochs, seed);
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

  private static void requireSamePapers(EmbeddingMatrix vectors, NeighborGraph graph) {
    if (vectors.rows() != graph.rows()) {
      throw new IllegalArgumentException(
          "%d vectors beside the neighbors of %d papers. Give those of the same papers."
              .formatted(vectors.rows(), graph.rows()));
    }
  }

  /// Few papers, and equal ones, have no more to show than their components.
  private static boolean isFlat(double[] components) {
    return components.length / 2 < FEWEST_FOR_NEIGHBORS || allEqual(components);
  }

  /// Equal papers have no components, and the others no direction to push them in.
  private static boolean allEqual(double[] components) {
    return largest(components) < 1e-3;
  }

  /// Neighborhoods of more than a fifth of the papers would join them all to one blot.
  private static int neighbors(NeighborGraph graph) {
    return Math.min(graph.k(), Math.max(FEWEST_NEIGHBORS, graph.rows() / 5));
  }

  /// t-SNE holds all neighbors equally, and of few papers those must be fewer to tell topics apart:
  /// on 91 papers the nearest on the map is of the same topic for .76 with 10 neighbors, .60 with
  /// 15. On 2,500 papers more are better, up to 15.
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
}
