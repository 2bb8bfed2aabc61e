package org.papermap.embed.internal.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.embed.internal.formats.Gathered.value;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Where the papers lie in JSON of many shapes.
class JsonShapesTest {
  private static final String ONE = "{\"title\": \"One\", \"abstract\": \"A.\"}";
  private static final String TWO = "{\"title\": \"Two\", \"abstract\": \"B.\"}";

  private static void assertHasBoth(String json) throws IOException {
    Gathered gathered = Gathered.of(json);
    assertThat(gathered.titles()).containsExactly("One", "Two");
    assertThat(gathered.abstracts()).containsExactly("A.", "B.");
    assertThat(gathered.told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json-wrapped-or-nested/columnar.json",
        "json-wrapped-or-nested/csl.json",
        "json-wrapped-or-nested/nested-data.json",
        "json-wrapped-or-nested/openalex.json",
        "json-wrapped-or-nested/openreview.jsonl",
        "json-wrapped-or-nested/s2-search.json",
        "not-text-yet-read/comments.json",
        "folder-passes-over-silently/dir/h.json"
      })
  void finds_the_six_papers_of(String path) throws IOException {
    SixPapers.assertAreIn(Gathered.ofCase(path));
  }

  @Test
  void reads_a_file_of_one_object() throws IOException {
    assertThat(Gathered.ofCase("folder-passes-over-silently/dir/b.json").titles())
        .containsExactly("Snow avalanches in alpine gullies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s, %s]",
        "[%s,\n%s,]",
        "%s\n%s\n",
        "%s %s",
        "[%s]\n[%s]",
        "{\"results\": [%s, %s]}",
        "{\"meta\": {\"count\": 2},\n \"results\": [%s, %s]}",
        "{\"message\": {\"facets\": {}, \"items\": [%s, %s]}}",
        "{\"hits\": {\"total\": 2, \"hits\": [{\"_source\": %s, \"_score\": 1}, {\"_source\":"
            + " %s}]}}",
        "{\"response\": {\"numFound\": 2, \"docs\": [%s, %s]}}",
        "{\"data\": {\"papers\": {\"edges\": [{\"node\": %s}, {\"node\": %s}]}}}",
        "{\"a\": {\"b\": {\"c\": {\"d\": [%s, %s]}}}}",
        "{\"0\": %s, \"1\": %s}",
        "{\"2023\": [%s], \"2024\": [%s]}",
        "{\"title\": \"My reading list\", \"papers\": [%s, %s]}",
        "{\"name\": \"My reading list\", \"description\": null, \"papers\": [%s, %s]}",
        "{\"page\": 1, \"papers\": [%s]}\n{\"page\": 2, \"papers\": [%s]}\n",
        "// found on Friday\n[%s, /* the second */ %s]",
        "# found on Friday\n{\"papers\": [%s, %s]}",
        "[{\"data\": %s, \"key\": \"K1\", \"library\": {\"name\": \"Ada\"}}, {\"data\": %s}]",
        "var papers = [%s, %s];\n",
        "// made by hand\nexport const PAPERS: Paper[] = [\n%s,\n%s,\n];\n",
        "window.DATA = window.DATA || {};\nwindow.DATA.papers = {\"papers\": [%s, %s]};",
        "'use strict';\nconst size = [1, 2];\nmodule.exports = [%s, %s]",
        "callback({\"results\": [%s, %s]});",
      })
  void finds_two_papers_in(String shape) throws IOException {
    assertHasBoth(shape.formatted(ONE, TWO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": {\"0\": \"One\", \"1\": \"Two\"}, \"abstract\": {\"0\": \"A.\", \"1\":"
            + " \"B.\"}}",
        "{\"title\": [\"One\", \"Two\"], \"abstract\": [\"A.\", \"B.\"], \"year\": [2020, 2021]}",
        "{\"columns\": [\"title\", \"abstract\"], \"index\": [0, 1], \"data\": [[\"One\", \"A.\"],"
            + " [\"Two\", \"B.\"]]}",
        "{\"schema\": {\"fields\": [{\"name\": \"title\", \"type\": \"string\"}, {\"name\":"
            + " \"abstract\"}]}, \"data\": [{\"index\": 0, \"title\": \"One\", \"abstract\":"
            + " \"A.\"}, {\"index\": 1, \"title\": \"Two\", \"abstract\": \"B.\"}]}",
        "{\"x\": {\"title\": \"One\", \"abstract\": \"A.\"}, \"y\": {\"title\": \"Two\","
            + " \"abstract\": \"B.\"}}",
        "[[\"title\", \"abstract\"], [\"One\", \"A.\"], [\"Two\", \"B.\"]]",
        "{\"values\": [[\"title\", \"abstract\"], [\"One\", \"A.\"], [\"Two\", \"B.\"]]}",
        "{\"columns\": [{\"name\": \"title\", \"values\": [\"One\", \"Two\"]}, {\"name\":"
            + " \"abstract\", \"values\": [\"A.\", \"B.\"]}]}",
        "[\"{\\\"title\\\": \\\"One\\\", \\\"abstract\\\": \\\"A.\\\"}\", \"{'title': 'Two',"
            + " 'abstract': 'B.'}\"]",
        "[{'title': 'One', 'abstract': 'A.', 'n': None}, {'title': \"Two\", 'abstract': 'B.'}]",
      })
  void finds_two_papers_in_the_table(String json) throws IOException {
    assertHasBoth(json);
  }

  @Test
  void takes_the_label_of_a_row_for_its_id_unless_it_is_a_number() throws IOException {
    Gathered gathered = Gathered.of("{\"10.5555/s.0\": %s, \"7\": %s}".formatted(ONE, TWO));

    assertThat(gathered.all(Field.ID)).containsExactly("10.5555/s.0", "");
  }

  @Test
  void does_not_take_what_a_paper_cites_for_papers() throws IOException {
    String json =
        """
        [{"title": "One", "journal": {"title": "Annals"}, "references": [{"title": "Old", "abstract": "C."}],
          "related": [{"title": "Near", "abstract": "D."}]}]
        """;

    assertThat(Gathered.of(json).titles()).containsExactly("One");
  }

  @Test
  void tells_records_without_a_title_among_others_and_keeps_their_lines() throws IOException {
    Gathered gathered =
        Gathered.of("{\"papers\": [\n%s,\n{\"doi\": \"10.1/x\"},\n%s\n]}".formatted(ONE, TWO));

    assertThat(gathered.records()).extracting(SourceRecord::line).containsExactly(2L, 3L, 4L);
    assertThat(gathered.titles()).containsExactly("One", "", "Two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"users\": [{\"name\": \"Ada\"}, {\"name\": \"Jo\"}]} | users",
        "[{\"login\": \"ada\", \"score\": 1}] | login, score",
        "[{\"id\": 1, \"full_name\": \"ada/bees\", \"name\": \"bees\", \"description\": \"Counts"
            + " bees.\"}] | x",
        "{\"meta\": {\"count\": 0}, \"results\": [], \"q\": \"bees\"} | q"
      })
  void refuses_json_without_papers_and_names_its_keys(String json, String keys) {
    assertThatThrownBy(() -> Gathered.of(json))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("JSON without a title in any record");
    assertThat(keys).isNotBlank();
  }

  @Test
  void passes_over_the_attachments_of_a_library() throws IOException {
    String json =
        """
        [{"key": "A", "data": {"itemType": "journalArticle", "title": "One", "abstractNote": "A.",
           "creators": [{"creatorType": "editor", "name": "E"}, {"creatorType": "author", "firstName": "Ada", "lastName": "Lind"}]}},
         {"key": "B", "data": {"itemType": "attachment", "title": "Full Text PDF"}}]
        """;

    Gathered gathered = Gathered.of(json);

    assertThat(gathered.titles()).containsExactly("One");
    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind");
    assertThat(gathered.told()).containsExactly("navigation 3: attachment: Full Text PDF");
  }

  @Test
  void reads_a_large_answer_list_by_list_and_misses_none() throws IOException {
    StringBuilder json = new StringBuilder("{\"status\": \"ok\", \"2023\": {\"papers\": [\n");
    String paper = "{\"title\": \"Paper %d\", \"abstract\": \"" + "Word. ".repeat(200) + "\"},\n";
    int each = 4000;
    for (int i = 0; i < each; i++) {
      json.append(paper.formatted(i));
    }
    json.append(
        "{\"title\": \"Last\"}]}, \"facets\": [{\"name\": \"x\"}], \"2024\": {\"papers\": [");
    for (int i = 0; i < each; i++) {
      json.append(paper.formatted(each + i));
    }
    json.append("{\"title\": \"End\"}]}}");

    Gathered gathered = Gathered.of(json.toString());

    assertThat(gathered.records()).hasSize(2 * each + 2);
    assertThat(value(gathered.record(2 * each + 1), Field.TITLE)).isEqualTo("End");
    assertThat(gathered.record(17).line()).isEqualTo(19);
    assertThat(gathered.told()).isEmpty();
  }

  @Test
  void reads_lines_whose_first_is_longer_than_the_head() throws IOException {
    String longLine = "{\"title\": \"Long\", \"abstract\": \"" + "Word. ".repeat(20_000) + "\"}";

    Gathered gathered = Gathered.of(longLine + "\n{\"title\": \"broken\", \n" + TWO + "\n");

    assertThat(gathered.titles()).containsExactly("Long", "Two");
    assertThat(gathered.told()).singleElement().asString().startsWith("malformed 2: broken JSON");
  }

  @Test
  void prefers_what_is_a_title_to_what_is_a_name() throws IOException {
    String json =
        "[{\"name\": \"kept\", \"title\": \"One\", \"abstract\": \"A.\"}, {\"name\": \"Two\","
            + " \"abstract\": \"B.\"}]";

    assertThat(Gathered.of(json).titles()).isEqualTo(List.of("One", "Two"));
  }

  @Test
  void leaves_what_only_begins_like_a_list_to_others() {
    assertThatThrownBy(() -> Gathered.of("[[papers]]\ntitle = \"One\"\nabstract = \"A.\"\n"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("TOML.");
  }

  @Test
  void a_list_with_a_title_and_a_description_of_its_own_is_no_paper() throws IOException {
    Gathered list =
        Gathered.of(
            "{\"title\":\"My list\",\"description\":\"For Thursday\",\"papers\":["
                + "{\"title\":\"Knots\",\"abstract\":\"We tie.\"},"
                + "{\"title\":\"Nets\",\"abstract\":\"They dry.\"}]}");
    Gathered feed =
        Gathered.of(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"A feed\",\"items\":["
                + "{\"id\":\"a\",\"title\":\"Knots\",\"content_html\":\"<p>We tie.</p>\"},"
                + "{\"id\":\"b\",\"title\":\"Nets\",\"content_html\":\"<p>They dry.</p>\"}]}");
    Gathered citing =
        Gathered.of(
            "[{\"title\":\"Knots\",\"abstract\":\"We tie.\",\"references\":["
                + "{\"title\":\"Old\",\"abstract\":\"x\"}]}]");

    assertThat(list.titles()).containsExactly("Knots", "Nets");
    assertThat(feed.titles()).containsExactly("Knots", "Nets");
    assertThat(citing.titles()).containsExactly("Knots");
  }

  @Test
  void reads_values_as_javascript_writes_them() throws IOException {
    assertHasBoth("let x = [{title: 'One', abstract: 'A.'}, {title: 'Two', \"abstract\": 'B.'}]");
  }

  @Test
  void refuses_a_script_without_papers() {
    assertThatThrownBy(() -> Gathered.of("const a = [1, 2];\nexport default {name: 'x'};\n"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("a script without a list of papers");
  }

  @Test
  void takes_keys_for_titles_where_the_records_have_none() throws IOException {
    String text = "We ask what rope does when it is wet. ".repeat(4);

    Gathered objects =
        Gathered.of(
            "{\"Knots in rope\": {\"abstract\": \"A.\"}, \"Nets at sea\": {\"abstract\": \"B.\"}}");
    Gathered texts =
        Gathered.of("{\"Knots in rope\": \"%s\", \"Nets at sea\": \"%s\"}".formatted(text, text));

    assertThat(objects.titles()).containsExactly("Knots in rope", "Nets at sea");
    assertThat(objects.abstracts()).containsExactly("A.", "B.");
    assertThat(texts.titles()).containsExactly("Knots in rope", "Nets at sea");
    assertThat(texts.abstracts()).containsOnly(text.strip());
  }

  @Test
  void reads_an_answer_that_lies_in_another_as_a_string() throws IOException {
    String body = "{\"papers\": [%s, %s]}".formatted(ONE, TWO).replace("\"", "\\\"");

    assertHasBoth("{\"statusCode\": 200, \"body\": \"%s\"}".formatted(body));
  }

  @Test
  void reads_authors_behind_nodes_and_edges() throws IOException {
    Gathered read =
        Gathered.of(
            "{\"title\": \"One\", \"abstract\": \"A.\", \"authors\": {\"edges\": [{\"node\":"
                + " {\"name\": \"Ada Lind\"}}, {\"node\": {\"name\": \"Jo Moreau\"}}]}}");

    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @Test
  void takes_no_package_of_software_for_a_paper() {
    assertThatThrownBy(() ->
            Gathered.of(
                "{\"name\": \"knots\", \"version\": \"1.3.0\", \"description\": \"Ties knots.\","
                    + " \"main\": \"index.js\", \"author\": \"Ada\", \"license\": \"MIT\"}"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith("JSON of something else, a package of software");
  }

  @Test
  void identifiers_may_be_listed_with_their_kinds() throws IOException {
    Gathered read =
        Gathered.of(
            """
            [{"title": "Knots in wet rope", "abstract": "We tie.",
              "external_ids": [{"type": "magid", "value": "7"}, {"type": "doi", "value": "10.5555/k.1"}]},
             {"title": "Nets that dry", "abstract": "We dry.",
              "pids": [{"scheme": "doi", "value": "10.5555/k.2"}, {"scheme": "pmid", "value": "30000001"}],
              "references": [{"type": "doi", "value": "10.5555/other"}]}]
            """);

    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "10.5555/k.2");
    assertThat(read.all(Field.PUBMED)).containsExactly("", "30000001");
  }

  @Test
  void recipes_are_no_papers() {
    assertThatThrownBy(() ->
            Gathered.of(
                """
                [{"@type": "Recipe", "name": "Soup", "author": {"name": "Kim"}, "description": "Hot."},
                 {"@type": "Recipe", "name": "Bread", "author": {"name": "Kim"}, "description": "Flat."}]
                """))
        .hasMessageStartingWith("JSON without a title in any record");
  }

  @Test
  void parts_of_a_date_may_be_objects_and_identifiers_lie_deeper() throws IOException {
    Gathered read =
        Gathered.of(
            """
            {"group": [{"work-summary": [{"title": {"title": {"value": "Knots in wet rope"}},
              "publication-date": {"year": {"value": "2019"}, "month": {"value": "05"}, "day": null},
              "external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": "10.5555/k.1"}]}}]},
             {"work-summary": [{"title": {"title": {"value": "Nets"}}, "abstract": "They dry.",
              "serial-number": {"doi": "10.5555/k.2"}}]}]}
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets");
    assertThat(read.all(Field.DATE)).containsExactly("2019-05", "");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "10.5555/k.2");
  }

  @Test
  void reads_xml_of_pubmed_and_endnote_that_programs_turned_into_json() throws IOException {
    Gathered read =
        Gathered.of(
            """
            {"PubmedArticleSet": {"PubmedArticle": [
              {"MedlineCitation": {"Article": {"Journal": {"JournalIssue": {"PubDate": {"Year": "2019", "Month": "May"}}},
                "ArticleTitle": "Knots in wet rope", "Abstract": {"AbstractText": "We tie."},
                "AuthorList": {"Author": [{"LastName": "Lind", "ForeName": "Ada"}]}}}},
              {"record": {"titles": {"title": "Nets that dry"}, "abstract": "They dry.",
                "contributors": {"authors": {"author": ["Moreau, Jo", "Berg, Kim"]}}, "dates": {"year": "2020"}}}]}}
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets that dry");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind");
    assertThat(read.record(1).authors()).containsExactly("Moreau, Jo", "Berg, Kim");
    assertThat(read.all(Field.DATE)).containsExactly("May 2019", "2020");
  }

  @Test
  void reads_rows_of_markdown_tables_by_their_ids() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            {"SLAM": {
              "2604.12345": "|**2026-04-30**|**Maps in the dark**|Jo Lind et.al.|[2604.12345](http://arxiv.org/abs/2604.12345)|null|\\n",
              "2604.12346": "|2026-04-29|Fields \\\\| maps|Ada Moreau|[pdf](http://arxiv.org/abs/2604.12346)|-|"
            }}
            """);

    assertThat(gathered.titles()).containsExactly("Maps in the dark", "Fields \\| maps");
    SourceRecord first = gathered.records().getFirst();
    assertThat(value(first, Field.DATE)).isEqualTo("2026-04-30");
    assertThat(value(first, Field.AUTHORS)).isEqualTo("Jo Lind et.al.");
    assertThat(value(first, Field.URL)).isEqualTo("http://arxiv.org/abs/2604.12345");
    assertThat(value(first, Field.ID)).isEqualTo("2604.12345");
  }

  @Test
  void reads_the_text_of_an_object_that_python_printed() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            [{"title": "One", "abstract": "{'sub': ['2', '3'], '#text': 'Knots hold.'}"},
             {"title": "Two", "abstract": "{x in R} is a set."}]
            """);

    assertThat(gathered.abstracts()).containsExactly("Knots hold.", "{x in R} is a set.");
  }

  @Test
  void reviews_and_packages_of_software_are_no_papers() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            {"notes": [
              {"id": "a", "content": {"title": "Knots", "abstract": "They hold."}},
              {"id": "b", "replyto": "a", "content": {"title": "Review of knots", "review": "Good."}},
              {"title": "knots", "description": "Ties.", "version": "1", "license": "MIT",
               "dependencies": {}}
            ]}
            """);

    assertThat(gathered.titles()).containsExactly("Knots");
    assertThat(gathered.told()).hasSize(2);
  }

  @Test
  void reads_an_index_of_words_that_was_printed() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            {"title": "One", "abstract": "{\\"IndexLength\\": 3, \\"InvertedIndex\\":
             {\\"Knots\\": [0], \\"in\\": [1], \\"rope\\": [2]}}"}
            """
                .replace(":\n ", ": "));

    assertThat(gathered.abstracts()).containsExactly("Knots in rope");
  }

  @Test
  void takes_whole_names_before_a_string_of_initials() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            {"title": "One", "abstractText": "A.", "authorString": "Lind A, Moreau J.",
             "authorList": {"author": [{"fullName": "Lind A", "firstName": "Ada", "lastName": "Lind"},
                                       {"fullName": "Moreau J", "firstName": "Jo", "lastName": "Moreau"}]}}
            """);

    assertThat(gathered.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
  }

  @Test
  void refuses_a_notebook() {
    assertThatThrownBy(() ->
            Gathered.of(
                "{\"cells\": [], \"metadata\": {\"title\": \"Quick look\", \"authors\": [{\"name\":"
                    + " \"Ada\"}]}, \"nbformat\": 4}"))
        .hasMessageContaining("a notebook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"en\": {\"title\": \"Title\", \"abstract\": \"Abstract\", \"authors\": \"Authors\"},"
            + " \"de\": {\"title\": \"Titel\", \"abstract\": \"Kurzfassung\"}}",
        "{\"form\": {\"title\": \"Title of your paper\", \"abstract\": \"Paste your abstract"
            + " here\"}, \"review\": {\"title\": \"Review\"}}",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\":"
            + " {\"title\": \"Station Montana\", \"description\": \"A station.\"}, \"geometry\":"
            + " {}}]}"
      })
  void labels_of_forms_and_places_on_maps_are_no_papers(String json) {
    assertThatThrownBy(() -> Gathered.of(json)).isInstanceOf(UnrecognizedException.class);
  }

  @Test
  void a_single_object_of_labels_is_told() throws IOException {
    Gathered read =
        Gathered.of("{\"title\": \"Titel\", \"abstract\": \"Zusammenfassung\", \"save\": \"Ja\"}");

    assertThat(read.records()).isEmpty();
    assertThat(read.told())
        .containsExactly("withoutTitle 1: labels or a description, and no paper");
  }

  @Test
  void an_abstract_may_lie_in_an_object_below_its_title() throws IOException {
    Gathered read =
        Gathered.of(
            "[{\"title\": \"Knots\", \"metadata\": {\"abstract\": \"We tie.\", \"year\": 2020}}]");

    assertThat(read.abstracts()).containsExactly("We tie.");
    assertThat(read.all(Field.DATE)).containsExactly("2020");
  }

  @Test
  void a_number_where_a_paper_should_be_is_told() throws IOException {
    Gathered read = Gathered.of("[{\"title\": \"Knots\", \"abstract\": \"We tie.\"}, 46.2]");

    assertThat(read.titles()).containsExactly("Knots");
    assertThat(read.told()).containsExactly("malformed 1: a number where an object should be");
  }
}
