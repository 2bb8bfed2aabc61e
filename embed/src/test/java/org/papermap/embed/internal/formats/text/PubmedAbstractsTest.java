package org.papermap.embed.internal.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class PubmedAbstractsTest {
  @Test
  void addresses_and_copyrights_are_no_abstracts() throws IOException {
    String text =
        """
        1. Ann Madeup. 2021 May 2;12(3):10-19. doi: 10.5555/s.0. Epub 2021 Apr 30.

        Snow avalanches in alpine gullies, and a title
        that goes on.

        Lind A(1), Moreau J(1)(2).

        Author information:
        (1)Department of Made-up Studies, University of Nowhere, 12 Long Street, 12345
        Nowhere, Norland.
        (2)Elsewhere.

        BACKGROUND: We study when snow slides start in steep gullies above roads.
        METHODS: Buried cables.

        CONCLUSIONS: Warm nights matter.

        © 2021 The Authors.

        DOI: 10.5555/s.0
        PMID: 38000000 [Indexed for MEDLINE]

        2. J Nets. 2020 Mar-Apr;1:1.

        A title without an abstract.

        Berg E.

        PMID: 38000001
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.words()).isEqualTo("PubMed abstracts");
    assertThat(read.titles())
        .containsExactly(
            "Snow avalanches in alpine gullies, and a title that goes on.",
            "A title without an abstract.");
    assertThat(read.abstracts())
        .containsExactly(
            "BACKGROUND: We study when snow slides start in steep gullies above roads. METHODS:"
                + " Buried cables. CONCLUSIONS: Warm nights matter.",
            "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Lind A, Moreau J", "Berg E");
    assertThat(read.all(Field.DATE)).containsExactly("2021 May 2", "2020 Mar-Apr");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/s.0", "");
    assertThat(read.all(Field.VENUE)).containsExactly("Ann Madeup", "J Nets");
    assertThat(Gathered.named(read.record(1), "pmid")).isEqualTo("38000001");
  }

  @Test
  void citations_of_sciencedirect_are_read_line_by_line() throws IOException {
    Gathered read =
        Gathered.of(
            """
            Ada Lind, Jo Moreau,
            Knots in wet rope,
            Journal of Knots,
            Volume 1,
            2024,
            Pages 1-10,
            ISSN 1234-5678,
            https://doi.org/10.1016/j.k.2024.01.
            (https://www.sciencedirect.com/science/article/pii/S12345)
            Abstract: We tie two hundred knots.
            Keywords: knots; rope

            Nets that dry,
            Journal of Knots,
            Volume 2,
            2023,
            ISSN 1234-5678,
            (https://www.sciencedirect.com/science/article/pii/S12346)
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets that dry");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Ada Lind, Jo Moreau", "");
    assertThat(read.all(Field.DATE)).containsExactly("2024", "2023");
    assertThat(read.told()).isEmpty();
  }
}
