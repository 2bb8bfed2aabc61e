package org.papermap.embed.internal.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.UnrecognizedException;

class YamlTest {
  @Test
  void reads_references_of_csl() throws IOException {
    Gathered read =
        Gathered.of(
            """
            ---
            references:
            - id: lind2019
              type: article-journal
              title: "Knots: \\"wet\\" rope"
              author:
              - family: Lind
                given: Ada
              - {family: Moreau, given: Jo}
              issued:
                date-parts:
                - - 2019
                  - 5
              abstract: >-
                We tie
                two hundred knots.
              DOI: 10.5555/k.1
            - id: berg2020
              title: Nets # a comment
              author:
              - literal: The Net Group
              issued: 2020
            ...
            """);

    assertThat(read.words()).isEqualTo("YAML");
    assertThat(read.titles()).containsExactly("Knots: \"wet\" rope", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.record(1).authors()).containsExactly("The Net Group");
    assertThat(read.all(Field.DATE)).containsExactly("2019-05", "2020");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "");
    assertThat(read.record(1).line()).isEqualTo(18);
  }

  @Test
  void reads_works_by_their_keys_and_texts_over_lines() throws IOException {
    Gathered read =
        Gathered.of(
            """
            # works
            knots:
                type: article
                title: Knots in wet rope
                author: ["Lind, Ada", 'Moreau, Jo']
                date: 2019-05
                abstract: We tie two
                  hundred knots.
            nets:
                title: 'The sailor''s nets'
                author: Berg, Kim
                abstract: |
                  They dry.

                  They rot.
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "The sailor's nets");
    assertThat(read.abstracts())
        .containsExactly("We tie two hundred knots.", "They dry. They rot.");
    assertThat(read.record(0).authors()).isEqualTo(List.of("Lind, Ada", "Moreau, Jo"));
    assertThat(read.all(Field.ID)).containsExactly("knots", "nets");
  }

  @Test
  void settings_in_yaml_are_no_papers() {
    assertThatThrownBy(() ->
            Gathered.of(
                "openapi: 3.0.0\n"
                    + "info:\n"
                    + "  title: Shop\n"
                    + "  version: 1.0.0\n"
                    + "paths:\n"
                    + "  /cart:\n"
                    + "    get:\n"
                    + "      summary: All\n"))
        .isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void reads_what_a_repository_says_how_to_cite_it() throws IOException {
    Gathered read =
        Gathered.of(
            """
            # YAML 1.2
            ---
            cff-version: 1.2.0
            message: "Cite it so."
            title: Knots in wet rope
            abstract: "We tie two hundred knots."
            authors:
              - family-names: Lind
                given-names: Ada
            version: 1.0
            doi: 10.5555/k.1
            date-released: 2019-05-02
            references:
              - type: article
                title: Another work
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind");
    assertThat(read.all(Field.DATE)).containsExactly("2019-05-02");
  }

  @Test
  void one_title_with_an_author_is_no_list_of_works() {
    assertThatThrownBy(() ->
            Gathered.of(
                "kind: ConfigMap\nmetadata:\n  annotations:\n    title: Shop\n    author: Kim\n"))
        .isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void values_that_lack_their_quotation_marks_are_read_as_they_were_meant() throws IOException {
    Gathered read =
        Gathered.of(
            """
            - title: Knots: a "wet" survey
              author: @lind
              abstract: We tie: two.
            - title: Nets
              abstract: They dry.
            """);

    assertThat(read.titles()).containsExactly("Knots: a \"wet\" survey", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie: two.", "They dry.");
    assertThat(read.all(Field.AUTHORS)).containsExactly("@lind", "");
  }

  @Test
  void a_list_may_lack_them_everywhere() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      text.append("- title: Knots %d: a survey\n  abstract: We tie: two.\n".formatted(i));
    }

    Gathered read = Gathered.of(text.toString());

    assertThat(read.titles()).hasSize(120).endsWith("Knots 119: a survey");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void a_broken_entry_costs_itself_alone() throws IOException {
    Gathered read =
        Gathered.of(
            """
            references:
              - title: Knots
                abstract: We tie.
              - title: [Nets
                abstract: They dry.
              - title: Sails
                abstract: They fill.
            """);

    assertThat(read.titles()).containsExactly("Knots", "Sails");
    assertThat(read.told()).singleElement().asString().contains("broken YAML at line 5");
  }

  @Test
  void an_alias_is_what_it_stands_for() throws IOException {
    Gathered read =
        Gathered.of(
            """
            - title: Knots
              author: &group The Net Group
              abstract: We tie.
            - title: Nets
              author: *group
              abstract: They dry.
            """);

    assertThat(read.all(Field.AUTHORS)).containsExactly("The Net Group", "The Net Group");
  }

  @Test
  void aliases_of_aliases_do_not_fill_the_memory() throws IOException {
    StringBuilder text = new StringBuilder("- title: Knots\n  abstract: We tie.\n  a0: &a0 [x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("  a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "y"));
    }

    Gathered read = Gathered.of(text + "- title: Nets\n  abstract: They dry.\n");

    assertThat(read.titles()).contains("Nets");
  }

  @Test
  void lists_in_lists_are_refused_before_the_stack_ends() throws IOException {
    Gathered read =
        Gathered.of(
            "- title: Knots\n  abstract: We tie.\n  deep: %s\n- title: Nets\n  abstract: They dry.\n"
                .formatted("[".repeat(100_000)));

    assertThat(read.titles()).contains("Nets");
  }
}
