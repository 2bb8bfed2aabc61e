package org.papermap.embed.internal.formats.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.SourceRecord.Original;

class RisTest {
  private static final String CASES = "tagged-text-read-as-page-dump/";

  /// The day is in `DA`; `Y1` counts where it says the same and more, or `DA` is of another year.
  @ParameterizedTest
  @CsvSource({
    "Y1=2020/03/01, DA=2020/05, 2020-05",
    "Y1=2020/05/01, DA=2020/05, 2020-05-01",
    "Y1=2020/01/01, DA=2020/05/12, 2020-05-12",
    "Y1=15 Jan. 2020, DA=2020, 15 Jan. 2020",
    "Y1=2020/03/01, DA=2019/11/20, 2020-03-01",
    "PY=2020;Y1=2020/03/01, DA=2019/11/20, 2020-03-01",
    "PY=2020;Y1=2020/03/01, DA=2020/05/12, 2020-05-12",
    "PY=2020, DA=MAY 12, 2020 MAY 12",
    "PY=2020;Y1=2020/03/01, DA=MAY 12, 2020 MAY 12",
    "PY=2020, DA=2019/11/20, 2020"
  })
  void tells_the_day_of_several_dates(String first, String second, String date) throws IOException {
    String dates = (first + ";" + second).replace("=", "  - ").replace(";", "\n");
    String text = "TY  - JOUR\nTI  - On the drying of nets\n" + dates + "\nER  - \n";

    assertThat(Gathered.of(text).all(Field.DATE)).containsExactly(date);
  }

  @Test
  void reads_a_library_of_zotero() throws IOException {
    Gathered read = Gathered.ofCase(CASES + "zotero.ris");

    assertThat(read.words()).isEqualTo("RIS");
    assertThat(read.told()).isEmpty();
    assertThat(read.titles()).isEqualTo(SixPapers.TITLES);
    SourceRecord first = read.record(0);
    assertThat(Gathered.value(first, Field.ABSTRACT))
        .startsWith("We study when snow slides start")
        .endsWith("use without a computer.");
    assertThat(first.authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(Gathered.value(first, Field.DATE)).isEqualTo("2020-05-02");
    assertThat(Gathered.value(first, Field.DOI)).isEqualTo("10.5555/s.0");
    assertThat(Gathered.value(first, Field.URL)).isEqualTo("https://example.org/0");
    assertThat(Gathered.value(first, Field.VENUE)).isEqualTo("Annals of Made-up Things");
  }

  @Test
  void reads_titles_behind_abstracts_and_the_year_that_the_date_repeats() throws IOException {
    Gathered read = Gathered.ofCase(CASES + "same.ris");

    assertThat(read.records()).hasSize(8);
    assertThat(read.titles().getFirst())
        .isEqualTo("What compost tell about field plots in grassland soils");
    assertThat(read.titles().getLast())
        .isEqualTo("What strain gauges tell about fatigue cracks in box girders");
    assertThat(read.abstracts().getLast()).startsWith("We look at fatigue cracks in box girders");
    assertThat(read.all(Field.DATE)).startsWith("2020-01-10", "2021-02-11");
    assertThat(read.all(Field.KEYWORDS)).startsWith("compost", "and", "tillage");
  }

  @Test
  void reads_the_spellings_of_other_programs() throws IOException {
    String text =
        """
        \uFEFF

        TY - JOUR
        T1 - On the drying of nets
        A1 - Berg, Anna; Ito, Tom
        Y1 - 2019///
        N2 - First line of the abstract
        AI - based nets dry faster
        and the last line.
        UR - https://doi.org/10.5555/nets.1
        UR - https://example.org/nets
        ER -
        ty  - chap
        ti  - A chapter on knots
        au  - Diaz, Omar
        py  - 2018
        er  -
        TY  - BOOK
        BT  - The whole book of knots
        ED  - Cruz, Ana
        PY  - 2017
        DA  - May 2
        ID  - cruz2017
        """;

    Gathered read = Gathered.of(text.replace("\n", "\r\n"));

    assertThat(read.titles())
        .containsExactly("On the drying of nets", "A chapter on knots", "The whole book of knots");
    assertThat(read.abstracts().getFirst())
        .isEqualTo("First line of the abstract AI - based nets dry faster and the last line.");
    assertThat(read.records())
        .extracting(SourceRecord::authors)
        .containsExactly(
            List.of("Berg, Anna", "Ito, Tom"), List.of("Diaz, Omar"), List.of("Cruz, Ana"));
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2018", "2017 May 2");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/nets.1", "", "");
    assertThat(read.told())
        .containsExactly("note 23: the content ends without an ER: it may be cut off");
  }

