package org.papermap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.Clustering;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class ThemeModelTest {
  private static final List<Theme> THEMES = RealPapers.themes();
  private static final EmbeddingMatrix PHRASES = RealPapers.themePhrases();
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();

  @Test
  void themes_agree_with_what_a_reader_says() {
    ThemeAssignment found = ThemeModel.assign(THEMES, PHRASES, PAPERS);
    List<String> byHand = RealPapers.themesByHand();
    int right = 0;
    int given = 0;
    int wanted = 0;
    for (int row = 0; row < PAPERS.rows(); row++) {
      for (int theme = 0; theme < THEMES.size(); theme++) {
        String letter = THEMES.get(theme).name().substring(0, 1);
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
    assertThat((double) right / given).as("precision").isGreaterThan(0.83);
    assertThat((double) right / wanted).as("recall").isGreaterThan(0.83);
    assertThat(found.bridges()).contains(49, 60).doesNotContain(7, 46);
  }

  @Test
  void a_paper_has_the_same_themes_alone_as_among_others() {
    ThemeAssignment all = ThemeModel.assign(THEMES, PHRASES, PAPERS);
    for (int row = 0; row < PAPERS.rows(); row++) {
      ThemeAssignment alone = ThemeModel.assign(THEMES, PHRASES, PAPERS.select(row));

      assertThat(alone.themesOf(0)).isEqualTo(all.themesOf(row));
    }
  }

  @Test
  void a_theme_that_the_papers_have_nothing_of_has_no_papers() {
    List<Theme> retrieval = List.of(THEMES.getLast());
    EmbeddingMatrix phrases = RealPapers.onlyRetrievalPhrases();

    ThemeAssignment found =
        ThemeModel.assign(retrieval, phrases, PAPERS.select(0, 2, 9, 16, 50, 76, 78));

    assertThat(found.papersOf(0)).isEmpty();
    assertThat(ThemeModel.assign(retrieval, phrases, PAPERS).papersOf(0))
        .contains(13, 43, 46, 60, 62, 83)
        .hasSizeLessThan(25);
  }

  @Test
  void themes_of_one_phrase_have_a_yardstick_too() {
    List<Theme> single =
        List.of(
            new Theme("Diffusion", List.of("diffusion models for image generation")),
            new Theme("Retrieval", List.of("information retrieval")));

    ThemeAssignment found = ThemeModel.assign(single, PHRASES.select(0, 12), PAPERS);

    assertThat(found.papersOf(0)).contains(0, 7).doesNotContain(46, 16);
    assertThat(found.papersOf(1)).contains(60, 62).doesNotContain(0, 16);
  }

  @Test
  void similarities_are_cosines_to_the_nearest_phrase() {
    ThemeAssignment found = ThemeModel.assign(THEMES, PHRASES, PHRASES);

    // Each phrase is as near to its own theme as can be.
    assertThat(found.similarity(0, 0)).isGreaterThan(0.9999f);
    assertThat(found.similarity(16, 3)).isGreaterThan(0.9999f);
    assertThat(found.themesOf(12)).startsWith(3);
  }

  @Test
  void no_themes_and_no_papers_are_fine() {
    assertThat(ThemeModel.assign(List.of(), PHRASES.select(), PAPERS).themesOf(5)).isEmpty();
    assertThat(ThemeModel.assign(THEMES, PHRASES, PAPERS.select()).rows()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemeModel.assign(THEMES, PHRASES.select(0), PAPERS))
        .withMessage("1 vectors for 17 phrases. Embed ThemeModel.phrases(themes).");
  }

  @Test
  void a_table_counts_each_paper_in_all_its_themes() {
    ThemeAssignment themes =
        ThemeAssignment.of(
            THEMES, new float[4 * 4], List.of(List.of(0, 1), List.of(1), List.of(), List.of(1)));

    ThemeTopicTable table = ThemeTopicTable.of(themes, Clustering.of(new int[] {0, 0, 0, 1}));

    assertThat(table.papers(0, 0)).isEqualTo(1);
    assertThat(table.papers(1, 0)).isEqualTo(2);
    assertThat(table.papers(1, 1)).isEqualTo(1);
    assertThat(table.papers(3, 1)).isZero();
    assertThat(table.withoutTheme(0)).isEqualTo(1);
    assertThat(table.withoutTheme(1)).isZero();
    assertThat(table.themes()).isEqualTo(4);
    assertThat(table.topics()).isEqualTo(2);
  }
}
