package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.papermap.corpus.CorpusFiles.readCase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.ReadOptions.Duplicates;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Note;
import org.papermap.corpus.ReadReport.Reason;
import org.papermap.embed.internal.formats.SixPapers;

/// Files of the kinds that people have, and what is right.
class CasesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "list.md",
        "page-abstract-heading.txt",
        "page-authors-varied.txt",
        "page-venue.txt"
      })
  void a_page_has_its_titles_first_and_authors_and_venues_below(String file) throws IOException {
    CorpusReading reading = readCase("page-dump-author-line/" + file);

    assertThat(reading.corpus().papers()).extracting(Paper::title).isEqualTo(SixPapers.TITLES);
    assertThat(reading.report().drops()).isEmpty();
    Paper first = reading.corpus().paper(0);
    assertThat(first.authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(first.abstractText())
        .startsWith("We study when snow slides start")
        .endsWith("road wardens can use without a computer.");
  }

  @Test
  void a_page_tells_the_venue_and_year() throws IOException {
    Paper paper = readCase("page-dump-author-line/page-venue.txt").corpus().paper(1);

    assertThat(paper.authors()).containsExactly("Kim Park", "Li Wei");
    assertThat(paper.extra()).containsEntry("venue", "Annals of Made-up Things 21 (1), 2021");
    assertThat(paper.date()).isEqualTo(LocalDate.of(2021, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "prose.txt, 'prose, not a list of papers'",
    "latex.tex, LaTeX",
  })
  void what_is_no_list_of_papers_is_refused_by_its_name(String file, String name) {
    assertThatThrownBy(() -> readCase("not-text-yet-read/" + file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageContaining(file + ": " + name + ". ");
  }

  @Test
  void a_list_in_yaml_is_read() throws IOException {
    CorpusReading reading = readCase("not-text-yet-read/table.yaml");

    assertThat(reading.corpus().papers()).extracting(Paper::title).isEqualTo(SixPapers.TITLES);
    assertThat(reading.corpus().paper(0).abstractText())
        .startsWith("We study when snow slides start")
        .endsWith("road wardens can use without a computer.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe.txt", "comments.json"})
  void a_table_between_bars_and_json_with_comments_are_read(String file) throws IOException {
    CorpusReading reading = readCase("not-text-yet-read/" + file);

    assertThat(reading.corpus().papers()).extracting(Paper::title).isEqualTo(SixPapers.TITLES);
    assertThat(reading.corpus().paper(0).id()).isEqualTo("10.5555/s.0");
    assertThat(reading.corpus().paper(0).date()).isEqualTo(LocalDate.of(2020, 1, 1));
  }

  @Test
  void markup_is_gone_and_what_looks_like_it_stays() throws IOException {
    Paper jats = readCase("markup-kept/crossref.jsonl").corpus().paper(0);
    Paper latex = readCase("markup-kept/same-latex.jsonl").corpus().paper(0);

    assertThat(jats.title()).isEqualTo("What compost tell about field plots in grassl& soils");
    assertThat(jats.abstractText())
        .startsWith("Background We look at field plots")
        .contains("from the in vitro reference (CO2, p < 0.05).")
        .doesNotContain("jats");
    assertThat(latex.title())
        .endsWith("a study of 7 seasons à la Müller: $\\mathcal{O}(n^{0})$ & more");
    assertThat(latex.abstractText())
        .contains("differed by 55 % from the reference")
        .endsWith("We show $\\alpha \\le 0.0$ in situ.");
  }

  @Test
  void a_row_with_an_unclosed_quotation_mark_swallows_no_other() throws IOException {
    CorpusReading reading = readCase("csv-quotes/quote-swallows-rows.csv");

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly(
            SixPapers.TITLES.get(0),
            SixPapers.TITLES.get(1),
            SixPapers.TITLES.get(3),
            SixPapers.TITLES.get(4),
            SixPapers.TITLES.get(5));
    assertThat(reading.corpus().paper(1).abstractText())
        .startsWith("\"Wooden\" parts of old violins tell");
    assertThat(reading.report().drops())
        .extracting(Drop::line, Drop::reason)
        .containsExactly(tuple(4L, Reason.MALFORMED));
  }

  @Test
  void a_title_keeps_its_quotation_marks_and_an_unclosed_one_costs_its_row() throws IOException {
    CorpusReading inside = readCase("csv-quotes/inside.csv");
    CorpusReading unclosed = readCase("csv-quotes/unclosed.csv");

    assertThat(inside.report().drops()).isEmpty();
    assertThat(inside.corpus().papers())
        .extracting(Paper::title)
        .contains("\"Gestapelde\" What tillage tell about field plots in rice paddies");
    assertThat(unclosed.corpus().size()).isEqualTo(inside.corpus().size() - 1);
    assertThat(unclosed.report().drops())
        .extracting(Drop::line, Drop::reason)
        .containsExactly(tuple(5L, Reason.MALFORMED));
  }

  @Test
  void a_backslash_makes_a_quotation_mark_text() throws IOException {
    CorpusReading reading = readCase("csv-quotes/escaped.csv");

    assertThat(reading.corpus().size()).isEqualTo(6);
    assertThat(reading.corpus().paper(0).title())
        .isEqualTo("Snow avalanches \"in\" alpine gullies");
    assertThat(reading.corpus().paper(1).abstractText()).contains(" and \"we\" list the mistakes");
    assertThat(reading.report().drops()).isEmpty();
  }

  @Test
  void windows_1252_is_read_with_one_note_a_file() throws IOException {
    CorpusReading reading = readCase("cp1252/bibliothek.csv");

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .startsWith(
            "Müllers Kühe: Bodenfruchtbarkeit an der Grenze",
            "Schwingungen großer Brücken – Überblick",
            "L’érosion côtière et les récifs");
    assertThat(reading.corpus().paper(0).authors()).containsExactly("Gößmann, Jörg");
    assertThat(reading.report().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).contains("read as Windows-1252"));
    assertThat(readCase("cp1252/latin1.tsv").corpus().paper(0).title())
        .isEqualTo("Snow avalanches in alpine gullies – Übersicht für Gärten");
  }

  @Test
  void the_numbers_of_rows_are_no_ids() throws IOException {
    CorpusReading both = readCase("row-number-ids");

    assertThat(both.corpus().size()).isEqualTo(16);
    assertThat(both.report().drops()).isEmpty();
    assertThat(both.corpus().papers())
        .allSatisfy(paper -> {
          assertThat(paper.id()).matches("[0-9a-f]{16}");
          assertThat(paper.extra().get("source id")).matches("[1-8]");
        });
    assertThat(readCase("row-number-ids/monday.csv").corpus().paper(3).id())
        .isEqualTo(both.corpus().paper(11).id());
  }

  @Test
  void one_doi_in_four_spellings_is_one_paper() throws IOException {
    CorpusReading reading = readCase("same-work-many-ids/one-doi.jsonl");

    assertThat(reading.corpus().papers())
        .extracting(Paper::id)
        .containsExactly(
            "10.5555/made.up/77(2)",
            "10.5555/other/0",
            "10.5555/other/1",
            "10.5555/other/2",
            "10.5555/other/3");
    assertThat(reading.report().drops())
        .extracting(Drop::line, Drop::reason)
        .containsExactly(
            tuple(2L, Reason.DUPLICATE), tuple(3L, Reason.DUPLICATE), tuple(4L, Reason.DUPLICATE));
  }

  @Test
  void preprint_and_article_are_one_work_and_neighbors_are_not() throws IOException {
    CorpusReading merged = readCase("same-work-many-ids/preprints.jsonl");
    Path file = CorpusFiles.caseFile("same-work-many-ids/preprints.jsonl");
    CorpusReading marked =
        CorpusReader.read(List.of(file), ReadOptions.defaults().withDuplicates(Duplicates.MARK));
    CorpusReading kept =
        CorpusReader.read(List.of(file), ReadOptions.defaults().withDuplicates(Duplicates.KEEP));

    assertThat(merged.corpus().size()).isEqualTo(12);
    assertThat(merged.corpus().paper(1).id()).isEqualTo("2401.01001");
    assertThat(merged.corpus().paper(1).extra()).containsEntry("also as", "10.5555/journal.1");
    assertThat(merged.report().drops())
        .extracting(Drop::line, drop -> drop.detail().split(":", -1)[1])
        .containsExactly(
            tuple(13L, "2, by its title"),
            tuple(14L, "5, by its title"),
            tuple(15L, "9, by its title"));
    assertThat(marked.corpus().size()).isEqualTo(15);
    assertThat(marked.corpus().paper(14).extra()).containsEntry("same work as", "2408.01008");
    assertThat(kept.corpus().size()).isEqualTo(15);
    assertThat(kept.corpus().paper(14).extra()).doesNotContainKey("same work as");
  }

  @Test
  void placeholders_are_no_abstracts() throws IOException {
    CorpusReading zotero = readCase("placeholder-abstracts/zotero.csv");
    CorpusReading scopus = readCase("placeholder-abstracts/scopus.csv");

    assertThat(zotero.corpus().size()).isEqualTo(15);
    assertThat(zotero.corpus().papers().stream().filter(paper -> !paper.hasAbstract())).hasSize(6);
    assertThat(zotero.report().bare()).hasSize(6);
    assertThat(scopus.corpus().size()).isEqualTo(6);
    assertThat(scopus.corpus().paper(3).hasAbstract()).isFalse();
    assertThat(scopus.corpus().paper(3).text()).isEqualTo("Why ferries run late in spring tides");
    assertThat(scopus.corpus().paper(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(scopus.corpus().paper(0).id()).isEqualTo("2-s2.0-80");
  }

  @Test
  void dates_say_at_least_the_year_and_never_a_wrong_month() throws IOException {
    CorpusReading reading = readCase("dates-authors/dates.csv");

    assertThat(reading.corpus().papers())
        .extracting(paper -> String.valueOf(paper.date()))
        .containsExactly(
            "2021-03-15",
            "2022-09-01",
            "2021-03-01",
            "2020-01-01",
            "2013-03-01",
            "1989-08-01",
            "2000-11-01",
            "2021-03-15",
            "2021-03-15",
            "2021-03-15",
            "2021-03-15",
            "2021-03-15",
            "null",
            "2021-01-01",
            "1999-01-01",
            "2019-02-01");
    assertThat(reading.report().notes())
        .extracting(Note::line, Note::text)
        .containsExactly(
            tuple(5L, "date read in part, as 2020: Summer 2020"),
            tuple(14L, "no date that can be read: n.d."),
            tuple(17L, "date read in part, as 2019-02: 2019-02-30"));
  }

  @Test
  void authors_come_in_any_order_and_list() throws IOException {
    CorpusReading reading = readCase("dates-authors/authors-dates.csv");

    assertThat(reading.corpus().papers())
        .extracting(paper -> paper.authors().size())
        .containsExactly(1, 1, 2, 2, 3, 1, 2, 2, 2, 1, 2, 2, 2, 2, 1, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abs.csv", "german.csv", "plural.csv", "sep.csv"})
  void columns_have_many_names(String file) throws IOException {
    CorpusReading reading = readCase("column-names/" + file);

    assertThat(reading.corpus().papers()).extracting(Paper::title).isEqualTo(SixPapers.TITLES);
    assertThat(reading.corpus().papers()).allMatch(Paper::hasAbstract);
    assertThat(reading.corpus().paper(5).id()).isEqualTo("10.5555/s.5");
    assertThat(reading.corpus().paper(5).date()).isEqualTo(LocalDate.of(2025, 1, 1));
  }

  @Test
  void a_title_that_begins_as_a_formula_stays() throws IOException {
    assertThat(readCase("formula/formula-title.jsonl").corpus().paper(0).title())
        .isEqualTo("=HYPERLINK(1)");
  }

  @Test
  void letters_that_were_decoded_wrongly_are_mended() throws IOException {
    CorpusReading reading = readCase("c1-characters-deleted/rows.jsonl");

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .contains("Grammaires de dépendance formelles et théorie Sens-Texte");
    assertThat(reading.corpus().papers())
        .allSatisfy(
            paper -> assertThat(paper.text()).doesNotContainPattern("[\\u0080-\\u009F\\uFFFD]"));
    assertThat(reading.corpus().papers())
        .extracting(Paper::abstractText)
        .anyMatch(
            text -> text.contains("parfait de l’arbre") || text.contains("d’analyse syntaxi"));
    assertThat(reading.report().notes())
        .extracting(Note::text)
        .anyMatch(note -> note.startsWith("wrongly decoded letters were repaired: "));
  }
}
