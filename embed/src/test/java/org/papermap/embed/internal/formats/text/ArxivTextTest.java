package org.papermap.embed.internal.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;

class ArxivTextTest {
  @Test
  void reads_a_mailing() throws IOException {
    Gathered read = Gathered.ofCase("tagged-text-read-as-page-dump/arxiv-listing.txt");

    assertThat(read.words()).isEqualTo("arXiv mailing");
    assertThat(read.titles()).isEqualTo(SixPapers.TITLES);
    assertThat(read.abstracts().getFirst())
        .startsWith("We study when snow slides start")
        .endsWith("without a computer.");
    assertThat(read.all(Field.ARXIV)).startsWith("2401.00000", "2401.00001");
    assertThat(read.all(Field.AUTHORS)).startsWith("Ada Lind, Jo Moreau");
    assertThat(read.all(Field.DATE)).startsWith("Mon, 1 Jan 2024 18:59:59 GMT");
    assertThat(read.all(Field.URL)).startsWith("https://arxiv.org/abs/2401.00000");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void reads_replacements_without_abstracts_wrapped_titles_and_comments() throws IOException {
    String text =
        """
        Send any comments regarding submissions directly to submitter.
        ------------------------------------------------------------------------------
        \\\\
        arXiv:2310.00001 (*cross-listing*)
        Date (v1): Sun, 1 Oct 2023 10:00:00 GMT   (20kb,D)
        Date (revised v2): Tue, 3 Oct 2023 10:00:00 GMT   (21kb,D)

        Title: A title that is
          wrapped: twice
        Authors: A. Lind (1) and J. Moreau (2) ((1) Nowhere, (2) Elsewhere)
        Categories: cs.CL cs.AI
        Comments: 10 pages
        DOI: 10.5555/a.1
        \\\\
          Text of $x_{i}$ and *stars*.
        \\\\ ( https://arxiv.org/abs/2310.00001 ,  20kb)
        %%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
        ------------------------------------------------------------------------------
        \\\\
        arXiv:hep-th/9901001
        replaced with revised version Mon, 1 Jan 2024 10:00:00 GMT   (20kb)

        Title: A new version
        Author: B. Berg
        Categories: hep-th
        \\\\ ( https://arxiv.org/abs/hep-th/9901001 ,  20kb)
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("A title that is wrapped: twice", "A new version");
    assertThat(read.abstracts()).containsExactly("Text of $x_{i}$ and *stars*.", "");
    assertThat(read.all(Field.ARXIV)).containsExactly("2310.00001", "hep-th/9901001");
    assertThat(read.all(Field.DATE)).containsExactly("Sun, 1 Oct 2023 10:00:00 GMT", "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("A. Lind and J. Moreau", "B. Berg");
    assertThat(read.all(Field.KEYWORDS)).containsExactly("cs.CL cs.AI", "hep-th");
    assertThat(Gathered.named(read.record(0), "Comments")).isEqualTo("10 pages");
  }

  @Test
  void reads_the_listing_of_a_day() throws IOException {
    String text =
        """
        Showing new listings for Monday, 1 January 2024
        [1] arXiv:2401.00001 [pdf, html, other]
        Title: On nets: a survey
        Ada Lind, Jo Moreau (Nowhere)
        Comments: 12 pages
        Subjects: Computation and Language (cs.CL)

        We look at nets.
        Note: they hold.
        [2] arXiv:2401.00002 (cross-list from cs.AI) [pdf]
        Title:
        A title below
        Authors: Kim Park
        Subjects: Machine Learning (cs.LG)
        Cross submissions (showing 1 of 1 entries)
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("On nets: a survey", "A title below");
    assertThat(read.abstracts()).containsExactly("We look at nets. Note: they hold.", "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Ada Lind, Jo Moreau", "Kim Park");
    assertThat(read.all(Field.ARXIV)).containsExactly("2401.00001", "2401.00002");
    assertThat(read.told())
        .containsExactly(
            "navigation 1: Showing new listings for Monday, 1 January 2024",
            "navigation 15: Cross submissions (showing 1 of 1 entries)");
  }

  @Test
  void reads_a_mailing_saved_as_it_was_sent() throws IOException {
    String text =
        """
        From: no-reply@arXiv.org
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        \\\\
        arXiv:2310.00001
        Date: Sun, 1 Oct 2023 10:00:00 GMT   (20kb,D)

        Title: Snow at =CE=B8 =3D 30=C2=B0
        Authors: Zo=C3=AB Lind
        \\\\
          We measure snow on slopes and find that it sli=
        des where the slope is =
        steep.=20
        \\\\ ( https://arxiv.org/abs/2310.00001 ,  20kb)
        """;

    Gathered read = Gathered.of(text.replace("\n", "\r\n"));

    assertThat(read.titles()).containsExactly("Snow at θ = 30°");
    assertThat(read.abstracts())
        .containsExactly(
            "We measure snow on slopes and find that it slides where the slope is steep.");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Zoë Lind");
  }

  @Test
  void a_browser_may_copy_the_search_without_a_blank_behind_the_number() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Showing 1–1 of 1 results

            1.arXiv:2401.00001 [pdf, html, other]  cs.LG stat.ML doi 10.1000/snow.1
            Snow: slopes and angles
            Authors: Ada Lind, Jo Moreau
            Abstract: We measure snow on slopes. △ Less
            Submitted 3 May, 2024; v1 submitted 2 March, 2024; originally announced March 2024.
            Journal ref: Snow 3 (2024)

            About
            contact arXivClick here to contact arXiv Contact
            """);

    assertThat(read.titles()).containsExactly("Snow: slopes and angles");
    assertThat(read.abstracts()).containsExactly("We measure snow on slopes.");
    assertThat(read.all(Field.DOI)).containsExactly("10.1000/snow.1");
    assertThat(read.told()).contains("navigation 10: About");
  }

  @Test
  void reads_results_of_the_search_copied_as_text() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Showing 1–2 of 2 results

            1.  arXiv:2401.00001 [pdf, other]
            cs.LG stat.ML
            Snow: slopes and angles
            Authors: Ada Lind, Jo Moreau
            Abstract: We measure snow on slopes. △ Less
            Submitted 3 May, 2024; originally announced May 2024.
            Comments: 12 pages

            2.  arXiv:2401.00002 [pdf, other]
            cs.LG
            Knots
            Authors: Kim Park
            Abstract: We tie. △ Less
            Submitted 2 May, 2024; originally announced May 2024.
            """);

