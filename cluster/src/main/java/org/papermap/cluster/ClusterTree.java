package org.papermap.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One or more clusterings of the same papers, coarse to fine: areas, topics and sub-topics. Each
/// finer cluster lies within one coarser cluster. One level has the topics, which are named and
/// coloured; a level above it has areas, a level below it sub-topics. A paper may be in a coarse
/// cluster and in no finer one. Immutable.
public final class ClusterTree {
  private final List<Clustering> levels;
  private final int topicLevel;
  private final int[][] parents;

  private ClusterTree(List<Clustering> levels, int topicLevel, int[][] parents) {
    this.levels = levels;
    this.topicLevel = topicLevel;
    this.parents = parents;
  }

  /// A tree whose coarsest level has the topics.
  ///
  /// @param levels one or more clusterings, coarse to fine
  /// @throws IllegalArgumentException if a finer cluster has papers of two coarser ones
  public static ClusterTree of(List<Clustering> levels) {
    return of(levels, 0);
  }

  /// A tree whose given level has the topics.
  ///
  /// @param levels one or more clusterings, coarse to fine
  /// @param topicLevel 0 being the coarsest
  /// @throws IllegalArgumentException if a finer cluster has papers of two coarser ones, or the
  ///   level does not exist
  public static ClusterTree of(List<Clustering> levels, int topicLevel) {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("no level. Give one clustering or more.");
    }
    if (topicLevel < 0 || topicLevel >= levels.size()) {
      throw new IllegalArgumentException(
          "topics at level %d of %d levels. Give 0 to %d."
              .formatted(topicLevel, levels.size(), levels.size() - 1));
    }
    int[][] parents = new int[levels.size()][];
    parents[0] = new int[0];
    for (int level = 1; level < levels.size(); level++) {
      parents[level] = parentsOf(levels.get(level), levels.get(level - 1), level);
    }
    return new ClusterTree(List.copyOf(levels), topicLevel, parents);
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

  /// The number of the level that has the topics.
  public int topicLevel() {
    return topicLevel;
  }

  /// The level that has the topics.
  public Clustering topics() {
    return levels.get(topicLevel);
  }

  /// The cluster of the level above that holds this one.
  ///
  /// @param level 1 or more
  public int parent(int level, int cluster) {
    return parents[level][cluster];
  }

  /// The clusters of the level below that lie in this one, largest first; none at the last level.
  public List<Integer> children(int level, int cluster) {
    return level + 1 == depth()
        ? List.of()
        : IntStream.range(0, parents[level + 1].length)
            .filter(child -> parents[level + 1][child] == cluster)
            .boxed()
            .toList();
  }
}
