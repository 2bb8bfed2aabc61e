package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SourceRecord;

class MedlineTest {
  @ParameterizedTest
  @ValueSource(strings = {"pubmed-set.nbib", "pubmed-set.txt"})
  void reads_wrapped_values_whatever_the_name_of_the_file(String name) throws IOException {
    Gathered read = Gathered.ofCase("more-pubmed-format/" + name);

    assertThat(read.words()).isEqualTo("PubMed");
    assertThat(read.records()).hasSize(8);
    assertThat(read.told()).isEmpty();
    assertThat(read.titles().getFirst())
        .isEqualTo("What coral bleaching tell about reef fish in lagoon reefs.");
    assertThat(read.abstracts().getFirst())
        .startsWith(
            "We look at reef fish in lagoon reefs and ask how far coral bleaching explain"
                + " what is seen. Over 8 campaigns")
        .endsWith("and recommend to report reef fish together with coral bleaching.");
    assertThat(read.all(Field.DATE)).startsWith("2021 Mar 15", "2022 Sep", "2023", "2020 Mar-Apr");
    assertThat(read.all(Field.DOI)).startsWith("10.5555/pm.0");
    assertThat(Gathered.named(read.record(0), "pmid")).isEqualTo("39000000");
    assertThat(read.record(0).authors()).containsExactly("Okoro, Lena");
  }

  @Test
  void takes_full_names_where_there_are_some_and_no_address_for_an_abstract() throws IOException {
    Gathered read = Gathered.ofCase("tagged-text-read-as-page-dump/pubmed-mixed.nbib");

    assertThat(read.record(0).authors())
        .hasSize(9)
        .startsWith("Lind, Ada 0", "Lind, Ada 1")
        .doesNotContain("Lind A0");
    assertThat(read.record(1).authors()).containsExactly("Lind A");
    assertThat(read.abstracts().get(1)).endsWith("cried wolf five times.");
    assertThat(read.titles())
        .allSatisfy(title -> assertThat(title).doesNotContain("- ").isNotBlank());
  }

  @Test
  void reads_books_other_abstracts_and_titles_in_other_languages() throws IOException {
    String text =
        """
        PMID- 1
        BTI - A book of reefs
        ED  - Haddad, Noor
        DP  - 2011

        PMID- 2
        TI  - [Not Available].
        TT  - Über Riffe.
        OAB - Publisher: A text of another hand.
        AID - S0140-6736(20)1 [pii]
        AID - 10.5555/x.2 [doi]
        MH  - Humans
        MH  - *Coral Reefs/physiology
        OT  - reef
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("A book of reefs", "Über Riffe.");
    assertThat(read.record(0).authors()).containsExactly("Haddad, Noor");
    assertThat(read.abstracts()).containsExactly("", "Publisher: A text of another hand.");
    assertThat(read.all(Field.DOI)).containsExactly("", "10.5555/x.2");
    assertThat(read.all(Field.KEYWORDS))
        .containsExactly("", "Humans; Coral Reefs/physiology; reef");
  }

  @Test
  void a_line_that_lost_its_indent_is_no_tag() throws IOException {
    String text =
        """
        PMID- 7
        TI  - A title
        AB  - We look at
        many things, such as
        DNA - based methods
        and others.
        FAU - Lind, Ada

        PMID- 8
        TI  - Next
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.abstracts().getFirst())
        .isEqualTo("We look at many things, such as DNA - based methods and others.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
  }

  @Test
  void blank_lines_part_records_that_have_no_number() throws IOException {
    String text =
        """
        UI  - 11
        TI  - The first
        AU  - Lind A

        UI  - 12
        TI  - The second
        AB  - Its text.
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("The first", "The second");
    assertThat(read.records()).extracting(SourceRecord::line).containsExactly(1L, 5L);
  }
}
