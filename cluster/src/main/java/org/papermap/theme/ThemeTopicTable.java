package org.papermap.theme;

import java.util.List;
import org.papermap.cluster.Clustering;

/// The number of papers that each theme and each topic share. A paper of several themes counts in
/// each of them. Immutable.
public final class ThemeTopicTable {
  private final int[][] papers;
  private final int[] withoutTheme;

  private ThemeTopicTable(int[][] papers, int[] withoutTheme) {
    this.papers = papers;
    this.withoutTheme = withoutTheme;
  }

  /// StringCounts the papers of each theme in each topic; noise is in no topic.
  public static ThemeTopicTable of(ThemeAssignment themes, Clustering topics) {
    if (themes.rows() != topics.rows()) {
      throw new IllegalArgumentException(
          "themes of %d papers, topics of %d. Give those of the same papers."
              .formatted(themes.rows(), topics.rows()));
    }
    int[][] papers = new int[themes.themes().size()][topics.count()];
    int[] withoutTheme = new int[topics.count()];
    for (int topic = 0; topic < topics.count(); topic++) {
      for (int row : topics.members(topic)) {
        List<Integer> found = themes.themesOf(row);
        if (found.isEmpty()) {
          withoutTheme[topic]++;
        }
        for (int theme : found) {
          papers[theme][topic]++;
        }
      }
    }
    return new ThemeTopicTable(papers, withoutTheme);
  }

  /// The number of themes.
  public int themes() {
    return papers.length;
  }

  /// The number of topics.
  public int topics() {
    return withoutTheme.length;
  }

  /// The number of papers in both a theme and a topic.
  public int papers(int theme, int topic) {
    return papers[theme][topic];
  }

  /// The number of papers of a topic in no theme.
  public int withoutTheme(int topic) {
    return withoutTheme[topic];
  }
}
