package org.papermap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.Clustering;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class ThemeModelTest {
  private static final List<Theme> THEMES = RealPapers.themes();
  private static final EmbeddingMatrix PHRASES = RealPapers.themePhrases();
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();
  private static final NeighborGraph GRAPH = NeighborGraph.exact(PAPERS, 15);

  @Test
  void themes_agree_with_what_a_reader_says() {
    ThemeAssignment found = ThemeModel.assign(THEMES, PHRASES, PAPERS, GRAPH);
    List<String> byHand = RealPapers.themesByHand();
    int right = 0;
    int given = 0;
    int wanted = 0;
    int hits = 0;
    int themed = 0;
    for (int row = 0; row < PAPERS.rows(); row++) {
      String letters = byHand.get(row).replaceAll("[^A-Z]", "");
      themed += letters.isEmpty() ? 0 : 1;
      hits += letters.contains(letterOf(nearest(found, row))) ? 1 : 0;
      for (int theme = 0; theme < THEMES.size(); theme++) {
        String letter = letterOf(theme);
        boolean isOpen = byHand.get(row).contains(letter.toLowerCase(Locale.ROOT));
        if (!isOpen) {
          boolean isGiven = found.themesOf(row).contains(theme);
          boolean isWanted = byHand.get(row).contains(letter);
          right += isGiven && isWanted ? 1 : 0;
          given += isGiven ? 1 : 0;
          wanted += isWanted ? 1 : 0;
        }
      }
    }
    assertThat((double) right / given).as("precision").isGreaterThan(0.84);
    assertThat((double) right / wanted).as("recall").isGreaterThan(0.85);
    assertThat((double) hits / themed).as("the most similar theme is right").isGreaterThan(0.9);
    assertThat(found.bridges()).doesNotContain(7, 46);
  }

  private static String letterOf(int theme) {
    return THEMES.get(theme).name().substring(0, 1);
  }

  private static int nearest(ThemeAssignment found, int row) {
    int nearest = 0;
    for (int theme = 1; theme < THEMES.size(); theme++) {
      nearest = found.similarity(row, theme) > found.similarity(row, nearest) ? theme : nearest;
    }
    return nearest;
  }

  @Test
  void papers_have_the_same_themes_in_another_order() {
    int[] reversed =
        IntStream.range(0, PAPERS.rows()).map(row -> PAPERS.rows() - 1 - row).toArray();
    EmbeddingMatrix papers = PAPERS.select(reversed);

    ThemeAssignment found =
        ThemeModel.assign(THEMES, PHRASES, papers, NeighborGraph.exact(papers, 15));

    ThemeAssignment first = ThemeModel.assign(THEMES, PHRASES, PAPERS, GRAPH);
    for (int row = 0; row < reversed.length; row++) {
      assertThat(found.themesOf(row)).isEqualTo(first.themesOf(reversed[row]));
    }
  }

  @Test
  void a_paper_nearer_to_what_a_theme_is_not_is_not_in_it() {
    // What two of the phrases of Diffusion say is no longer meant by it.
    Theme diffusion = THEMES.getFirst();
    Theme narrower =
        new Theme(
            diffusion.name(),
            diffusion.phrases().subList(0, 2),
            diffusion.phrases().subList(2, diffusion.phrases().size()));
    List<Theme> themes = List.of(narrower, THEMES.get(1), THEMES.get(2), THEMES.get(3));

    List<Integer> found = ThemeModel.assign(themes, PHRASES, PAPERS, GRAPH).papersOf(0);

    List<Integer> all = ThemeModel.assign(THEMES, PHRASES, PAPERS, GRAPH).papersOf(0);
    assertThat(found).hasSizeBetween(1, all.size() - 1);
    for (int row : found) {
      assertThat(nearest(row, 0, 2)).isGreaterThanOrEqualTo(nearest(row, 2, 4));
    }
    assertThat(ThemeModel.phrases(themes)).isEqualTo(ThemeModel.phrases(THEMES));
  }

  private static double nearest(int row, int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(phrase -> PAPERS.similarity(row, PHRASES.row(phrase)))
        .max()
        .orElseThrow();
  }

  @Test
  void a_theme_that_the_papers_have_nothing_of_has_no_papers() {
    List<Theme> retrieval = List.of(THEMES.getLast());
    EmbeddingMatrix phrases = RealPapers.onlyRetrievalPhrases();

    ThemeAssignment found = assign(retrieval, phrases, PAPERS.select(0, 2, 9, 16, 50, 76, 78));

    assertThat(found.papersOf(0)).isEmpty();
    assertThat(assign(retrieval, phrases, PAPERS).papersOf(0))
        .contains(13, 43, 46, 60, 62, 83)
        .hasSizeLessThan(25);
  }

  @Test
  void themes_of_one_phrase_have_a_yardstick_too() {
    List<Theme> single =
        List.of(
            new Theme("Diffusion", List.of("diffusion models for image generation")),
            new Theme("Retrieval", List.of("information retrieval")));

    ThemeAssignment found = assign(single, PHRASES.select(0, 12), PAPERS);

    assertThat(found.papersOf(0)).contains(0, 7).doesNotContain(46, 16);
    assertThat(found.papersOf(1)).contains(60, 62).doesNotContain(0, 16);
  }

  @Test
  void a_single_paper_is_compared_by_its_own_cosines() {
    List<Theme> retrieval = List.of(THEMES.getLast());
    EmbeddingMatrix phrases = RealPapers.onlyRetrievalPhrases();

    ThemeAssignment found = assign(retrieval, phrases, phrases.select(1));

    // The paper says what the theme's second phrase says.
    assertThat(found.similarity(0, 0)).isGreaterThan(0.9999f);
    assertThat(found.themesOf(0)).containsExactly(0);
  }

  @Test
  void no_themes_and_no_papers_are_fine() {
    assertThat(assign(List.of(), PHRASES.select(), PAPERS).themesOf(5)).isEmpty();
    assertThat(assign(THEMES, PHRASES, PAPERS.select()).rows()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assign(THEMES, PHRASES.select(0), PAPERS))
        .withMessage("1 vectors for 17 phrases. Embed ThemeModel.phrases(themes).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemeModel.assign(THEMES, PHRASES, PAPERS.select(1), GRAPH))
        .withMessage("1 papers beside the neighbors of 91. Give those of the same papers.");
  }

  private static ThemeAssignment assign(
      List<Theme> themes, EmbeddingMatrix phrases, EmbeddingMatrix papers) {
    return ThemeModel.assign(themes, phrases, papers, NeighborGraph.exact(papers, 15));
  }

  @Test
  void a_table_counts_each_paper_in_all_its_themes() {
    ThemeAssignment themes =
        ThemeAssignment.of(
            THEMES, new float[4 * 4], List.of(List.of(0, 1), List.of(1), List.of(), List.of(1)));

    ThemeAssignment.TopicTable table =
        ThemeAssignment.TopicTable.of(themes, Clustering.of(new int[] {0, 0, 0, 1}));

    assertThat(table.papers(0, 0)).isEqualTo(1);
    assertThat(table.papers(1, 0)).isEqualTo(2);
    assertThat(table.papers(1, 1)).isEqualTo(1);
    assertThat(table.papers(3, 1)).isZero();
    assertThat(table.withoutTheme(0)).isEqualTo(1);
    assertThat(table.withoutTheme(1)).isZero();
  }
}
