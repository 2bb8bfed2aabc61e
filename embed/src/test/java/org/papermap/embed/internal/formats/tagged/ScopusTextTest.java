package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class ScopusTextTest {
  private static final String HEADER = "Scopus\nEXPORT DATE:05 May 2022\n\n";

  @Test
  void reads_plain_text_with_and_without_names_in_full() throws IOException {
    Gathered read =
        Gathered.of(
            HEADER
                + """
                Lind A.B., Moreau J.
                Knots in wet rope
                (2019) Journal of Knots, 3 (2), pp. 1-9. Cited 12 times.
                https://www.scopus.com/inward/record.uri?eid=2-s2.0-1

                DOI: 10.5555/k.1
                AFFILIATIONS: University of Somewhere

                ABSTRACT: We tie two hundred knots.
                AUTHOR KEYWORDS: rope; water
                DOCUMENT TYPE: Article
                SOURCE: Scopus


                Moreau, J.
                AUTHOR FULL NAMES: Moreau, Jo (5719000)
                5719000
                Nets at sea
                (2020) Rope, 4, .
                https://www.scopus.com/inward/record.uri?eid=2-s2.0-2

                DOCUMENT TYPE: Review
                SOURCE: Scopus
                """);

    assertThat(read.words()).isEqualTo("Scopus plain text");
    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets at sea");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.all(Field.AUTHORS)).containsExactly("Lind A.B.; Moreau J.", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2020");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "");
    assertThat(read.all(Field.VENUE)).containsExactly("Journal of Knots", "Rope");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void leaves_ris_and_bibtex_below_its_header_to_their_own_formats() throws IOException {
    Gathered ris = Gathered.of(HEADER + "TY  - JOUR\nTI  - Knots\nAB  - We tie.\nER  -\n");
    Gathered bibtex =
        Gathered.of(HEADER + "@ARTICLE{Lind2019,\n title={Knots},\n year={2019}\n}\n");

    assertThat(ris.words()).isEqualTo("RIS");
    assertThat(ris.titles()).containsExactly("Knots");
    assertThat(bibtex.words()).isEqualTo("BibTeX");
    assertThat(bibtex.titles()).containsExactly("Knots");
  }
}
