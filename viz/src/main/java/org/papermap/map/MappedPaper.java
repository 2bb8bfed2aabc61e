package org.papermap.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Paper;
import org.papermap.map.internal.Decimals;
import org.papermap.theme.ThemeAssignment;

/// A paper with its place, topics and themes, as the files of a map tell of it.
///
/// @param abstractText empty where the file carries none
/// @param x place on the map, to the right, in [0, 1]
/// @param y upwards
/// @param topic the number of its topic, or null where it has none
/// @param subtopic the number of its sub-topic, or null where it has none
/// @param neighborsKept the share of its nearest papers that are also nearest on the map
/// @param themes the names of its themes, strongest first
/// @param themeSimilarity its similarity to each theme, by name
/// @param edition the number of the map that first had it, in the chain of maps, from 1
/// @param since the day of that map, or null where it had none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedPaper(
    String id,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    @Nullable LocalDate date,
    @Nullable URI url,
    Map<String, String> extra,
    float x,
    float y,
    @Nullable Integer topic,
    @Nullable Integer subtopic,
    double neighborsKept,
    List<String> themes,
    Map<String, Double> themeSimilarity,
    int edition,
    @Nullable LocalDate since) {
  static MappedPaper of(PaperMap map, int row) {
    Paper paper = map.corpus().paper(row);
    ClusterTree tree = map.tree();
    return new MappedPaper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.date(),
        paper.url(),
        paper.extra(),
        map.layout().x(row),
        map.layout().y(row),
        cluster(tree, tree.topicLevel(), row),
        cluster(tree, tree.topicLevel() + 1, row),
        Decimals.rounded(map.layoutQuality().neighborsKept(row)),
        map.themes().themesOf(row).stream()
            .map(theme -> map.themes().themes().get(theme).name())
            .toList(),
        similarities(map.themes(), row),
        map.firstSeen().get(row),
        map.history().editions().get(map.firstSeen().get(row) - 1).day());
  }

  /// Null where the paper is noise, or the tree has no such level.
  private static @Nullable Integer cluster(ClusterTree tree, int level, int row) {
    int label = level < tree.depth() ? tree.level(level).label(row) : Clustering.NOISE;
    return label == Clustering.NOISE ? null : Integer.valueOf(label);
  }

  private static Map<String, Double> similarities(ThemeAssignment themes, int row) {
    Map<String, Double> similarities = new TreeMap<>();
    for (int theme = 0; theme < themes.themes().size(); theme++) {
      similarities.put(
          themes.themes().get(theme).name(), Decimals.rounded(themes.similarity(row, theme)));
    }
    return similarities;
  }

  /// The paper as it was read.
  public Paper paper() {
    return new Paper(id, title, abstractText, authors, date, url, extra);
  }

  /// The paper with its topic and themes among its further fields, several values of one between
  /// semicolons. A field of that name that the paper had keeps its values.
  ///
  /// @param topicNames of the map, by number
  public Paper labelled(Map<Integer, String> topicNames) {
    Map<String, String> labels = new LinkedHashMap<>(extra);
    if (topic != null) {
      label(labels, "topic", topic + "; " + topicNames.get(topic));
    }
    themes.forEach(theme -> label(labels, "theme", theme));
    return new Paper(id, title, abstractText, authors, date, url, labels);
  }

  private static void label(Map<String, String> labels, String name, String value) {
    labels.merge(name, value, (before, more) -> before + "; " + more);
  }
}
