package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  private static final String STORY =
      "It rained when the ship came in, and nobody stood on the quay but the old officer, who had"
          + " stood there every evening and knew the ships by the sound of their engines. He lifted"
          + " his lamp and waited for the captain, the tobacco and the letters from the south.";

  private static final String ABSTRACT =
      "We study when snow slides start in the gullies above roads. The results of nine winters"
          + " show that warm nights matter more than fresh snow, and that most of the closings came"
          + " a day too late. We give a table that the wardens can use without a computer.";

  @Test
  void short_lines_above_a_story_are_no_titles() {
    assertThat(Prose.isIn(List.of("The Harbour", "The Letter"), List.of(STORY, STORY))).isTrue();
    assertThat(Prose.isIn(List.of("Bears", "Snow slides"), List.of(ABSTRACT, ABSTRACT))).isFalse();
  }

  @Test
  void titles_make_papers_of_what_tells_little_of_research() {
    assertThat(Prose.isIn(List.of("Why ferries run late in spring"), List.of(STORY))).isFalse();
  }

  @Test
  void a_text_in_another_language_tells_nothing() {
    String german =
        "Es regnete, als das Schiff einlief, und niemand stand am Kai außer dem alten Beamten, der"
            + " dort jeden Abend gestanden hatte und die Schiffe am Klang ihrer Motoren erkannte."
            + " Er hob die Lampe und wartete auf den Kapitän, den Tabak und die Briefe.";

    assertThat(Prose.isIn(List.of("Der Hafen"), List.of(german))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Files: debian/*",
        "Copyright 1989, 1998 The Open Group",
        "2.06 2011-04-15 12:01:33",
        "boost1.39 (1.39.0-4) unstable; urgency=low",
        "gregor <gregor@example.org>",
        "RESERVED = ("
      })
  void lines_of_licences_change_logs_and_programs_are_no_titles(String line) {
    assertThat(Prose.isIn(List.of(line), List.of(ABSTRACT))).isTrue();
  }

  @Test
  void a_list_of_changes_is_none_of_papers() {
    String text =
        "Fixes since the last release\n\n * "
            + ABSTRACT
            + "\n\n * "
            + ABSTRACT
            + "\n\nFixes before the last release\n\n * "
            + ABSTRACT
            + "\n";

    assertThatThrownBy(() -> Gathered.of(text)).hasMessageContaining("prose");
  }

  @Test
  void a_text_as_long_as_an_article_makes_no_paper_of_a_heading() {
    String text =
        "# A guide by Ada Lind\n\n*Ada Lind, Jo Moreau*\n\n" + (ABSTRACT + " ").repeat(20);

    assertThatThrownBy(() -> Gathered.of(text)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void minutes_agreements_and_copied_results_of_scholar_are_refused_by_name() {
    String minutes = "Minutes of the group, 16 May\n\n2. Paper of the week\n\n" + ABSTRACT + "\n";
    String contract = "SERVICE AGREEMENT\n\n1. Subject of the agreement\n\n" + ABSTRACT + "\n";
    String scholar =
        "Snow slides in steep gullies\nA Lind - Journal of Snow, 2020 - example.org\n"
            + ABSTRACT
            + " …\nSave Cite Cited by 34 Related articles All 5 versions\n";

    assertThatThrownBy(() -> Gathered.of(contract)).hasMessageContaining("agreement");
    assertThatThrownBy(() -> Gathered.of(minutes)).hasMessageContaining("minutes");
    assertThatThrownBy(() -> Gathered.of(scholar)).hasMessageContaining("Google Scholar");
  }

  @Test
  void goods_are_no_papers() throws IOException {
    String table =
        "Title,Description,Price,SKU\nTent,Keeps two people dry,99.00,A1\nSocks,Warm,9.90,A2\n";
    String json =
        "[{\"title\": \"Tent\", \"description\": \"Dry.\", \"price\": 99, \"currency\": \"EUR\"}]";

    assertThatThrownBy(() -> Gathered.of(table)).hasMessageContaining("goods");
    assertThatThrownBy(() -> Gathered.of(json)).hasMessageContaining("goods: Tent");
    assertThat(Gathered.of(table.replace("Description", "Abstract")).titles())
        .containsExactly("Tent", "Socks");
  }

  @Test
  void a_story_tells_nothing_of_research() {
    assertThat(Prose.tellsNothing(List.of(STORY))).isTrue();
    assertThat(Prose.tellsNothing(List.of(ABSTRACT))).isFalse();
  }

  @Test
  void programs_and_descriptions_of_interfaces_are_refused() {
    String css = "body { margin: 0 }\n" + ".card { display: grid; gap: 1rem }\n\n".repeat(12);
    String openApi =
        "{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"Papers API\", \"description\": \"Gives"
            + " papers.\"}}";

    assertThatThrownBy(() -> Gathered.of(css)).hasMessageContaining("source code");
    assertThatThrownBy(() -> Gathered.of(openApi)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void short_lines_above_texts_without_a_word_of_research_are_no_titles() {
    assertThat(Prose.isIn(List.of("Hotel Harbour View"), List.of(STORY))).isTrue();
    assertThat(Prose.isIn(List.of("Hotel Harbour View"), List.of(ABSTRACT))).isFalse();
    assertThat(Prose.isIn(List.of("— an old captain"), List.of(STORY))).isTrue();
  }

  @Test
  void job_offers_and_manuals_are_no_papers_whatever_research_they_tell_of() {
    String job =
        "The institute is looking for a doctoral candidate who develops models of estuaries and"
            + " presents results at conferences. Applicants hold a degree in physics. We offer a"
            + " fair salary and flexible hours; please send your application before the end of"
            + " March.";
    String manual =
        "Read all instructions before you analyse data for the first time. Press the button for"
            + " five seconds, and choose the series from the menu. The manufacturer grants a"
            + " guarantee of two years, and damage that results from improper use is excluded.";

    assertThatThrownBy(() ->
            Gathered.of(
                "PhD Position in Coastal Oceanography\n\n" + job + "\n\nHow To Apply\n\n" + job))
        .hasMessageContaining("prose");
    assertThatThrownBy(() ->
            Gathered.of(
                "Getting Started with the Data Explorer\n\n%s\n\nLoading Data\n\n%s\n"
                    .formatted(manual, manual)))
        .hasMessageContaining("prose");
  }

  @Test
  void results_of_a_search_with_texts_that_are_cut_off_are_refused() {
    String scholar =
        "Artículos\n\n"
            + "Knots in wet rope\n"
            + "A Lind, J Moreau… - Journal of Knots, 2023 - academic.oup.com\n"
            + "… often lose contact within weeks. Whether calls improve mobility is uncertain, and"
            + " reduces …\n"
            + "Guardar Citar Citado por 12\n\n"
            + "Nets\n"
            + "K Park - Nets …, 2025 - Elsevier\n"
            + "… rely on it when it is right and not otherwise. We searched five databases and"
            + " included 94 (k …\n";
    String springer =
        "Showing 1-2 of 2 results\n\n"
            + ("Knots in wet rope\n"
                    + "First-year sailors report poor knots and high levels of tar, but the role of"
                    + " rope is debated. We surveyed 1,874 sailors at six schools…\n"
                    + "Ada Lind, Jo Moreau … Kim Park in Annals of Knots\n"
                    + "ArticleOpen access30 September 2024\n\n")
                .repeat(2);

    assertThatThrownBy(() -> Gathered.of(scholar)).hasMessageContaining("Google Scholar");
    assertThatThrownBy(() -> Gathered.of(springer)).hasMessageContaining("cut off");
  }
}
