package org.papermap.embed.internal.formats.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class HuggingFaceTextTest {
  private static final String TEXT =
      "We tie two hundred knots and pull at them until they open, in rain and in frost. "
          + "Wet knots hold longer than dry ones.";

  @Test
  void the_page_of_a_day_has_titles_alone_and_who_else_is_there_is_no_title() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Hugging Face
            Models

            Daily Papers
            byAK and the research community

            Nov 7

            Submitted by
            user0

            71
            Knots that hold in wet rope
            ·
            5 authors
            1

            Submitted by
            user1

            1.2k
            What do nets know? Probing for fish
            Somewhere AI
            ·
            3 authors

            Submitted by user2
            4
            Sails for 90 minutes
            \t·\t2 authors

            Previous
            Next
            Company
            TOS
            """);

    assertThat(read.words()).isEqualTo("Hugging Face papers as text");
    assertThat(read.titles())
        .containsExactly(
            "Knots that hold in wet rope",
            "What do nets know? Probing for fish",
            "Sails for 90 minutes");
    assertThat(read.abstracts()).containsExactly("", "", "");
    assertThat(read.record(1).values()).extracting(it -> it.text()).contains("Somewhere AI");
    assertThat(read.told()).contains("navigation 32: Previous", "navigation 35: TOS");
  }

  @Test
  void trending_papers_have_abstracts_and_days() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Trending Papers

            Submitted by
            user0

            231

            Knots that hold in wet rope

            %s

            Nowhere Lab
            ·
            3 authors
            ·
            Published on Oct 30, 2023
            Upvote
            231
            GitHub
            12.4k
            arXiv Page
            """
                .formatted(TEXT));

    assertThat(read.titles()).containsExactly("Knots that hold in wet rope");
    assertThat(read.abstracts()).containsExactly(TEXT);
    assertThat(read.all(Field.DATE)).containsExactly("Oct 30, 2023");
  }

  @Test
  void the_page_of_one_paper_ends_before_what_others_say_of_it() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Hugging Face
            Papers
            arxiv:2206.98809

            Knots that hold in wet rope
            Published on Jun 17, 2022
            · Submitted by
            user0's avatar
            user0
            on Jun 20, 2022
            Upvote

            21

            +17
            Authors:
            Ada Lind ,
            Jo Moreau
            Abstract
            A machine's words on knots.
            AI-generated summary
            %s

            View arXiv page
            View PDF
            Add to collection
            Community
            user0
            Great knots! The abstract undersells the frost, which is why I read the whole of it twice.
            Models citing this paper
            0
            """
                .formatted(TEXT));

    assertThat(read.titles()).containsExactly("Knots that hold in wet rope");
    assertThat(read.abstracts()).containsExactly(TEXT);
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.all(Field.DATE)).containsExactly("Jun 17, 2022");
    assertThat(read.all(Field.ARXIV)).containsExactly("2206.98809");
  }
}
