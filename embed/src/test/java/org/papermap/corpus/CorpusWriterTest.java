package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.corpus.CorpusFiles.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.CorpusWriter.Form;

class CorpusWriterTest {
  private static final String RIS_LIBRARY =
      """
      TY  - JOUR
      TI  - Müllers <i>Kühe</i>: 100% & more
      AU  - Müller, Ä.
      AU  - {The Cell Group}
      AU  - Müller, Ä.
      AB  - An abstract of more than sixty characters, which is not kept twice in memory.
      DA  - 2020/05/02/
      PY  - 2020
      DO  - 10.5555/S.0
      UR  - https://example.org/0
      UR  - https://example.org/1
      KW  - one
      KW  - two
      N1  - first line
      second line
      XY  - an unknown tag
      ER  -

      TY  - BOOK
      T1  - An old book without an abstract
      A2  - Lind, Ada
      N2  - NA
      Y1  - 1999///Spring
      ER  -

      """;

  private static final String BIBTEX_LIBRARY =
      """
      @string{jms = "J. of Made-up Studies"}
      @Article{Mueller:2020/a,
        author = {M{\\"u}ller, {\\"A}. and {The Cell Group}},
        title = {{M{\\"u}llers} K{\\"u}he: 100\\% \\& $x_{i}$},
        abstract = {An abstract of more than sixty characters, which is not kept twice in memory.},
        journal = jms,
        month = mar,
        year = 2020,
        doi = {10.5555/S.0},
        x-own_field = {{\\LaTeX} \\textbackslash{} ``two''}
      }

      @book{old, title = "An old book without an abstract", editor = {Lind, Ada}, year = {1999?}}
      """;

  @TempDir Path folder;

  @Test
  void a_library_in_ris_goes_round_and_loses_nothing() throws IOException {
    Corpus corpus = CorpusReader.read(file(folder, "zotero.ris", RIS_LIBRARY)).corpus();

    String written = written(corpus, "out.ris");

    assertThat(written.replace("ER  - \r\n", "ER  -\r\n"))
        .isEqualTo(RIS_LIBRARY.replace("\n", "\r\n"));
    assertThat(CorpusReader.read(folder.resolve("out.ris")).corpus().papers())
        .isEqualTo(corpus.papers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"between.jsonl", "between.csv"})
  void a_library_in_ris_goes_round_by_way_of_other_forms(String between) throws IOException {
    Corpus corpus = CorpusReader.read(file(folder, "zotero.ris", RIS_LIBRARY)).corpus();
    String direct = written(corpus, "direct.ris");

    written(corpus, between);
    Corpus again = CorpusReader.read(folder.resolve(between)).corpus();

    assertThat(written(again, "out.ris")).isEqualTo(direct);
    assertThat(again.papers()).extracting(Paper::title).isEqualTo(titles(corpus));
    assertThat(again.papers()).extracting(Paper::authors).isEqualTo(authors(corpus));
    assertThat(again.papers()).extracting(Paper::id).isEqualTo(ids(corpus));
  }

