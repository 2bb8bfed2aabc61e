package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDatesTest {
  private static final String TABLE =
      "title,date,abstract\nOne,2021,About nets.\nTwo,May 2020,About knots.\n"
          + "Three,2019-03-15,About sails.\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "csv", "ris", "bib"})
  void a_year_alone_stays_one_there_and_back(String ending) throws IOException {
    Corpus corpus = reading(folder, "p.csv", TABLE).corpus();
    Path written = folder.resolve("w." + ending);
    CorpusWriter.write(corpus, written);

    Corpus back = CorpusReader.read(written).corpus();

    assertThat(Files.readString(written)).doesNotContain("2021-01", "2021/01", "2020-05-01");
    assertThat(back.papers())
        .extracting(Paper::dateText)
        .containsExactly("2021", "2020-05", "2019-03-15");
    assertThat(back.papers())
        .extracting(Paper::date)
        .containsExactly(
            LocalDate.of(2021, 1, 1), LocalDate.of(2020, 5, 1), LocalDate.of(2019, 3, 15));
  }

  @Test
  void is_no_further_field_that_people_read() throws IOException {
    assertThat(reading(folder, "p.csv", TABLE).corpus().paper(0).shown()).isEmpty();
  }

  @Test
  void the_day_that_another_record_of_the_same_work_tells_completes_a_year() throws IOException {
    String one = "title,doi,date,abstract\nOne knot,10.5555/k,2021,About nets.\n";
    String day = "One knot,10.5555/k,2021-03-15,About nets.\n";
    String other = "One knot,10.5555/k,2020-03-15,About nets.\n";

    assertThat(reading(folder, "a.csv", one + day).corpus().paper(0).dateText())
        .isEqualTo("2021-03-15");
    assertThat(reading(folder, "b.csv", one + other).corpus().paper(0).dateText())
        .isEqualTo("2021");
  }

  @Test
  void a_venue_may_tell_the_year_and_nobody_is_no_author() throws IOException {
    String text =
        "Title: One\nAuthors: [Anonymous]\nVenue: Knots 9 (2020)\nAbstract: About nets.\n\n"
            + "Title: Two\nAuthors: Ada Lind\nVenue: Studies 1999-2004\nAbstract: About knots.\n";

    Corpus corpus = reading(folder, "p.txt", text).corpus();

    assertThat(corpus.papers()).extracting(Paper::dateText).containsExactly("2020", "");
    assertThat(corpus.paper(0).authors()).isEmpty();
  }

  @Test
  void a_paper_of_arxiv_without_a_date_is_of_the_month_that_its_identifier_tells()
      throws IOException {
    String text =
        """
        title,arxiv,date,abstract
        One,2511.93107,,About nets.
        Two,cs/9901001,,About knots.
        Three,2401.00001,2024-01-05,About sails.
        Four,2413.00001,,About tar.
        """;

    assertThat(reading(folder, "p.csv", text).corpus().papers())
        .extracting(Paper::dateText)
        .containsExactly("2025-11", "1999-01", "2024-01-05", "");
  }
}
