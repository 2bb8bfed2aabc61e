package org.papermap.cluster;

import java.util.Arrays;
import java.util.List;

/// Topics and the sub-topics inside them: two or more clusterings of the same papers, coarse to
/// fine, in which each finer cluster lies within one coarser cluster. Immutable.
public final class ClusterTree {
  private final List<Clustering> levels;
  private final int[][] parents;

  private ClusterTree(List<Clustering> levels, int[][] parents) {
    this.levels = levels;
    this.parents = parents;
  }

  /// @param levels one or more clusterings, coarse to fine
  /// @throws IllegalArgumentException if a finer cluster has papers of two coarser ones
  public static ClusterTree of(List<Clustering> levels) {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("no level. Give one clustering or more.");
    }
    int[][] parents = new int[levels.size()][];
    parents[0] = new int[0];
    for (int level = 1; level < levels.size(); level++) {
      parents[level] = parentsOf(levels.get(level), levels.get(level - 1), level);
    }
    return new ClusterTree(List.copyOf(levels), parents);
  }

  private static int[] parentsOf(Clustering fine, Clustering coarse, int level) {
    if (fine.rows() != coarse.rows()) {
      throw new IllegalArgumentException(
          "level %d has %d papers, the one above %d. Cluster the same papers."
              .formatted(level, fine.rows(), coarse.rows()));
    }
    int[] parents = new int[fine.count()];
    for (int cluster = 0; cluster < fine.count(); cluster++) {
      int[] above = fine.members(cluster).stream().mapToInt(coarse::label).distinct().toArray();
      if (above.length != 1 || above[0] == Clustering.NOISE) {
        throw new IllegalArgumentException(
            "level %d, cluster %d lies in %s of the level above. Nest each in one."
                .formatted(level, cluster, Arrays.toString(above)));
      }
      parents[cluster] = above[0];
    }
    return parents;
  }

  /// The number of levels, at least 1.
  public int depth() {
    return levels.size();
  }

  /// A level, 0 being the coarsest.
  public Clustering level(int level) {
    return levels.get(level);
  }

  /// The level that is named and coloured: the topics.
  public Clustering topics() {
    return levels.getFirst();
  }

  /// The cluster of the level above that holds this one.
  ///
  /// @param level 1 or more
  public int parent(int level, int cluster) {
    return parents[level][cluster];
  }
}
