package org.papermap.embed.internal.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
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
}
