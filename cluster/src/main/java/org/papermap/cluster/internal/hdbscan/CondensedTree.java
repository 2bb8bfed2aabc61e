package org.papermap.cluster.internal.hdbscan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The condensed tree of HDBSCAN\* (Campello, Moulavi and Sander,
/// doi:10.1007/978-3-642-37456-2_14): a [LinkageTree] in which parts of fewer points than a minimum
/// fall out of their cluster. A cluster is born at the density λ = 1 / length at which it splits
/// off. It ends where it splits in turn or its last points fall out.
///
/// Joins of equal length count as one join of many parts, so that their order makes no difference.
public final class CondensedTree {
  /// The label of a point that falls out of no chosen cluster.
  static final int NOISE = -1;

  /// Copies of a paper are denser by far than any subject. A leaf counts as if its λ were at most
  /// so many times the median λ of all points.
  private static final double MOST_DENSE = 10;

  private final LinkageTree tree;
  private final int minimum;
  private final List<Cluster> clusters = new ArrayList<>();
  private final int[] lastCluster;
  private final double[] lambdas;

  /// The median of the densities at which points fall out.
  private double medianLambda;

  /// A node of the tree. Parents stand before their children in the list.
  private static final class Cluster {
    private final int parent;
    private final double born;

    /// The largest minimum size with which it is still a cluster of its own.
    private final int largestMinimum;

    /// The largest minimum size with which it is still divided.
    private int divisibleUpTo;

    private double stability;
    private double childStability;

    /// The λ at which it splits, or its last points fall out.
    private double ends;

    /// The greatest λ in it or in a cluster within it.
    private double densest;

    Cluster(int parent, double born, int largestMinimum) {
      this.parent = parent;
      this.born = born;
      this.largestMinimum = largestMinimum;
    }

    boolean divided() {
      return divisibleUpTo > 0;
    }
  }

  private record Step(int node, int cluster) {}

  private CondensedTree(LinkageTree tree, int minimum) {
    this.tree = tree;
    this.minimum = minimum;
    this.lastCluster = new int[tree.points()];
    this.lambdas = new double[tree.points()];
  }

  /// @param minimum the fewest points of a cluster, 2 or more
  public static CondensedTree of(LinkageTree tree, int minimum) {
    CondensedTree condensed = new CondensedTree(tree, minimum);
    condensed.clusters.add(new Cluster(-1, 0, 0));
    Deque<Step> steps = new ArrayDeque<>();
    steps.push(new Step(tree.root(), 0));
    while (!steps.isEmpty()) {
      condensed.descend(steps.pop(), steps);
    }
    for (int i = condensed.clusters.size() - 1; i > 0; i--) {
      Cluster cluster = condensed.clusters.get(i);
      Cluster parent = condensed.clusters.get(cluster.parent);
      parent.divisibleUpTo = Math.max(parent.divisibleUpTo, cluster.divisibleUpTo);
      parent.densest = Math.max(parent.densest, cluster.densest);
    }
    double[] densities = Arrays.stream(condensed.lambdas).sorted().toArray();
    condensed.medianLambda = densities[densities.length / 2];
    return condensed;
  }

  private void descend(Step step, Deque<Step> steps) {
    double lambda = 1 / (double) tree.length(step.node);
    List<Integer> parts = parts(step.node);
    List<Integer> large = parts.stream().filter(part -> tree.size(part) >= minimum).toList();
    Cluster cluster = clusters.get(step.cluster);
    cluster.ends = lambda;
    cluster.densest = lambda;
    for (int part : parts) {
      if (tree.size(part) < minimum) {
        fallOut(part, step.cluster, lambda);
      }
    }
    if (large.size() == 1) {
      steps.push(new Step(large.getFirst(), step.cluster));
      return;
    }
    int[] sizes = large.stream().mapToInt(tree::size).sorted().toArray();
    // With a greater minimum than the second largest part has, the cluster would go on in the
    // largest.
    int second = large.isEmpty() ? 0 : sizes[sizes.length - 2];
    cluster.divisibleUpTo = second;
    for (int part : large) {
      cluster.stability += (lambda - cluster.born) * tree.size(part);
      steps.push(new Step(part, clusters.size()));
      clusters.add(new Cluster(step.cluster, lambda, Math.min(second, tree.size(part))));
    }
  }

  /// The parts of a join, and of the joins of equal length right below it.
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

  private void fallOut(int node, int cluster, double lambda) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(node);
    while (!open.isEmpty()) {
      int next = open.pop();
      if (tree.isPoint(next)) {
        lastCluster[next] = cluster;
        lambdas[next] = lambda;
        clusters.get(cluster).stability += lambda - clusters.get(cluster).born;
      } else {
        open.push(tree.right(next));
        open.push(tree.left(next));
      }
    }
  }

  /// The clusters of the greatest excess of mass, as HDBSCAN\* is published: of a cluster and the
  /// clusters within it those with the greater sum of λ − λ(birth) over points, the cluster itself
  /// when equal.
  ///
  /// @return the cluster of each point, or [#NOISE]; the root is no cluster
  public int[] excessOfMass() {
    boolean[] best = new boolean[clusters.size()];
    clusters.forEach(cluster -> cluster.childStability = 0);
    for (int i = clusters.size() - 1; i > 0; i--) {
      Cluster cluster = clusters.get(i);
      best[i] = !cluster.divided() || cluster.stability >= cluster.childStability;
      clusters.get(cluster.parent).childStability +=
          best[i] ? cluster.stability : cluster.childStability;
    }
    return labels(best);
  }

  /// The clusters that are not divided, at the minimum size at which such clusters are the most
  /// persistent.
  ///
  /// @return as [#excessOfMass] does
  public int[] persistentLeaves() {
    return labels(leaves(mostPersistentSize()));
  }

  /// How strongly each point belongs to its cluster: λ(point) / λ(greatest of the cluster), from 0
  /// to 1; 0 for noise.
  ///
  /// @param labels as this tree gives them
  public float[] strengths(int[] labels) {
    float[] strengths = new float[labels.length];
    for (int point = 0; point < labels.length; point++) {
      boolean noise = labels[point] == NOISE;
      strengths[point] = noise ? 0 : (float) (lambdas[point] / clusters.get(labels[point]).densest);
    }
    return strengths;
  }

  /// The cluster of each point: the outermost wanted one that holds it.
  private int[] labels(boolean[] wanted) {
    int[] chosen = new int[clusters.size()];
    Arrays.fill(chosen, NOISE);
    for (int i = 1; i < chosen.length; i++) {
      int above = chosen[clusters.get(i).parent];
      chosen[i] = above == NOISE && wanted[i] ? i : above;
    }
    return Arrays.stream(lastCluster).map(cluster -> chosen[cluster]).toArray();
  }

  /// The clusters that have no cluster within them when a cluster has at least so many points.
  private boolean[] leaves(int size) {
    boolean[] leaves = new boolean[clusters.size()];
    for (int i = 1; i < leaves.length; i++) {
      Cluster cluster = clusters.get(i);
      leaves[i] = cluster.divisibleUpTo < size && size <= cluster.largestMinimum;
    }
    return leaves;
  }

  /// The minimum size, from this tree's on, whose leaves are the most persistent together. A leaf
  /// counts by the range of minimum sizes over which it is a leaf, times the λ at which it ends
  /// (after TutteInstitute's EVoC; see also Bot and others, PLSCAN, 2025). Ties go to the smallest.
  private int mostPersistentSize() {
    double[] steps = new double[tree.points() + 2];
    for (int i = 1; i < clusters.size(); i++) {
      Cluster cluster = clusters.get(i);
      int below = Math.max(cluster.divisibleUpTo, minimum - 1);
      if (cluster.largestMinimum > below) {
        double lambda = Math.min(cluster.ends, MOST_DENSE * medianLambda);
        double persistence = (cluster.largestMinimum - below) * lambda;
        steps[below + 1] += persistence;
        steps[cluster.largestMinimum + 1] -= persistence;
      }
    }
    int best = minimum;
    double most = 0;
    double sum = 0;
    for (int size = minimum; size < steps.length; size++) {
      sum += steps[size];
      // A difference within rounding is none.
      if (sum > most * (1 + 1e-9)) {
        most = sum;
        best = size;
      }
    }
    return best;
  }

  /// The density λ at which a point falls out of its last cluster.
  public double density(int point) {
    return lambdas[point];
  }
}
