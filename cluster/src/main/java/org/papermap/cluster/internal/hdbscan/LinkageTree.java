package org.papermap.cluster.internal.hdbscan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.cluster.internal.DisjointSets;

/// The single-linkage tree of points: a binary tree with the points as nodes 0 to *n* − 1, and a
/// node for each join after them, shortest first. The last node is the root.
final class LinkageTree {
  private final int points;
  private final int[] left;
  private final int[] right;
  private final int[] sizes;
  private final float[] lengths;

  private LinkageTree(int points) {
    this.points = points;
    this.left = new int[points - 1];
    this.right = new int[points - 1];
    this.sizes = new int[points - 1];
    this.lengths = new float[points - 1];
  }

  /// Builds the tree with Kruskal's algorithm (doi:10.1090/S0002-9939-1956-0078686-7). Parts
  /// without an edge between them are joined last, at an infinite length. Edges of equal length are
  /// taken in their order.
  ///
  /// @param points 1 or more
  /// @param from one end of each edge
  /// @param to the other end
  /// @param lengths 0 or more
  static LinkageTree of(int points, int[] from, int[] to, float[] lengths) {
    LinkageTree tree = new LinkageTree(points);
    Forest forest = new Forest(points);
    int joins = 0;
    for (long key : ascending(lengths)) {
      int edge = (int) key;
      int a = forest.root(from[edge]);
      int b = forest.root(to[edge]);
      if (a != b) {
        tree.join(joins++, forest, a, b, lengths[edge]);
      }
    }
    for (int point = 1; joins < points - 1; point++) {
      int a = forest.root(0);
      int b = forest.root(point);
      if (a != b) {
        tree.join(joins++, forest, a, b, Float.POSITIVE_INFINITY);
      }
    }
    return tree;
  }

  /// Edges in ascending order, each as one number of its length and its index. The bits of floats
  /// that are not negative are in the order of the floats.
  private static long[] ascending(float[] lengths) {
    long[] keys = new long[lengths.length];
    for (int edge = 0; edge < keys.length; edge++) {
      keys[edge] = (long) Float.floatToIntBits(lengths[edge]) << Integer.SIZE | edge;
    }
    Arrays.parallelSort(keys);
    return keys;
  }

  private void join(int join, Forest forest, int a, int b, float length) {
    left[join] = forest.node(a);
    right[join] = forest.node(b);
    sizes[join] = size(left[join]) + size(right[join]);
    lengths[join] = length;
    forest.join(a, b, points + join);
  }

  int points() {
    return points;
  }

  int root() {
    return 2 * points - 2;
  }

  boolean isPoint(int node) {
    return node < points;
  }

  int left(int join) {
    return left[join - points];
  }

  int right(int join) {
    return right[join - points];
  }

  /// The number of points below a node.
  int size(int node) {
    return isPoint(node) ? 1 : sizes[node - points];
  }

  /// The length of the edge of a join; −1 for a point.
  float length(int node) {
    return isPoint(node) ? -1 : lengths[node - points];
  }

  /// The points joined so far, with the tree node of each part.
  private static final class Forest {
    private final DisjointSets parts;
    private final int[] nodes;

    Forest(int points) {
      parts = new DisjointSets(points);
      nodes = IntStream.range(0, points).toArray();
    }

    int root(int point) {
      return parts.root(point);
    }

    int node(int root) {
      return nodes[root];
    }

    void join(int a, int b, int node) {
      parts.join(a, b);
      nodes[Math.min(a, b)] = node;
    }
  }
}
