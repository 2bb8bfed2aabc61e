package org.papermap.viz;

import java.util.List;
import org.papermap.cluster.ClusterTree;
import org.papermap.corpus.Corpus;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutQuality;
import org.papermap.search.NeighborGraph;
import org.papermap.topic.ThemeAssignment;
import org.papermap.topic.Topic;

/// All that one map shows. Paper *i* of the corpus is row *i* of every part.
///
/// @param title the map's title
/// @param neighbors each paper's nearest in the embedding
/// @param topics the named clusters of `tree.topics()`: topic *i* is cluster *i*
public record PaperMap(
    String title,
    Corpus corpus,
    NeighborGraph neighbors,
    Layout layout,
    LayoutQuality layoutQuality,
    ClusterTree tree,
    List<Topic> topics,
    ThemeAssignment themes,
    Provenance provenance) {
  public PaperMap {
    topics = List.copyOf(topics);
    requireRows(corpus.size(), neighbors.rows(), "neighbors");
    requireRows(corpus.size(), layout.rows(), "layout");
    requireRows(corpus.size(), layoutQuality.rows(), "layoutQuality");
    requireRows(corpus.size(), tree.topics().rows(), "tree");
    requireRows(corpus.size(), themes.rows(), "themes");
    if (topics.size() != tree.topics().count()) {
      throw new IllegalArgumentException(
          "%d topics for %d clusters. Name each cluster once."
              .formatted(topics.size(), tree.topics().count()));
    }
  }

  private static void requireRows(int expected, int found, String part) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s: %d rows for %d papers. Make every part from the same corpus."
              .formatted(part, found, expected));
    }
  }
}
