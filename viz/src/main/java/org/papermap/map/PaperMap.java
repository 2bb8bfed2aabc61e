package org.papermap.map;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.corpus.Corpus;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutQuality;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.theme.ThemeAssignment;
import org.papermap.topic.Topic;
import org.papermap.topic.TopicTree;
import org.papermap.wordsearch.WordSearch;

/// All that one map shows. Paper *i* of the corpus is row *i* of every part.
///
/// @param title the map's title
/// @param neighbors each paper's nearest in the embedding
/// @param named the named clusters of `tree`: topic *i* is cluster *i* of `tree.topics()`
/// @param clusteringQuality how well each topic holds together, or null where it was not measured
/// @param wordSearch finds papers by meaning where there is no model, or null
/// @param hues of topics that keep the colour of an earlier map, by number: `0xRRGGBB` of a mark on
///   a light ground; the others get colours by where they lie
/// @param history of the maps before this one
/// @param firstSeen for each paper the number of the map in the history that had it first
public record PaperMap(
    String title,
    Corpus corpus,
    NeighborGraph neighbors,
    Layout layout,
    LayoutQuality layoutQuality,
    ClusterTree tree,
    TopicTree named,
    ThemeAssignment themes,
    Provenance provenance,
    @Nullable ClusteringQuality clusteringQuality,
    @Nullable WordSearch wordSearch,
    Map<Integer, Integer> hues,
    MapHistory history,
    List<Integer> firstSeen) {
  public PaperMap {
    hues = Map.copyOf(hues);
    firstSeen = List.copyOf(firstSeen);
    hues.values().forEach(hue -> Objects.checkIndex(hue, 0x1000000));
    requireRows(corpus.size(), neighbors.rows(), "neighbors");
    requireRows(corpus.size(), layout.rows(), "layout");
    requireRows(corpus.size(), layoutQuality.rows(), "layoutQuality");
    requireRows(corpus.size(), tree.topics().rows(), "tree");
    requireRows(corpus.size(), themes.rows(), "themes");
    requireRows(corpus.size(), firstSeen.size(), "firstSeen");
    if (named.topics().size() != tree.topics().count()) {
      throw new IllegalArgumentException(
          "%d topics for %d clusters. Name each cluster once."
              .formatted(named.topics().size(), tree.topics().count()));
    }
  }

  /// A first map without a day, without figures of its topics and a search by meaning, whose topics
  /// all get colours by where they lie.
  public PaperMap(
      String title,
      Corpus corpus,
      NeighborGraph neighbors,
      Layout layout,
      LayoutQuality layoutQuality,
      ClusterTree tree,
      TopicTree named,
      ThemeAssignment themes,
      Provenance provenance) {
    this(
        title,
        corpus,
        neighbors,
        layout,
        layoutQuality,
        tree,
        named,
        themes,
        provenance,
        null,
        null,
        Map.of(),
        MapHistory.first(
            null, corpus.size(), named.topics(), MapDescription.Quality.of(layoutQuality)),
        Collections.nCopies(corpus.size(), 1));
  }

  /// What the files of the map tell of it.
  public MapDescription description() {
    return MapDescription.of(this);
  }

  /// The named clusters of `tree.topics()`.
  public List<Topic> topics() {
    return named.topics();
  }

  /// The groups of topics, largest first; maybe none.
  public List<Topic> areas() {
    return named.areas();
  }

  private static void requireRows(int expected, int found, String part) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s: %d rows for %d papers. Make every part from the same corpus."
              .formatted(part, found, expected));
    }
  }
}
