package org.papermap.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// What is left of a [LinkageTree] when groups of fewer than a minimum of points count as points
/// that fall out, not as clusters (Campello, Moulavi and Sander, doi:10.1007/978-3-642-37456-2_14).
/// Seen from the root, with the density λ = 1 / length rising: a cluster lives from the λ at which
/// it splits off to the λ at which it splits in turn, or its last points fall out.
///
/// Joins of one length are one join of many parts here, so that their order makes no difference.
final class CondensedTree {
  private final LinkageTree tree;
  private final int minimum;
  private final List<Cluster> clusters = new ArrayList<>();
  private final int[] clusterOf;
  private final double[] fallsAt;

  /// The clusters are in the order in which they are found: each stands before its children.
  private static final class Cluster {
    private final int parent;
    private final double born;
    private double stability;
    private double childStability;
    private boolean divided;

    Cluster(int parent, double born) {
      this.parent = parent;
      this.born = born;
    }
  }

  private record Step(int node, int cluster) {}

  private CondensedTree(LinkageTree tree, int minimum) {
    this.tree = tree;
    this.minimum = minimum;
    this.clusterOf = new int[tree.points()];
    this.fallsAt = new double[tree.points()];
  }

  /// @param minimum the fewest points of a cluster, 2 or more
  static CondensedTree of(LinkageTree tree, int minimum) {
    CondensedTree condensed = new CondensedTree(tree, minimum);
    condensed.clusters.add(new Cluster(-1, 0));
    Deque<Step> steps = new ArrayDeque<>();
    steps.push(new Step(tree.root(), 0));
    while (!steps.isEmpty()) {
      condensed.follow(steps.pop(), steps);
    }
    return condensed;
  }

  private void follow(Step step, Deque<Step> steps) {
    double density = 1 / (double) tree.length(step.node);
    List<Integer> parts = parts(step.node);
    List<Integer> large = parts.stream().filter(part -> tree.size(part) >= minimum).toList();
    Cluster cluster = clusters.get(step.cluster);
    for (int part : parts) {
      if (tree.size(part) < minimum) {
        drop(part, step.cluster, density);
      }
    }
    if (large.size() == 1) {
      steps.push(new Step(large.getFirst(), step.cluster));
      return;
    }
    cluster.divided = large.size() > 1;
    for (int part : large) {
      cluster.stability += (density - cluster.born) * tree.size(part);
      steps.push(new Step(part, clusters.size()));
      clusters.add(new Cluster(step.cluster, density));
    }
  }

  /// What a join put together, and the joins of the same length right below it.
  private List<Integer> parts(int node) {
    List<Integer> parts = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(node);
    while (!open.isEmpty()) {
      int next = open.pop();
      if (tree.length(next) == tree.length(node)) {
        open.push(tree.right(next));
        open.push(tree.left(next));
      } else {
        parts.add(next);
      }
    }
    return parts;
  }

  private void drop(int node, int cluster, double density) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(node);
    while (!open.isEmpty()) {
      int next = open.pop();
      if (tree.isPoint(next)) {
        clusterOf[next] = cluster;
        fallsAt[next] = density;
        clusters.get(cluster).stability += density - clusters.get(cluster).born;
      } else {
        open.push(tree.right(next));
        open.push(tree.left(next));
      }
    }
  }

  /// The clusters with the greatest excess of mass: of each cluster and those within it whichever
  /// have the greater sum of λ − λ(birth) over points, the cluster itself when equal. The root is
  /// not among them. Points that fall out of no chosen cluster are noise.
  ///
  /// @return a clustering with strengths λ(point) / λ(greatest of its cluster)
  Clustering clustering() {
    boolean[] best = new boolean[clusters.size()];
    for (int i = clusters.size() - 1; i > 0; i--) {
      Cluster cluster = clusters.get(i);
      best[i] = !cluster.divided || cluster.stability >= cluster.childStability;
      clusters.get(cluster.parent).childStability +=
          best[i] ? cluster.stability : cluster.childStability;
    }
    int[] chosen = new int[clusters.size()];
    Arrays.fill(chosen, Clustering.NOISE);
    for (int i = 1; i < chosen.length; i++) {
      int above = chosen[clusters.get(i).parent];
      chosen[i] = above == Clustering.NOISE && best[i] ? i : above;
    }
    int[] labels = new int[tree.points()];
    double[] densest = new double[clusters.size()];
    for (int point = 0; point < labels.length; point++) {
      labels[point] = chosen[clusterOf[point]];
      if (labels[point] != Clustering.NOISE) {
        densest[labels[point]] = Math.max(densest[labels[point]], fallsAt[point]);
      }
    }
    float[] strengths = new float[labels.length];
    for (int point = 0; point < labels.length; point++) {
      boolean noise = labels[point] == Clustering.NOISE;
      strengths[point] = noise ? 0 : (float) (fallsAt[point] / densest[labels[point]]);
    }
    return Clustering.of(labels, strengths);
  }
}
