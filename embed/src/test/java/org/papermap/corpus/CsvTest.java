package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.papermap.corpus.CorpusFiles.LONG;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                Map.of("Key", "k1", "Item Title", "x", "date:told", "2021")));
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

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One", "Four", "Five");
    String file = folder.resolve("p.csv").toString();
    assertThat(reading.report().drops())
        .containsExactly(
            new Drop(file, 5, Reason.MALFORMED, "2 columns are named and here are 1"),
            new Drop(file, 6, Reason.MALFORMED, "2 columns are named and here are 3"),
            new Drop(file, 10, Reason.NO_TITLE, "no title for: f"));
    assertThat(reading.report().bare()).containsExactly(new ReadReport.Line(file, 11, "Five"));
    assertThat(reading.report().dropCounts())
        .containsExactly(Map.entry(Reason.NO_TITLE, 1), Map.entry(Reason.MALFORMED, 2));
  }

  @Test
  void names_the_columns_when_one_is_missing() throws IOException {
    Path file = file(folder, "p.csv", ",query,abstract\n0,stars,\"About\nstars.\"\n");

    assertThatThrownBy(() -> CorpusReader.read(file))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(
            file
                + ": a table with no title column, only (no name), query, abstract."
                + " Name the columns \"title\" and \"abstract\" in the first row, or say which"
                + " they are with --map title=COLUMN,abstract=COLUMN.");
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
  void an_unclosed_quotation_mark_costs_its_own_row_alone() throws IOException {
    CorpusReading reading = reading(folder, "p.csv", "title,abstract\na,b\nc,\"d\ne,f\ng,h\n");

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("a", "e", "g");
    assertThat(reading.report().drops())
        .containsExactly(
            new Drop(
                folder.resolve("p.csv").toString(),
                3,
                Reason.MALFORMED,
                "a quotation mark that is not closed"));
  }

  @Test
  void rows_that_run_into_each_other_are_told_from_each_other() throws IOException {
    CorpusReading reading =
        reading(folder, "p.csv", "title,abstract\n\"One,a\nTwo,b\nThree\",c,d\nFour,e\n");

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Two", "Four");
    assertThat(reading.report().drops())
        .extracting(Drop::line, Drop::detail)
        .containsExactly(
            tuple(2L, "a quotation mark that is not closed"),
            tuple(4L, "2 columns are named and here are 3"));
  }

  @Test
  void keeps_quotation_marks_within_a_field() throws IOException {
    String text =
        """
        id;title;abstract
        a;"Stacked" plots and "more";An "abstract"
        b;"He said "yes" to it";B
        c;"D ""doubled"" marks";"C"
        """;

    CorpusReading reading = reading(folder, "p.csv", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title, Paper::abstractText)
        .containsExactly(
            tuple("\"Stacked\" plots and \"more\"", "An \"abstract\""),
            tuple("He said \"yes\" to it", "B"),
            tuple("D \"doubled\" marks", "C"));
    assertThat(reading.report().drops()).isEmpty();
  }

  @Test
  void keeps_lines_of_a_long_field_that_look_like_rows() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "p.csv",
            "title,abstract\nOne,\"First, second\nthird, fourth\nfifth, sixth\"\nTwo,b\n");

    assertThat(reading.corpus().papers())
        .extracting(Paper::abstractText)
        .containsExactly("First, second third, fourth fifth, sixth", "b");
  }

  @Test
  void reads_a_table_of_titles_and_refuses_one_whose_abstracts_have_another_name()
      throws IOException {
    String titles = "Author,Title,Year\nAda Lind,One,2020\n";
    Path other =
        file(
            folder,
            "o.csv",
            "Author,Title,Inhalt\nAda Lind,One,%s\n".formatted("long ".repeat(40)));

    assertThat(reading(folder, "p.csv", titles).corpus().paper(0).hasAbstract()).isFalse();
    assertThatThrownBy(() -> CorpusReader.read(other))
        .hasMessageContaining("a table with no abstract column, only Author, Title, Inhalt. ");
    ReadOptions named = ReadOptions.defaults().withName("abstract", "inhalt");
    assertThat(CorpusReader.read(List.of(other), named).corpus().paper(0).abstractText())
        .startsWith("long long");
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

  @Test
  void finds_the_names_of_the_columns_below_what_an_export_says_of_itself() throws IOException {
    String text =
        """
        "About the data: exported on Nov 3, 2025. Criteria: 'stars', all fields."

        Rank,DOI,Title,Abstract,PubYear
        1,10.1000/a,One,About stars.,2023
        Rank,DOI,Title,Abstract,PubYear
        2,10.1000/b,Two,About nets.,2022
        """;

    CorpusReading reading = reading(folder, "p.csv", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("One", "Two");
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().navigation())
        .extracting(ReadReport.Line::line)
        .containsExactly(1L, 5L);
  }

  @Test
  void a_short_row_that_has_its_texts_is_kept_and_told() throws IOException {
    String text =
        "Titel;Jahr;Zusammenfassung;Notiz\nEins;2020;Text.;gut\nZwei;2021;Wort.\nDrei;2022\n";

    CorpusReading reading = reading(folder, "p.csv", text);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Eins", "Zwei");
    assertThat(reading.report().notes())
        .extracting(ReadReport.Note::line, ReadReport.Note::text)
        .containsExactly(tuple(3L, "4 columns are named and here are 3"));
    assertThat(reading.report().drops()).extracting(Drop::line).containsExactly(4L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "year,month,day      | 2023,5,12       | 2023-05-12",
        "year,month          | 2023,May        | 2023-05-01",
        "year,month,day      | 2023,,          | 2023-01-01",
        "year,month          | 2023.0,5.0      | 2023-05-01",
        "year,month          | 2023,5-6        | 2023-01-01",
        "Publication Date,Publication Year | MAY 12,2023 | 2023-05-12",
        "Publication Date,Publication Year | 2023-05-12,2024 | 2023-05-12",
      })
  void a_date_may_be_spread_over_columns(String names, String values, LocalDate date)
      throws IOException {
    String text = "title,abstract,%s\nOne,About stars.,%s\n".formatted(names, values);

    assertThat(reading(folder, "p.csv", text).corpus().paper(0).date()).isEqualTo(date);
  }

  @Test
  void reads_ids_and_titles_alone_if_the_titles_read_like_those_of_papers() throws IOException {
    String papers =
        "id,title\n2301.00001,Knots that hold in wet rope\n2301.00002,On tar and old rope\n";
    Path films = file(folder, "f.csv", "id,title\n1,Alien\n2,The Thing\n");

    assertThat(reading(folder, "p.csv", papers).corpus().papers())
        .extracting(Paper::id)
        .containsExactly("2301.00001", "2301.00002");
    assertThatThrownBy(() -> CorpusReader.read(films))
        .hasMessageContaining("a table with no abstract column, only id, title");
  }

  @Test
  void of_columns_in_several_languages_the_english_one_counts() throws IOException {
    String text =
        "Titel (DE),Title (EN),abstract_fr,abstract_en\nEins,One,Des étoiles.,About stars.\n";

    Paper paper = reading(folder, "p.csv", text).corpus().paper(0);

    assertThat(paper.title()).isEqualTo("One");
    assertThat(paper.abstractText()).isEqualTo("About stars.");
    assertThat(paper.extra()).containsEntry("Titel (DE)", "Eins");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not provided",
        "This article has no abstract.",
        "Click here for abstract",
        "n/a",
        "-"
      })
  void what_says_that_there_is_no_abstract_is_none(String text) throws IOException {
    String table = "title,abstract\nOne,%s\nTwo,About nets.\n".formatted(text);

    CorpusReading reading = reading(folder, "p.csv", table);

    assertThat(reading.corpus().papers())
        .extracting(Paper::abstractText)
        .containsExactly("", "About nets.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Título;Autores;Data;Resumo",
        "Titolo;Autori;Data;Sommario",
        "Titolo;Autore/i;Anno;Sommario",
        "Titel;Autor*innen;Jahr;Zusammenfassung",
        "タイトル;著者;日付;要旨",
        "論文タイトル;著者名;発行日;抄録",
        "Название;Авторы;Дата;Аннотация",
        "题名;作者;发表时间;摘要",
        "제목;저자;날짜;초록",
        "Tytuł;Autorzy;Data;Streszczenie",
        "Başlık;Yazarlar;Tarih;Özet",
        "Titel;Författare;Datum;Sammanfattning",
        "Item Title;Author(s);Published Year;Abstract"
      })
  void knows_the_columns_of_many_languages(String header) throws IOException {
    String table = header + "\nOne;Ada Lind, Jo Moreau;2021-03-15;About nets.\n";

    Paper paper = reading(folder, "p.csv", table).corpus().paper(0);

    assertThat(paper.title()).isEqualTo("One");
    assertThat(paper.authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(paper.date()).isEqualTo(LocalDate.of(2021, 3, 15));
    assertThat(paper.abstractText()).isEqualTo("About nets.");
    assertThat(paper.extra()).isEmpty();
  }

  @Test
  void a_column_of_data_is_a_date_only_where_it_reads_as_one() throws IOException {
    String table = "title,abstract,data\nOne,About nets.,ImageNet 2012 and twenty-one other sets\n";

    Paper paper = reading(folder, "p.csv", table).corpus().paper(0);

    assertThat(paper.date()).isNull();
    assertThat(paper.extra()).containsKey("data");
  }

  @Test
  void the_year_of_a_paper_counts_before_the_day_on_which_its_row_was_made() throws IOException {
    String table = "Name,Created,Year,Abstract\nOne,2024-05-12,2019,About nets.\n";

    assertThat(reading(folder, "p.csv", table).corpus().paper(0).date())
        .isEqualTo(LocalDate.of(2019, 1, 1));
  }

  @Test
  void names_that_springer_writes_without_anything_between_them_are_several() throws IOException {
    String table =
        "Item Title,Publication Title,Item DOI,Authors,Publication Year\n"
            + "Knots,J,10.1007/k,Ada LindJo McMillanKim Park,2021\n";

    assertThat(reading(folder, "p.csv", table).corpus().paper(0).authors())
        .containsExactly("Ada Lind", "Jo McMillan", "Kim Park");
  }

  @Test
  void reads_columns_without_names_where_they_are_beyond_doubt() throws IOException {
    String table =
        "2405.00001\tKnots in wet rope\t%s\t2024-05-01\n2405.00002\tNets at sea, once more\t%s\t2024\n"
            .formatted(LONG, LONG);

    CorpusReading reading = CorpusReader.read(file(folder, "export.tsv", table));

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("Knots in wet rope", "Nets at sea, once more");
    assertThat(reading.corpus().paper(0).id()).isEqualTo("2405.00001");
    assertThat(reading.corpus().paper(0).dateText()).isEqualTo("2024-05-01");
    assertThat(reading.report().notes())
        .extracting(ReadReport.Note::text)
        .containsExactly("no row names the columns; they are read as arxiv, title, abstract, date");
  }

  @Test
  void asks_for_names_where_two_columns_may_be_the_title() {
    String table =
        "Knots in wet rope\tRope in wet knots\t%s\nNets at sea, once more\tSeas of nets, again\t%s\n"
            .formatted(LONG, LONG);

    assertThatThrownBy(() -> CorpusReader.read(file(folder, "export.tsv", table)))
        .hasMessageContaining("no title column");
  }

  @Test
  void reads_a_table_as_r_writes_it_with_row_names() throws IOException {
    String table =
        "\"title\" \"abstract\" \"year\"\n\"1\" \"Knots\" \"%s\" 2019\n\"2\" \"Nets\" NA 2020\n"
            .formatted(LONG);

    CorpusReading reading = CorpusReader.read(file(folder, "table.txt", table));

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Knots", "Nets");
    assertThat(reading.corpus().papers())
        .extracting(paper -> paper.dateText())
        .containsExactly("2019", "2020");
  }

  @Test
  void takes_the_names_of_columns_for_no_paper_where_one_file_was_put_behind_another()
      throws IOException {
    String one = "\uFEFFtitle,abstract\r\nKnots,\"%s\"\r\n".formatted(LONG);
    String two = "\uFEFFtitle,abstract\r\nNets,\"%s\"\r\n".formatted(LONG);

    CorpusReading reading = CorpusReader.read(file(folder, "both.csv", one + two));

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Knots", "Nets");
  }

  @Test
  void reads_what_is_guarded_from_spreadsheets_and_the_times_of_publishing() throws IOException {
    String table =
        "title,abstract,doi,publish_time\nKnots,%s,\"=\"\"10.5555/k.1\"\"\",2019-05-01\n"
            .formatted(LONG.replace(",", ""));

    CorpusReading reading = CorpusReader.read(file(folder, "guarded.csv", table));

    assertThat(reading.corpus().paper(0).id()).isEqualTo("10.5555/k.1");
    assertThat(reading.corpus().paper(0).dateText()).isEqualTo("2019-05-01");
  }

  @Test
  void what_stands_below_a_column_is_no_paper() throws IOException {
    CorpusReading reading =
        CorpusReader.read(
            file(
                folder,
                "sums.csv",
                "No.,Title of article,Author(s),Abstract (max. 250 words)\n"
                    + "1,Knots,\"Lind, Ada\",We tie.\n"
                    + "2,1984,\"Moreau, Jo\",\n"
                    + "Total,2,,\n"
                    + "3\n"));

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Knots", "1984");
    assertThat(reading.corpus().paper(0).abstractText()).isEqualTo("We tie.");
    assertThat(reading.report().navigation()).hasSize(1);
    assertThat(reading.report().drops()).extracting(ReadReport.Drop::line).containsExactly(5L);
  }

  @Test
  void short_titles_with_a_year_are_those_of_songs() {
    assertThatThrownBy(() ->
            CorpusReader.read(
                file(
                    folder,
                    "songs.csv",
                    "title,artist,album,year\n"
                        + "Long Rain Song,The Wet,Rain,2001\n"
                        + "Short Sun,The Dry,Sun,2002\n")))
        .isInstanceOf(CorpusFormatException.class);
  }

  @Test
  void keywords_in_the_tables_of_bibliometrix_are_no_ids() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "M.csv",
            """
            AU,TI,ID,AB,PY,DI
            "LIND, ADA;MOREAU, JO",KNOTS IN ROPES OF HEMP,KNOT THEORY; ROPES,THEY HOLD.,2022,10.1000/knots
            """);

    Paper paper = reading.corpus().paper(0);
    assertThat(paper.id()).isEqualTo("10.1000/knots");
    assertThat(paper.extra()).containsEntry("ID", "KNOT THEORY; ROPES");
  }

  @Test
  void long_columns_of_affiliations_hold_no_abstracts() throws IOException {
    String where = "Department of Knots, University of Bergen, Bergen, Norway; ".repeat(4);

    CorpusReading reading =
        reading(
            folder,
            "scopus.csv",
            "Authors,Title,Authors with affiliations\n\"Lind, A.\",Knots in ropes,\""
                + where
                + "\"\n");

    assertThat(reading.corpus().paper(0).title()).isEqualTo("Knots in ropes");
    assertThat(reading.corpus().paper(0).hasAbstract()).isFalse();
  }

  @Test
  void reads_what_databases_copy_out() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "works.tsv",
            "id\ttitle\tabstract\tauthors\tdoi\n"
                + "9000000001\tKnots in ropes\tThey hold.\\nMostly, if $\\\\nabla$.\t{\"Ada"
                + " Lind\",\"Jo Moreau\"}\t\\N\n"
                + "9000000002\tRopes of hemp\t\\N\t\\N\t10.1000/hemp\n");

    Corpus corpus = reading.corpus();
    assertThat(corpus.paper(0).abstractText()).isEqualTo("They hold. Mostly, if $\\nabla$.");
    assertThat(corpus.paper(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(corpus.paper(1).hasAbstract()).isFalse();
    assertThat(corpus.paper(1).authors()).isEmpty();
  }

  @Test
  void marks_with_a_backslash_may_end_a_field() throws IOException {
    Corpus corpus =
        reading(
                folder,
                "outfile.csv",
                "title;abstract;doi\n"
                    + "\"Ropes of hemp\";\\N;10.1000/b\n"
                    + "\"Corrigendum to \\\"Ropes of hemp\\\"\";\"They \\\"hold\\\""
                    + " well.\";10.1000/a\n")
            .corpus();

    assertThat(corpus.paper(0).hasAbstract()).isFalse();
    assertThat(corpus.paper(1).title()).isEqualTo("Corrigendum to \"Ropes of hemp\"");
    assertThat(corpus.paper(1).abstractText()).isEqualTo("They \"hold\" well.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"\"%s\"\"\"", "\"'%s'\"", "“%s”"})
  void quotation_marks_around_most_titles_are_no_part_of_them(String form) throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "quoted.csv",
            "Title,Authors,Abstract\n"
                + form.formatted("Knots in wet rope")
                + ",\"Lind, A.\",We tie.\n"
                + form.formatted("Nets that dry")
                + ","
                + form.formatted("Jo Moreau")
                + ",They dry.\n"
                + "What sails do,Kim Park,We look.\n");

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("Knots in wet rope", "Nets that dry", "What sails do");
    assertThat(reading.corpus().paper(1).authors()).containsExactly("Jo Moreau");
  }

  @Test
  void one_title_in_quotation_marks_keeps_them() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "one.csv",
            "Title,Abstract\n\"\"\"I do not know\"\"\",We ask.\nNets that dry,They dry.\n");

    assertThat(reading.corpus().paper(0).title()).isEqualTo("\"I do not know\"");
  }

  @Test
  void what_is_attached_to_a_paper_in_zotero_is_none() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "zotero.csv",
            "Key,Item Type,Title,Abstract Note\nA1,journalArticle,Knots,We tie.\n"
                + "A2,attachment,Full Text PDF,\nA3,note,Notes on knots,\n");

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Knots");
    assertThat(reading.report().navigation()).hasSize(2);
  }

  @Test
  void columns_may_be_the_questions_of_a_form() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "form.csv",
            "Timestamp,What is the title of the paper?,Link,Abstract (paste it here),Who suggested"
                + " it?\n"
                + "3/14/2024 9:05:11,Knots in wet rope,https://doi.org/10.5555/k.1,We tie.,Ada\n");

    assertThat(reading.corpus().paper(0).title()).isEqualTo("Knots in wet rope");
    assertThat(reading.corpus().paper(0).abstractText()).isEqualTo("We tie.");
    assertThat(reading.corpus().paper(0).date()).isNull();
  }

  @Test
  void knows_columns_that_are_named_in_two_languages() throws IOException {
    CorpusReading reading =
        reading(
            folder,
            "cnki.csv",
            "SrcDatabase-来源库,Title-题名,Author-作者,Summary-摘要,Year-年\n"
                + "期刊,绳结的强度,张建国;刘雪梅,本文研究绳结。,２０２０\n");

    Paper paper = reading.corpus().paper(0);
    assertThat(paper.title()).isEqualTo("绳结的强度");
    assertThat(paper.abstractText()).isEqualTo("本文研究绳结。");
    assertThat(paper.authors()).containsExactly("张建国", "刘雪梅");
    assertThat(paper.date()).isEqualTo(LocalDate.of(2020, 1, 1));
  }

  @Test
  void knows_the_questions_of_forms_in_other_languages() throws IOException {
    String text =
        "Marca temporal,Título del artículo,\"Autores (apellido, nombre)\",Resumen (pegar aquí),Año"
            + " de publicación,DOI o enlace\n"
            + "9/11/2025 18:20:41,Nudos,\"Lind, Ada; Moreau, Jo\",Atamos"
            + " nudos.,2022,https://doi.org/10.1000/1\n";

    Paper paper = reading(folder, "p.csv", text).corpus().paper(0);

    assertThat(paper.title()).isEqualTo("Nudos");
    assertThat(paper.abstractText()).isEqualTo("Atamos nudos.");
    assertThat(paper.authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(paper.dateText()).isEqualTo("2022");
    assertThat(paper.id()).isEqualTo("10.1000/1");
  }

  @Test
  void reads_a_table_whose_rows_a_spreadsheet_has_put_into_one_cell_each() throws IOException {
    String text =
        "^title,authors,abstract^\n"
            + "^Knots,^^Lind, Ada; Moreau, Jo^^,^^We tie, and say ^^^^hold^^^^.^^^\n"
            + "^Nets,^^Park, Kim^^,They dry.^\n";

    CorpusReading reading = reading(folder, "p.csv", text.replace('^', '"'));

    assertThat(reading.corpus().papers())
        .extracting(Paper::title, Paper::abstractText)
        .containsExactly(tuple("Knots", "We tie, and say \"hold\"."), tuple("Nets", "They dry."));
    assertThat(reading.corpus().paper(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
  }
}