  @Test
  void a_library_in_bibtex_goes_round_with_its_keys_and_its_latex() throws IOException {
    Corpus corpus = CorpusReader.read(file(folder, "zotero.bib", BIBTEX_LIBRARY)).corpus();

    String written = written(corpus, "out.bib");

    assertThat(written)
        .isEqualTo(
            """
            @article{Mueller:2020/a,
              author = {M{\\"u}ller, {\\"A}. and {The Cell Group}},
              title = {{M{\\"u}llers} K{\\"u}he: 100\\% \\& $x_{i}$},
              abstract = {An abstract of more than sixty characters, which is not kept twice in memory.},
              journal = {J. of Made-up Studies},
              month = mar,
              year = {2020},
              doi = {10.5555/S.0},
              x-own_field = {{\\LaTeX} \\textbackslash{} ``two''}
            }

            @book{old,
              title = {An old book without an abstract},
              editor = {Lind, Ada},
              year = {1999?}
            }

            """);
    assertThat(CorpusReader.read(folder.resolve("out.bib")).corpus().papers())
        .isEqualTo(corpus.papers());
    assertThat(corpus.paper(0).title()).isEqualTo("Müllers Kühe: 100% & $x_{i}$");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void hostile_texts_come_back_as_they_were(Form form) throws IOException {
    List<String> titles =
        List.of(
            "=HYPERLINK(\"https://example.org\") is no formula",
            "@SUM(A1) and -1 and +2",
            "One } brace { too many } here and \\ there",
            "}} @article{x, title = {y}}",
            "100% of $5 #1 a_b ~ ^ & \"quoted\", 'single', ``two'' --- and -- dashes",
            "$x_{i}^2$ and \\alpha outside and {a, b}",
            "</script><b>Bold</b> claims & entities",
            "TY - JOUR is a tag, ER - too",
            "Emoji 👩‍🔬 and Ελληνικά and 漢字");
    List<Paper> papers =
        titles.stream()
            .map(title ->
                new Paper(
                    "id " + titles.indexOf(title),
                    // What the reader itself would leave of it.
                    title.replace("<b>", "").replace("</b>", ""),
                    title + " is what this abstract says",
                    List.of("Lind, Ada", "The A and B Group"),
                    LocalDate.of(2021, 3, 4),
                    URI.create("https://example.org/a_b%20{c}".replace("{c}", "c")),
                    Map.of("upvotes", "12")))
            .toList();
    Path file = folder.resolve("hostile" + ending(form));

    CorpusWriter.write(Corpus.of(papers), file);
    CorpusReading read = CorpusReader.read(List.of(file), ReadOptions.defaults());

    assertThat(read.report().drops()).isEmpty();
    assertThat(titles(read.corpus())).isEqualTo(titles(Corpus.of(papers)));
    assertThat(read.corpus().papers())
        .extracting(paper -> paper.abstractText().replace("<b>", "").replace("</b>", ""))
        .isEqualTo(
            papers.stream()
                .map(paper -> paper.abstractText().replace("<b>", "").replace("</b>", ""))
                .toList());
    assertThat(authors(read.corpus())).isEqualTo(authors(Corpus.of(papers)));
    assertThat(read.corpus().papers())
        .extracting(Paper::date)
        .containsOnly(LocalDate.of(2021, 3, 4));
    assertThat(read.corpus().papers()).extracting(Paper::url).containsOnly(papers.getFirst().url());
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void a_line_break_in_a_value_begins_no_record(Form form) throws IOException {
    Paper paper =
        Paper.of("1\nER  - ", "A title\r\nER  - \r\nTY  - JOUR\n@article{x,\n title={y}}", "Text");
    Path file = folder.resolve("broken" + ending(form));

    CorpusWriter.write(Corpus.of(List.of(paper)), file);

    assertThat(titles(CorpusReader.read(file).corpus()))
        .containsExactly("A title ER - TY - JOUR @article{x, title={y}}");
  }

  @Test
  void the_form_is_that_of_the_file_name() {
    assertThat(Form.of(Path.of("a", "B.BIB"))).isEqualTo(Form.BIBTEX);
    assertThatThrownBy(() -> Form.of(Path.of("papers.xlsx")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "papers.xlsx: papers cannot be written in this form. End the name with .jsonl, .csv,"
                + " .ris or .bib.");
  }

  private String written(Corpus corpus, String name) throws IOException {
    CorpusWriter.write(corpus, folder.resolve(name));
    return Files.readString(folder.resolve(name));
  }

  private static String ending(Form form) {
    return switch (form) {
      case JSON_LINES -> ".jsonl";
      case CSV -> ".csv";
      case RIS -> ".ris";
      case BIBTEX -> ".bib";
    };
  }

  private static List<String> titles(Corpus corpus) {
    return corpus.papers().stream().map(Paper::title).toList();
  }

  private static List<String> ids(Corpus corpus) {
    return corpus.papers().stream().map(Paper::id).toList();
  }

  private static List<List<String>> authors(Corpus corpus) {
    return corpus.papers().stream().map(Paper::authors).toList();
  }
}