  @Test
  void an_abstract_that_speaks_in_tags_stays_an_abstract() throws IOException {
    String text =
        """
        TY  - JOUR
        TI  - A title
        AB  - We write
        IT - systems and
        ER - of the trade.
        AU  - Lind, A
        ER  -
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.abstracts()).containsExactly("We write IT - systems and ER - of the trade.");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void tells_what_stands_between_records_and_where_an_end_is_missing() throws IOException {
    String text =
        """
        Provider: A publisher
        Content: text/plain; charset="UTF-8"

        TY  - JOUR
        TI  - One title
        TI  - Another title
        KW  - one
        two
        TY  - JOUR
        TI  - The next
        ER  -
        Page 1 of 1
        """;

    Gathered read = Gathered.of(text);

    assertThat(read.titles()).containsExactly("One title", "The next");
    assertThat(read.all(Field.KEYWORDS)).containsExactly("one; two", "");
    assertThat(read.told())
        .containsExactly(
            "navigation 1: Provider: A publisher",
            "navigation 2: Content: text/plain; charset=\"UTF-8\"",
            "note 4: a second title in one record, left out: Another title",
            "note 9: the next record begins without an ER before it",
            "navigation 12: Page 1 of 1");
  }

  @Test
  void two_authors_of_one_name_stay_two() throws IOException {
    Gathered read =
        Gathered.of("TY  - JOUR\nTI  - T\nAU  - Wang, Y.\nAU  - Li, X.\nAU  - Wang, Y.\nER  - \n");

    assertThat(read.record(0).authors()).containsExactly("Wang, Y.", "Li, X.", "Wang, Y.");
  }

  @Test
  void keeps_every_tag_to_write_it_back() throws IOException {
    String text =
        """
        TY  - JOUR
        TI  - A title
        N1  - first line
        second line
        KW  - a
        KW  - b
        AB  - An abstract of sixty characters or more is not kept twice in memory.
        ER  -
        """;

    SourceRecord record = Gathered.of(text).record(0);

    assertThat(record.original())
        .extracting(Original::name, Original::value)
        .containsExactly(
            tuple("TY", "JOUR"),
            tuple("TI", "A title"),
            tuple("N1", "first line"),
            tuple("+", "second line"),
            tuple("KW", "a"),
            tuple("KW", "b"),
            tuple("AB=", "abstract"));
  }

  @Test
  void reads_utf_16() throws IOException {
    String text = "\uFEFFTY  - JOUR\nTI  - Müllers Kühe\nAU  - Grün, Ö.\nER  - \n";

    Gathered read = Gathered.of(text.getBytes(StandardCharsets.UTF_16LE), "kuehe.ris");

    assertThat(read.titles()).containsExactly("Müllers Kühe");
  }

  @Test
  void tags_behind_the_end_of_a_record_are_no_record() throws IOException {
    Gathered read =
        Gathered.of(
            "1.\nTY  - JOUR\nTI  - Knots in wet rope\nER  -\nNL  - J Knots\n\nLink to it\n\n2.\n"
                + "TY  - JOUR\nTI  - Nets that dry\nER  -\n");

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets that dry");
    assertThat(read.told()).allMatch(it -> it.startsWith("navigation "));
  }

  @Test
  void keeps_a_doi_with_pages_in_it_and_names_with_entities() throws IOException {
    Gathered read =
        Gathered.of(
            "TY  - JOUR\n"
                + "TI  - Knots\n"
                + "AU  - M&amp;uuml;ller, Eva; Lind, Ada\n"
                + "DO  - 10.1130/0016-7606(1999)111<1876:LQLINC>2.3.CO;2\n"
                + "ER  -\n"
                + "TY  - JOUR\n"
                + "TI  - Nets\n"
                + "DO  - 10.1659/0276(2004)024 [ 0096:RGD]2.0.CO;2\n"
                + "ER  -\n");

    assertThat(read.all(Field.DOI))
        .containsExactly(
            "10.1130/0016-7606(1999)111<1876:LQLINC>2.3.CO;2",
            "10.1659/0276(2004)024[0096:RGD]2.0.CO;2");
    assertThat(read.record(0).authors()).containsExactly("M&amp;uuml;ller, Eva", "Lind, Ada");
  }

  @Test
  void a_tag_with_one_blank_ends_a_name_and_not_an_abstract() throws IOException {
    Gathered read =
        Gathered.of(
            "TY  - JOUR\n"
                + "TI  - Knots\n"
                + "AU  - Lind, Ada\n"
                + "KW - rope\n"
                + "AB  - We measure\n"
                + "AN - and more.\n"
                + "ER  - \n");

    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
    assertThat(read.all(Field.KEYWORDS)).containsExactly("rope");
    assertThat(read.abstracts()).containsExactly("We measure AN - and more.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TY\u00A0 - JOUR\nTI\u00A0 - Knots\nER\u00A0 - \n",
        "TY – JOUR\nTI – Knots\nER –\n"
      })
  void knows_tags_that_a_page_or_a_word_processor_has_changed(String ris) throws IOException {
    assertThat(Gathered.of("Export citation\n\n" + ris).titles()).containsExactly("Knots");
    assertThat(Gathered.of(ris).titles()).containsExactly("Knots");
  }
}
