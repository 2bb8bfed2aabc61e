package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.corpus.CorpusFiles.file;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Reason;

class CsvTest extends CorpusFormatContract {
  @Override
  String write(List<Texts> papers) {
    return "title,abstract\n"
        + papers.stream()
            .map(paper -> quote(paper.title()) + "," + quote(paper.abstractText()) + "\n")
            .collect(Collectors.joining());
  }

  @Override
  String words() {
    return "CSV";
  }

  @Override
  long lineOf(int place) {
    return place + 2L;
  }

  private static String quote(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Test
  void reads_fields_with_quotes_commas_and_line_ends() throws IOException {
    String text =
        """
        Key,Item Title,Title,Abstract Note,Author,Publication Year,Url,DOI
        k1,x,"A ""quoted"", long
        title"," First line,
        \tsecond   line ","Ann Lee, Bob Ray and Cy Wu",2021,https://example.org/a?b=c#d,10.1/x
        """;

    CorpusReading reading = reading(folder, "p.csv", text);

    assertThat(reading.corpus().papers())
        .containsExactly(
            new Paper(
                "10.1/x",
                "A \"quoted\", long title",
                "First line, second line",
                List.of("Ann Lee", "Bob Ray", "Cy Wu"),
                LocalDate.of(2021, 1, 1),
                URI.create("https://example.org/a?b=c#d"),
                Map.of("Key", "k1", "Item Title", "x")));
  }

  @Test
  void counts_lines_and_not_rows() throws IOException {
    String text =
        """
        title,abstract
        One,"a

        b"
        Two
        Three,c,d
        Four,e,

        ,
        ,f
        Five,
        """;

    CorpusReading reading = reading(folder, "p.csv", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("One", "Four");
    String file = folder.resolve("p.csv").toString();
    assertThat(reading.report().drops())
        .containsExactly(
            new Drop(file, 5, Reason.MALFORMED, "2 columns are named and here are 1"),
            new Drop(file, 6, Reason.MALFORMED, "2 columns are named and here are 3"),
            new Drop(file, 10, Reason.NO_TITLE, "no title for: f"),
            new Drop(file, 11, Reason.NO_ABSTRACT, "no abstract for: Five"));
    assertThat(reading.report().dropCounts())
        .containsExactly(
            Map.entry(Reason.NO_TITLE, 1),
            Map.entry(Reason.NO_ABSTRACT, 1),
            Map.entry(Reason.MALFORMED, 2));
  }

  @Test
  void names_the_columns_when_one_is_missing() throws IOException {
    Path file = file(folder, "p.csv", ",query,abstract\n0,stars,\"About\nstars.\"\n");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(
            file
                + ": a table with no title column, only (no name), query, abstract."
                + " Name the columns \"title\" and \"abstract\" in the first row.");
  }

  @Test
  void names_the_columns_of_a_table_that_has_no_header() throws IOException {
    Path file = file(folder, "p.tsv", "3.6\tA dog runs\tA cat runs\n");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .hasMessageContaining(
            "a table with no title column and no abstract column, only 3.6, A dog runs, A cat"
                + " runs");
  }

  @Test
  void refuses_a_file_that_an_unclosed_quotation_mark_would_swallow() throws IOException {
    Path file = file(folder, "p.csv", "title,abstract\na,b\nc,\"d\ne,f\ng,h\n");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageStartingWith(file + ":2: after the row that begins here")
        .hasMessageEndingWith("Look for a quotation mark that is not closed.");
  }

  @Test
  void points_to_the_mark_when_rows_run_into_each_other() throws IOException {
    CorpusReading reading =
        reading(folder, "p.csv", "title,abstract\n\"One,a\nTwo,b\nThree\",c,d\nFour,e\n");

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Four");
    assertThat(reading.report().drops())
        .extracting(Drop::detail)
        .containsExactly(
            "2 columns are named and here are 3, over 3 lines: perhaps an unclosed quotation mark");
  }

  @Test
  void reads_semicolons_for_commas() throws IOException {
    CorpusReading reading = reading(folder, "p.csv", "Title;Abstract;Year\r\nA, B;c;2020.0\r\n");

    assertThat(reading.report().sources().getFirst().format()).isEqualTo("CSV with ';'");
    assertThat(reading.corpus().paper(0).title()).isEqualTo("A, B");
    assertThat(reading.corpus().paper(0).date()).isEqualTo(LocalDate.of(2020, 1, 1));
  }

  @Test
  void reads_a_header_alone_as_no_papers() throws IOException {
    assertThat(reading(folder, "p.csv", "title,abstract\n").corpus().isEmpty()).isTrue();
  }
}
