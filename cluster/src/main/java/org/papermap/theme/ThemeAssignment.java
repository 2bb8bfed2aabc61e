package org.papermap.theme;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.cluster.Clustering;

/// The similarity of each paper to each theme, and the themes of each paper: none, one, or several.
/// Immutable.
public final class ThemeAssignment {
  private final List<Theme> themes;
  private final float[] similarities;
  private final List<List<Integer>> themesOfPaper;

  private ThemeAssignment(
      List<Theme> themes, float[] similarities, List<List<Integer>> themesOfPaper) {
    this.themes = themes;
    this.similarities = similarities;
    this.themesOfPaper = themesOfPaper;
  }

  /// @param themes *t* themes, maybe none
  /// @param similarities of each paper to each theme, *n × t*, row after row; copied
  /// @param themesOfPaper for each of the *n* papers its themes, strongest first
  public static ThemeAssignment of(
      List<Theme> themes, float[] similarities, List<List<Integer>> themesOfPaper) {
    if (similarities.length != themesOfPaper.size() * themes.size()) {
      throw new IllegalArgumentException(
          "%d similarities of %d papers to %d themes. Give one a pair."
              .formatted(similarities.length, themesOfPaper.size(), themes.size()));
    }
    return new ThemeAssignment(
        List.copyOf(themes),
        similarities.clone(),
        themesOfPaper.stream().map(List::copyOf).toList());
  }

  /// No themes, for `rows` papers.
  public static ThemeAssignment none(int rows) {
    return of(
        List.of(),
        new float[0],
        IntStream.range(0, rows).mapToObj(_ -> List.<Integer>of()).toList());
  }

  public List<Theme> themes() {
    return themes;
  }

  /// The number of papers.
  public int rows() {
    return themesOfPaper.size();
  }

  /// The similarity of a paper to a theme, in [-1, 1]; comparable between themes.
  public float similarity(int row, int theme) {
    return similarities[row * themes.size() + theme];
  }

  /// The themes of a paper, strongest first; maybe none.
  public List<Integer> themesOf(int row) {
    return themesOfPaper.get(row);
  }

  /// The rows of a theme's papers, ascending.
  public List<Integer> papersOf(int theme) {
    return IntStream.range(0, rows()).filter(row -> themesOf(row).contains(theme)).boxed().toList();
  }

  /// The rows of papers that belong to two themes or more, ascending.
  public List<Integer> bridges() {
    return IntStream.range(0, rows()).filter(row -> themesOf(row).size() > 1).boxed().toList();
  }

  /// The number of papers that each theme and each topic share. A paper of several themes counts in
  /// each of them. Immutable.
  public static final class TopicTable {
    private final int[][] papers;
    private final int[] withoutTheme;

    private TopicTable(int[][] papers, int[] withoutTheme) {
      this.papers = papers;
      this.withoutTheme = withoutTheme;
    }

    /// Counts the papers of each theme in each topic; noise is in no topic.
    public static TopicTable of(ThemeAssignment themes, Clustering topics) {
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
      return new TopicTable(papers, withoutTheme);
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
}
