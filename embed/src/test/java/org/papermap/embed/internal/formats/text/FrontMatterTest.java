package org.papermap.embed.internal.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.Head;

class FrontMatterTest {
  @Test
  void a_note_is_one_paper_with_the_abstract_of_its_section() throws IOException {
    String note =
        """
        ---
        title: "Knots: that hold"
        authors: [Ada Lind, "Moreau, Jo"]
        year: 2017
        tags:
          - rope
          - knots
        doi: 10.1000/knots
        ---

        > [!summary] Abstract
        > We tie two hundred knots in **wet** and dry rope.
        > Most of them hold.

        ## Notes
        Ask [[Ada Lind]] about the tar.
        """;

    Gathered read = Gathered.of(note);

    assertThat(read.words()).isEqualTo("note with front matter");
    assertThat(read.titles()).containsExactly("Knots: that hold");
    assertThat(read.abstracts())
        .containsExactly("We tie two hundred knots in wet and dry rope. Most of them hold.");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2017");
    assertThat(read.all(Field.DOI)).containsExactly("10.1000/knots");
  }

  @Test
  void an_abstract_may_be_a_folded_value_and_authors_links_to_notes() throws IOException {
    String note =
        """
        ---
        title: Tar and rope
        author:
        - "[[Jo Moreau]]"
        - "[[people/park|Kim Park]]"
        abstract: >-
          Tar keeps water
          out of rope.
        ---
        My own thoughts.
        """;

    Gathered read = Gathered.of(note);

    assertThat(read.abstracts()).containsExactly("Tar keeps water out of rope.");
    assertThat(read.record(0).authors()).containsExactly("Jo Moreau", "Kim Park");
  }

  @Test
  void a_note_without_a_title_is_none() throws IOException {
    String note = "---\ntags: [a]\n---\ntitle: x\n";
    Head head = new Head(note.getBytes(UTF_8), note, "", true, FieldNames.common());

    assertThat(new FrontMatter().claim(head).isNone()).isTrue();
  }

  @Test
  void a_callout_may_hold_the_abstract() throws IOException {
    Gathered read =
        Gathered.of(
            """
            ---
            title: Tar and rope
            ---

            > [!abstract] What it says
            > Tar keeps water
            > out of rope.

            A thought of my own.
            """);

    assertThat(read.abstracts()).containsExactly("Tar keeps water out of rope.");
  }

  @Test
  void headings_of_abstracts_have_many_words() throws IOException {
    for (String heading : new String[] {"## 原始摘要", "### Abstract (original)", "## Özet"}) {
      Gathered read =
          Gathered.of(
              "---\ntitle: Tar\n---\n\n"
                  + heading
                  + "\n\nTar keeps water out.\n\n## Q&A\n\nWhy?\n");

      assertThat(read.abstracts()).as(heading).containsExactly("Tar keeps water out.");
    }
    Gathered other =
        Gathered.of("---\ntitle: Tar\nyear: 2020\n---\n\n**概要**: 綱の研究です。\n\nA thought.\n");
    assertThat(other.abstracts()).containsExactly("");
  }

  @Test
  void a_post_of_a_web_site_is_no_paper() {
    String post =
        "---\ntitle: Why we moved to tape\ndate: 2024-05-13\ntags: [tape]\n---\n\nWe moved.\n";

    assertThatThrownBy(() -> Gathered.of(post)).hasMessageContaining("post");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
  void a_note_is_read_in_any_encoding_and_with_any_line_ends(String encoding) throws IOException {
    String note =
        "---\r\ntitle: Knöpfe & Knoten\r\nyear: 2017\r\n---\r\n\r\n## Abstract\r\n\r\nWir"
            + " knüpfen.\r\n";

    Gathered read = Gathered.of(note.getBytes(Charset.forName(encoding)), "");

    assertThat(read.titles()).containsExactly("Knöpfe & Knoten");
    assertThat(read.abstracts()).containsExactly("Wir knüpfen.");
    assertThat(read.record(0).line()).isEqualTo(1);
  }

  @Test
  void a_post_with_an_author_and_a_day_is_no_paper_though_it_has_a_summary() {
    String recipe =
        """
        ---
        title: Apple cake
        author: Grandma
        date: 2021-09-12
        ---

        # Apple cake

        **Summary:** A cake that never fails.

        ## Ingredients

        - 4 apples
        """;

    assertThatThrownBy(() -> Gathered.of(recipe))
        .hasMessage("a post or page of a web site. Name the file with the papers.");
  }

  @Test
  void a_page_of_publications_is_read_as_the_list_that_it_is() throws IOException {
    String text =
        "We tie two hundred knots in wet and dry rope and ask sailors which of them hold. Most"
            + " hold, and the reef knot slips. We give a model of why it does.";

    Gathered read =
        Gathered.of(
            ("---\n"
                    + "title: Publications\n"
                    + "layout: page\n"
                    + "---\n\n"
                    + "{%% include a %%}\n\n"
                    + "## 2020\n\n"
                    + "1. **Knots in wet rope** \\\n"
                    + "   __Ada Lind__, Devon J. O'Malley \\\n"
                    + "   _Knots_, 2019 \\\n"
                    + "   [DOI](https://doi.org/10.1000/1)\n"
                    + "   <details><summary>Abstract</summary>\n"
                    + "   %1$s\n"
                    + "   </details>\n\n"
                    + "1. **Nets in dry air** \\\n"
                    + "   Jo Moreau \\\n"
                    + "   _Nets_, 2020 \\\n"
                    + "   [DOI](https://doi.org/10.1000/2)\n"
                    + "   <details><summary>Abstract</summary>\n"
                    + "   %1$s\n"
                    + "   </details>\n")
                .formatted(text));

    assertThat(read.words()).isEqualTo("Markdown");
    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets in dry air");
    assertThat(read.abstracts()).containsExactly(text, text);
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Devon J. O'Malley");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2020");
  }

  @Test
  void papers_may_stand_in_the_front_matter_of_a_page() throws IOException {
    Gathered read =
        Gathered.of(
            """
            ---
            layout: page
            title: Publications
            publications:
              - title: "Knots: that hold"
                authors: Ada Lind and Jo Moreau
                year: 2017
                doi: 10.1000/knots
              - title: Nets
                authors: Kim Park
                year: 2018
            ---

            Our papers, newest last.
            """);

    assertThat(read.titles()).containsExactly("Knots: that hold", "Nets");
    assertThat(read.all(Field.DOI)).containsExactly("10.1000/knots", "");
    assertThat(read.told()).containsExactly("navigation 13: the page behind the list");
  }
}
