package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;

class WebOfScienceTest {
  private static final String CASES = "tagged-text-read-as-page-dump/";

  @Test
  void reads_plain_text() throws IOException {
    Gathered read = Gathered.ofCase(CASES + "wos-savedrecs.txt");

    assertThat(read.words()).isEqualTo("Web of Science");
    assertThat(read.titles()).isEqualTo(SixPapers.TITLES);
    SourceRecord first = read.record(0);
    assertThat(first.authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(Gathered.value(first, Field.DOI)).isEqualTo("10.5555/s.0");
    assertThat(Gathered.value(first, Field.ID)).isEqualTo("WOS:000123450000");
    assertThat(Gathered.value(first, Field.VENUE)).isEqualTo("ANNALS OF MADE-UP THINGS");
    assertThat(read.all(Field.DATE)).startsWith("2020", "2021");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void joins_wrapped_lines_and_reads_months_and_keywords() throws IOException {
    String text =
        """
        FN Clarivate Analytics Web of Science
        VR 1.0
        PT J
        AU Lind, A
        TI A title that goes on
           in the next line
        DE swarm warning; cheap
           microphones
        ID BEES
        AB First of the text
           and AI
           methods.
        PD MAR-APR
        PY 2020
        ER

        PT J
        TI Next
        EF
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("A title that goes on in the next line", "Next");
    assertThat(read.abstracts().getFirst()).isEqualTo("First of the text and AI methods.");
    assertThat(read.all(Field.KEYWORDS))
        .containsExactly("swarm warning; cheap microphones; BEES", "");
    assertThat(read.all(Field.DATE)).containsExactly("2020 MAR-APR", "");
  }

  @Test
  void reads_the_tabbed_export() throws IOException {
    Gathered read = Gathered.ofCase(CASES + "wos-tab.txt");

    assertThat(read.words()).isEqualTo("Web of Science, tabbed");
    assertThat(read.titles()).hasSize(6).startsWith("Snow avalanches in alpine gullies");
    assertThat(read.abstracts().getFirst()).startsWith("We study when snow slides start");
    assertThat(read.record(0).authors()).containsExactly("Lind, A", "Moreau, J");
    assertThat(read.all(Field.DATE)).startsWith("2020");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void a_row_that_does_not_fit_is_told_and_quotation_marks_stay_in_titles() throws IOException {
    String text =
        "PT\tAU\tTI\tUT\n"
            + "J\tLind, A\t\"Good\" and \"better\" nets\tWOS:1\t\n"
            + "J\tLind, A\tBroken\n"
            + "J\tLind, A\t\"A \"\"quoted\"\" net\"\tWOS:3\n";

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("\"Good\" and \"better\" nets", "A \"quoted\" net");
    assertThat(read.told())
        .containsExactly(
            "malformed 3: 4 columns are named and here are 3: a line break or a tab in a value");
  }

  @Test
  void addresses_are_no_part_of_a_name() throws IOException {
    Gathered read =
        Gathered.of(
            """
            FN Clarivate Analytics Web of Science
            VR 1.0
            PT J
            AU Lind, Ada (ada@example.org)
               Moreau, Jo
            TI Knots in wet rope
            ER
            EF
            """);

    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
  }

  @Test
  void names_of_columns_in_the_middle_of_two_joined_tables_are_no_paper() throws IOException {
    String names = "PT\tAU\tTI\tAB\tUT\n";

    Gathered read =
        Gathered.of(
            names
                + "J\tLind, A\tKnots in rope\tThey hold.\tWOS:1\n\n\uFEFF"
                + names
                + "J\tLim, J\tRopes of hemp\tThey wear.\tWOS:2\n");

    assertThat(read.titles()).containsExactly("Knots in rope", "Ropes of hemp");
  }
}
