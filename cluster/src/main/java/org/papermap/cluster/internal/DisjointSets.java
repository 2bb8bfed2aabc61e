package org.papermap.cluster.internal;

import java.util.stream.IntStream;

/// Sets of numbers that are joined step by step: union-find with path halving. The root of a set is
/// its least number.
public final class DisjointSets {
  private final int[] parents;

  /// @param size of the numbers from 0, each of which is a set of its own
  public DisjointSets(int size) {
    parents = IntStream.range(0, size).toArray();
  }

  public int root(int number) {
    int root = number;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /// Joins the sets of two numbers.
  ///
  /// @return whether they were two
  public boolean join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parents[Math.max(first, second)] = Math.min(first, second);
    return first != second;
  }
}
