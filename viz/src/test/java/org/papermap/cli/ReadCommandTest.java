package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;

class ReadCommandTest {
  @TempDir Path folder;

  /// What the command said.
  private record Outcome(int status, String out, String err) {}

  private static Outcome papermap(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }

  @Test
  void shows_what_is_understood_of_each_file() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("p.csv"),
            "doi,title,abstract,authors,year\n10.1000/a,One,Words.,\"Lind, Ada; Moreau, Jo\",2020\n"
                + ",Two,NA,,\n");

    // When
    Outcome read = papermap("read", file);

    // Then
    assertThat(read.status()).as(read.err()).isEqualTo(ExitCode.OK);
    assertThat(read.out())
        .contains("p.csv: CSV, 2 papers of 2 records")
        .contains("  One\n    10.1000/a · 2020 · Lind, Ada; Moreau, Jo\n    Words. (6 characters)")
        .contains("    no abstract\n2 papers in all");
    assertThat(read.err()).contains("p.csv:3: no abstract, kept by its title: Two");
  }

  @Test
  void names_every_file_of_a_folder_that_is_not_read_and_the_first_three_of_each_loss()
      throws IOException {
    // Given
    Files.writeString(folder.resolve("a.csv"), "title,abstract\n" + ",no\n".repeat(5) + "One,A\n");
    Files.write(folder.resolve("d.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', '1'});
    Files.writeString(folder.resolve("n.toml"), "[paper]\ntitle = \"One\"\nabstract = \"A\"\n");

    // When
    Outcome read = papermap("read", folder, "--check");

    // Then
    assertThat(read.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(read.err().lines())
        .contains(
            folder + "/a.csv:4: dropped, no title: no title for: no",
            "… and 2 more dropped, no title",
            "passed over, TOML: " + folder + "/n.toml")
        .doesNotContain(folder + "/a.csv:5: dropped, no title: no title for: no");
    assertThat(read.err()).contains(folder + "/d.pdf");
  }

  @Test
  void writes_papers_that_read_back_the_same() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("p.csv"),
            "id,doi,title,abstract,authors,date,url,label,arxiv\n"
                + "k1,10.1000/a,One,Words.,\"Lind, Ada\",2020-02-03,https://example.org/,x,\n"
                + ",,Two,,,,,,2405.00001v2\n3,,Three,C,,,,,\n");
    Path out = folder.resolve("out.jsonl");

    // When
    Outcome read = papermap("read", file, "--out", out);

    // Then
    assertThat(read.status()).as(read.err()).isEqualTo(ExitCode.OK);
    CorpusReading first = CorpusReader.read(file);
    assertThat(first.corpus().size()).isEqualTo(3);
    assertThat(CorpusReader.read(out).corpus().papers()).isEqualTo(first.corpus().papers());
    assertThat(Files.readAllLines(out)).hasSize(3);
  }

  @Test
  void a_library_goes_round_in_the_form_that_the_name_asks_for() throws IOException {
    // Given
    String library = "TY  - JOUR\r\nTI  - One\r\nZZ  - kept\r\nER  - \r\n\r\n";
    Path file = Files.writeString(folder.resolve("zotero.ris"), library);

    // When
    Outcome ris = papermap("read", file, "--out", folder.resolve("out.ris"));
    Outcome csv = papermap("read", file, "--out", folder.resolve("out.csv"));
    Outcome bibtex = papermap("read", folder.resolve("out.csv"), "--out", folder.resolve("o.bib"));
    Outcome wrong = papermap("read", file, "--out", folder.resolve("out.docx"));

    // Then
    assertThat(ris.status()).as(ris.err()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(folder.resolve("out.ris"))).isEqualTo(library);
    assertThat(csv.status()).as(csv.err()).isEqualTo(ExitCode.OK);
    assertThat(bibtex.status()).as(bibtex.err()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(folder.resolve("o.bib"))).contains("title = {{One}}");
    assertThat(wrong.status()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err())
        .contains(
            "out.docx: papers cannot be written in this form. End the name with .jsonl, .csv, .ris"
                + " or");
  }

  @Test
  void columns_encoding_and_format_can_be_named() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("p.csv"),
            "Überschrift,Inhalt\nОдин два три четыре,Слова и ещё слова\n",
            Charset.forName("utf-16be"));

    // When
    Outcome unnamed = papermap("read", file);
    Outcome named =
        papermap(
            "read", file, "--encoding", "utf-16be", "--map", "title=Überschrift,abstract=Inhalt");
    List<Outcome> wrong =
        List.of(
            papermap("read", file, "--encoding", "none-such"),
            papermap("read", file, "--map", "colour=x"),
            papermap("read", file, "--format", "none-such"));

    // Then
    assertThat(unnamed.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(named.status()).as(named.err()).isEqualTo(ExitCode.OK);
    assertThat(named.out()).contains("  Один два три четыре");
    assertThat(wrong)
        .allSatisfy(it -> {
          assertThat(it.status()).isEqualTo(ExitCode.USAGE);
          assertThat(it.err().lines()).hasSizeLessThanOrEqualTo(2);
        });
  }

  @Test
  void a_work_met_twice_is_merged_marked_or_kept() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("p.csv"),
            "doi,title,abstract\n10.1000/A,One,A\nhttps://doi.org/10.1000/a,One,A b\n");

    // Then
    assertThat(papermap("read", file).err())
        .contains("p.csv:3: dropped, duplicate: as " + file + ":2, by 10.1000/a: One");
    assertThat(papermap("read", file, "--duplicates", "mark").out()).contains("2 papers in all");
    assertThat(papermap("read", file, "--duplicates", "keep").out()).contains("2 papers in all");
  }
}