    assertThat(read.titles()).containsExactly("Snow: slopes and angles", "Knots");
    assertThat(read.abstracts()).containsExactly("We measure snow on slopes.", "We tie.");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Ada Lind, Jo Moreau", "Kim Park");
    assertThat(read.all(Field.ARXIV)).containsExactly("2401.00001", "2401.00002");
    assertThat(read.all(Field.DATE)).containsExactly("3 May, 2024", "2 May, 2024");
  }

  @Test
  void reads_a_mailing_that_was_forwarded_or_quoted() throws IOException {
    String mailing =
        """
        \\\\
        arXiv:2401.00001
        Date: Sun, 1 Oct 2023 10:00:00 GMT   (20kb,D)

        Title: A title that goes over
        two lines
        Authors: Ada Lind
        Categories: cs.LG
        \\\\
          We measure snow
          on slopes.
        \\\\ ( https://arxiv.org/abs/2401.00001 ,  20kb)
        """;

    for (String text : List.of(mailing, "> " + mailing.replace("\n", "\n> "))) {
      Gathered read = Gathered.of(text);

      assertThat(read.words()).isEqualTo("arXiv mailing");
      assertThat(read.titles()).containsExactly("A title that goes over two lines");
      assertThat(read.abstracts()).containsExactly("We measure snow on slopes.");
    }
  }
}
