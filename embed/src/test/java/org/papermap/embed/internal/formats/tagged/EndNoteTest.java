package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;

class EndNoteTest {
  private static final String CASES = "tagged-text-read-as-page-dump/";

  @Test
  void reads_an_export() throws IOException {
    Gathered read = Gathered.ofCase(CASES + "endnote.enw");

    assertThat(read.words()).isEqualTo("EndNote");
    assertThat(read.titles()).isEqualTo(SixPapers.TITLES);
    assertThat(read.abstracts().get(1)).startsWith("Tree rings in the tops of old violins");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).startsWith("2020", "2021");
    assertThat(read.all(Field.DOI)).startsWith("10.5555/s.0", "10.5555/s.1");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void reads_titles_behind_other_tags_in_greek_with_a_byte_order_mark() throws IOException {
    Gathered read = Gathered.ofCase(CASES + "refs.txt");

    assertThat(read.titles())
        .hasSize(6)
        .startsWith("Η αντοχή των γεφυρών σε κόπωση", "Οργανική ύλη και σκουλήκια στο έδαφος");
    assertThat(read.record(0).authors()).containsExactly("Παπαδάκη, Ι.");
    assertThat(read.abstracts().get(2)).startsWith("We look at weld toes in railway viaducts");
    assertThat(Gathered.named(read.record(0), "key")).isEqualTo("ex0");
  }

  @Test
  void takes_the_abstract_of_astronomers_from_their_own_tag() throws IOException {
    String text =
        "%R 2020A&A...1..23L\n%T Far stars\n%A Lind, A.; Berg, E.\n%D 05/2020\n%B "
            + "Stars are far. ".repeat(30);

    Gathered read = Gathered.of(text);

    assertThat(read.abstracts().getFirst()).startsWith("Stars are far.");
    assertThat(read.record(0).authors()).containsExactly("Lind, A.", "Berg, E.");
    assertThat(read.all(Field.VENUE)).containsExactly("");
  }

  @Test
  void reads_refworks_tags() throws IOException {
    String text =
        """
        RT Journal Article
        SR Electronic
        A1 张三;李四
        T1 On nets
        JF Journal of Nets
        YR 2020
        FD May 2
        AB We look at
        AI in nets.
        K1 net;rope

        RT Book
        T1 Next
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.words()).isEqualTo("RefWorks");
    assertThat(read.titles()).containsExactly("On nets", "Next");
    assertThat(read.abstracts()).containsExactly("We look at AI in nets.", "");
    assertThat(read.record(0).authors()).containsExactly("张三", "李四");
    assertThat(read.all(Field.DATE)).containsExactly("2020 May 2", "");
    assertThat(read.record(0).original()).isEmpty();
  }

  @Test
  void reads_refer_without_types_and_abstracts_of_several_paragraphs() throws IOException {
    String text =
        """
        %A Jo Moreau
        %T The first of two
        %D 1999
        %8 March
        %X First paragraph of
        40% of the text.
        % is a sign.

        Second paragraph.
        %K tar; nets
        rope

        %A Ada Lind
        %T The second of two
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("The first of two", "The second of two");
    assertThat(read.abstracts().getFirst())
        .isEqualTo("First paragraph of 40% of the text. % is a sign. Second paragraph.");
    assertThat(read.all(Field.DATE)).containsExactly("1999 March", "");
    assertThat(read.all(Field.KEYWORDS)).containsExactly("tar; nets; rope", "");
    assertThat(read.records())
        .extracting(SourceRecord::authors)
        .containsExactly(List.of("Jo Moreau"), List.of("Ada Lind"));
  }

  @Test
  void a_title_may_stand_before_the_type() throws IOException {
    Gathered read =
        Gathered.of(
            "%T Knots\n%0 Journal Article\n%A Lind, Ada\n%D 2021\n%X We tie.\n\n\n"
                + "%T Nets\n%D 2020\n\n\n%T Sails\n%0 Journal Article\n%D 2019\n");

    assertThat(read.titles()).containsExactly("Knots", "Nets", "Sails");
    assertThat(read.all(Field.DATE)).containsExactly("2021", "2020", "2019");
  }
}
