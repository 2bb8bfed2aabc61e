package org.papermap.topic;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.cluster.ClusterTree;

/// The papers of the groups of a tree, and of those around them.
record GroupRows(ClusterTree tree) {
  /// All groups of a level.
  List<Integer> all(int level) {
    return IntStream.range(0, tree.level(level).count()).boxed().toList();
  }

  int[] rows(int level, int cluster) {
    return tree.level(level).members(cluster).stream().mapToInt(Integer::intValue).toArray();
  }

  /// The papers of a group and its siblings; none at the first level.
  int[] around(int level, int cluster) {
    return level == 0 ? new int[0] : rows(level - 1, tree.parent(level, cluster));
  }

  /// The papers of a group's siblings; none at the first level.
  int[] beside(int level, int cluster) {
    return IntStream.of(around(level, cluster))
        .filter(row -> tree.level(level).label(row) != cluster)
        .toArray();
  }

  /// The papers of each sibling of a group; none at the first level.
  List<int[]> siblings(int level, int cluster) {
    return level == 0
        ? List.of()
        : tree.children(level - 1, tree.parent(level, cluster)).stream()
            .filter(sibling -> sibling != cluster)
            .map(sibling -> rows(level, sibling))
            .toList();
  }

  /// The papers of each part of a group; none where it is not divided.
  List<int[]> parts(int level, int cluster) {
    List<Integer> parts = tree.children(level, cluster);
    return parts.size() < 2
        ? List.of()
        : parts.stream().map(part -> rows(level + 1, part)).toList();
  }

  /// Whether a topic is the only one of its area.
  boolean isOnly(int level, int cluster) {
    return level == tree.topicLevel()
        && level > 0
        && tree.children(level - 1, tree.parent(level, cluster)).size() == 1;
  }
}
