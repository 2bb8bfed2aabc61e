package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.ReadReport.Note;

class DuplicatesTest {
  @TempDir Path folder;

  @Test
  void the_first_record_takes_over_what_it_lacks() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "p.csv",
            """
            doi,title,abstract,authors,date,venue
            10.1000/a,One good title,,,,
            https://doi.org/10.1000/A,One good title,Words.,"Lind, Ada",2020-02-03,Annals
            """);

    Paper paper = reading.corpus().paper(0);
    assertThat(reading.corpus().size()).isEqualTo(1);
    assertThat(paper.abstractText()).isEqualTo("Words.");
    assertThat(paper.authors()).containsExactly("Lind, Ada");
    assertThat(paper.date()).isEqualTo(LocalDate.of(2020, 2, 3));
    assertThat(paper.extra()).containsEntry("venue", "Annals");
    assertThat(reading.report().bare()).isEmpty();
  }

  @Test
  void chapters_that_share_the_doi_of_their_book_stay_apart_and_are_told() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "p.csv",
            """
            doi,title,abstract
            10.1000/book,Snow avalanches in gullies,We study when slides start.
            10.1000/book,Bread made with acorn flour,Sixty loaves were baked and judged.
            """);

    assertThat(reading.corpus().papers()).extracting(Paper::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(reading.corpus().paper(0).id()).isEqualTo("10.1000/book");
    assertThat(reading.report().notes())
        .extracting(Note::text)
        .singleElement()
        .asString()
        .startsWith("10.1000/book is the id of ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Titles that many works have, without a text to know them by.
        "Editorial,,Ada Lind,\nEditorial,,Ada Lind,\n",
        // Numbers tell works apart.
        "\"Annual report of the snow patrol, part 1\",Words of thanks.,Ada Lind,\n"
            + "\"Annual report of the snow patrol, part 2\",Words of thanks.,Ada Lind,\n",
        // Two DOIs are two works, whatever the title.
        "Snow avalanches in alpine gullies,First words of it.,Ada Lind,10.1000/a\n"
            + "Snow avalanches in alpine gullies,Other text about birds.,Ada Lind,10.1000/b\n",
        // One title by different authors with different texts.
        "Snow avalanches in alpine gullies,First words of it.,Ada Lind,\n"
            + "Snow avalanches in alpine gullies,Other text about birds.,Kim Park,\n"
      })
  void works_that_only_look_alike_stay_apart(String rows) throws IOException {
    CorpusReading reading = reading(folder, "p.csv", "title,abstract,authors,doi\n" + rows);

    assertThat(reading.corpus().size()).isEqualTo(2);
    assertThat(reading.report().drops()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A preprint and the article.
        "Measuring snow avalanches in alpine gullies,We look at it.,\"Lind,"
            + " Ada\",10.48550/arXiv.2401.00001\n"
            + "Measurement of snow avalanches in alpine gullies.,This article.,A. Lind,10.1000/b\n",
        // The same without an abstract in one of two exports.
        "Snow avalanches in alpine gullies,We look at it.,\"Lind, Ada\",\n"
            + "SNOW AVALANCHES IN ALPINE GULLIES,,Ada Lind,\n"
      })
  void a_work_that_was_met_before_is_merged(String rows) throws IOException {
    CorpusReading reading = reading(folder, "p.csv", "title,abstract,authors,doi\n" + rows);

    assertThat(reading.corpus().size()).isEqualTo(1);
    assertThat(reading.report().drops()).hasSize(1);
  }

  @Test
  void works_with_ids_of_their_own_and_like_titles_are_both_kept_and_marked() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "p.csv",
            """
            id,title,abstract
            twin-a,"Snow avalanches in alpine gullies, part 14 (reprint)",We look at it with care.
            twin-b,"Snow avalanches in alpine gullies, part 14 [reprint]",We look at it with care.
            """);

    assertThat(reading.corpus().papers()).extracting(Paper::id).containsExactly("twin-a", "twin-b");
    assertThat(reading.corpus().paper(1).extra()).containsEntry("same work as", "twin-a");
    assertThat(reading.report().notes())
        .extracting(Note::text)
        .singleElement()
        .asString()
        .startsWith("perhaps the same work as ");
  }

  @Test
  void many_records_of_one_title_are_read_in_a_moment() throws IOException {
    String rows = "Book review,,,\n".repeat(30_000);

    CorpusReading reading = reading(folder, "p.csv", "title,abstract,authors,doi\n" + rows);

    assertThat(reading.corpus().size()).isEqualTo(30_000);
  }
}
