package org.papermap.embed.internal.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.papermap.embed.internal.formats.Gathered.named;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;

/// Records in the shapes of the services that people fetch them from, after their documentation.
class JsonServicesTest {
  private static SourceRecord one(String json) throws IOException {
    Gathered gathered = Gathered.of(json);
    assertThat(gathered.records()).hasSize(1);
    return gathered.record(0);
  }

  private static void assertReads(
      SourceRecord record, String title, String abstractText, String date, String... authors) {
    assertThat(Gathered.value(record, Field.TITLE)).isEqualTo(title);
    assertThat(Gathered.value(record, Field.ABSTRACT)).isEqualTo(abstractText);
    assertThat(Gathered.value(record, Field.DATE)).isEqualTo(date);
    assertThat(record.authors()).containsExactly(authors);
  }

  @Test
  void puts_the_words_of_an_open_alex_index_in_order_the_repeated_ones_too() throws IOException {
    SourceRecord record =
        one(
            """
            {"meta": {"count": 1, "page": 1}, "results": [{"id": "https://openalex.org/W1",
              "doi": "https://doi.org/10.5555/x", "title": "T", "display_name": "T",
              "publication_year": 2024, "publication_date": "2024-03-05",
              "primary_location": {"landing_page_url": "https://example.org/a", "source": {"display_name": "Annals"}},
              "authorships": [{"author_position": "first", "author": {"id": "A1", "display_name": "Ada Lind"}, "institutions": [{"display_name": "U"}]},
                              {"author": {"display_name": null}, "raw_author_name": "J. Moreau"}],
              "abstract_inverted_index": {"dog": [4, 1], "The": [0], "saw": [2], "a": [3], "end.": [9]},
              "keywords": [{"display_name": "Dogs", "score": 0.5}], "referenced_works": ["https://openalex.org/W2"]}],
             "group_by": []}
            """);

    assertReads(record, "T", "The dog saw a dog end.", "2024-03-05", "Ada Lind", "J. Moreau");
    assertThat(named(record, "doi")).isEqualTo("https://doi.org/10.5555/x");
    assertThat(named(record, "journal")).isEqualTo("Annals");
    assertThat(named(record, "keywords")).isEqualTo("Dogs");
    assertThat(named(record, "name")).isEmpty();
  }

  @Test
  void reads_the_works_kept_from_open_alex_in_both_forms() throws IOException {
    Gathered array = Gathered.ofCase("json-wrapped-or-nested/works.json");
    Gathered lines = Gathered.ofCase("json-wrapped-or-nested/works.jsonl");

    assertThat(array.records()).hasSize(8);
    assertThat(array.titles()).isEqualTo(lines.titles());
    assertThat(array.abstracts()).isEqualTo(lines.abstracts());
    assertThat(array.abstracts().getFirst())
        .startsWith("We look at acoustic models in call-centre speech and ask how far subtitles")
        .endsWith("together with subtitles. With $n=10$ and v1.2 of the tool.");
  }

  @Test
  void reads_crossref() throws IOException {
    Gathered kept = Gathered.ofCase("json-wrapped-or-nested/crossref.json");
    SourceRecord record =
        one(
            """
            {"status": "ok", "message-type": "work", "message": {"DOI": "10.5555/x", "title": ["T"],
              "subtitle": ["S"], "abstract": "<jats:p>A.</jats:p>", "container-title": ["Annals"],
              "author": [{"given": "Ada", "family": "Lind", "sequence": "first", "affiliation": []}, {"name": "The Group"}],
              "created": {"date-parts": [[2021, 1, 1]], "date-time": "2021-01-01T00:00:00Z"},
              "published-print": {"date-parts": [[2020, 12]]}, "issued": {"date-parts": [[2020, 5, 2]]},
              "reference": [{"key": "1", "article-title": "Old"}]}}
            """);

    assertThat(kept.titles()).isEqualTo(SixPapers.TITLES);
    assertThat(kept.all(Field.DATE)).startsWith("2020-05-02", "2021-05-02");
    assertThat(kept.record(0).authors()).containsExactly("Ada Lind");
    assertReads(record, "T", "<jats:p>A.</jats:p>", "2020-05-02", "Ada Lind", "The Group");
    assertThat(named(record, "container-title")).isEqualTo("Annals");
  }

  @Test
  void reads_crossref_dates_of_nothing_as_none() throws IOException {
    SourceRecord record =
        one(
            "[{\"title\": [\"T\"], \"issued\": {\"date-parts\": [[null]]}, \"created\":"
                + " {\"date-parts\": [[2021]]}}]");

    assertReads(record, "T", "", "2021");
  }

  @Test
  void reads_semantic_scholar_with_its_short_summary_as_a_further_field() throws IOException {
    SourceRecord record =
        one(
            """
            {"total": 1, "offset": 0, "data": [{"paperId": "ab", "externalIds": {"DOI": "10.5555/x", "ArXiv": "2405.00001", "CorpusId": 7},
              "title": "T", "abstract": null, "tldr": {"model": "tldr@v2.0.0", "text": "Short."}, "year": 2020,
              "publicationDate": "2020-05-02", "journal": {"name": "Annals", "pages": "1-2"}, "venue": "",
              "authors": [{"authorId": "1", "name": "Ada Lind"}]}]}
            """);

    assertReads(record, "T", "", "2020-05-02", "Ada Lind");
    assertThat(named(record, "tldr")).isEqualTo("Short.");
    assertThat(named(record, "doi")).isEqualTo("10.5555/x");
    assertThat(named(record, "arxivid")).isEqualTo("2405.00001");
    assertThat(named(record, "journal")).isEqualTo("Annals");
  }

  @Test
  void reads_europe_pmc() throws IOException {
    Gathered gathered = Gathered.ofCase("json-wrapped-or-nested/europepmc.json");

    assertThat(gathered.titles()).isEqualTo(SixPapers.TITLES);
    assertThat(gathered.abstracts().getFirst()).startsWith("<h4>Background</h4>We study");
    assertThat(gathered.record(0).authors()).containsExactly("Lind A", "Moreau J");
    assertThat(gathered.all(Field.DATE)).startsWith("2020", "2021");
  }

  @Test
  void reads_open_review_of_both_versions() throws IOException {
    Gathered gathered =
        Gathered.of(
            """
            {"notes": [{"id": "a", "forum": "a", "pdate": 1700000000000, "cdate": 1690000000000, "content": {"title": {"value": "One"}, "abstract": {"value": "A."},
                "authors": {"value": ["Ada Lind", "Jo Moreau"]}, "keywords": {"value": ["k", "l"]}, "venue": {"value": "ICLR"}},
                "details": {"replies": [{"content": {"title": {"value": "Review"}, "abstract": {"value": "no"}}}]}},
              {"id": "b", "content": {"title": "Two", "abstract": "B.", "authors": ["Cy Wu"]}}], "count": 2}
            """);

    assertThat(gathered.records()).hasSize(2);
    assertReads(gathered.record(0), "One", "A.", "1700000000000", "Ada Lind", "Jo Moreau");
    assertReads(gathered.record(1), "Two", "B.", "", "Cy Wu");
    assertThat(named(gathered.record(0), "id")).isEqualTo("a");
    assertThat(named(gathered.record(0), "keywords")).isEqualTo("k; l");
  }

  @Test
  void reads_csl() throws IOException {
    SourceRecord record =
        one(
            """
            [{"id": "lind2020", "type": "article-journal", "title": "T", "abstract": "A.", "DOI": "10.5555/x",
              "author": [{"family": "Berg", "given": "Jo", "non-dropping-particle": "van den"}, {"literal": "The Group"}],
              "editor": [{"family": "Ed", "given": "It"}], "issued": {"date-parts": [["2020", 5]]}, "accessed": {"date-parts": [[2022]]}}]
            """);

    assertReads(record, "T", "A.", "2020-05", "Jo van den Berg", "The Group");
  }

  @Test
  void reads_dblp_with_one_hit_and_one_author() throws IOException {
    SourceRecord record =
        one(
            """
            {"result": {"query": "bees", "status": {"@code": "200", "text": "OK"}, "completions": {"c": {"@sc": "1", "text": "bees"}},
              "hits": {"@total": "1", "hit": {"@score": "2", "@id": "7", "info": {"authors": {"author": {"@pid": "1", "text": "Ada Lind 0001"}},
                "title": "T.", "venue": "ICLR", "year": "2020", "doi": "10.5555/x", "ee": "https://doi.org/10.5555/x"}}}}}
            """);

    assertReads(record, "T.", "", "2020", "Ada Lind 0001");
  }

  @Test
  void reads_the_metadata_of_arxiv_by_the_date_of_the_first_version() throws IOException {
    SourceRecord record =
        one(
            """
            {"id":"0704.0001","submitter":"P N","authors":"C. Bal\\\\'azs, E. L. Berger","title":"T\\n  goes on","abstract":"  A\\nb.\\n",
             "versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},{"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],
             "update_date":"2008-11-26","authors_parsed":[["Bal\\u00e1zs","C.",""],["Berger","E. L.","Jr."]]}
            """);

    assertReads(
        record,
        "T goes on",
        "A b.",
        "Mon, 2 Apr 2007 19:18:42 GMT",
        "C. Balázs",
        "E. L. Berger Jr.");
  }

  @Test
  void reads_the_indexes_of_physics_and_repositories() throws IOException {
    Gathered inspire =
        Gathered.of(
            """
            {"hits": {"hits": [{"id": "1", "metadata": {"titles": [{"title": "T", "source": "arXiv"}, {"title": "T."}],
              "abstracts": [{"value": "A.", "source": "arXiv"}, {"value": "Other A.", "source": "APS"}],
              "authors": [{"full_name": "Lind, Ada"}], "earliest_date": "2020-05-02", "dois": [{"value": "10.5555/x"}]}}], "total": 1}}
            """);
    Gathered ads =
        Gathered.of(
            """
            {"responseHeader": {"status": 0}, "response": {"numFound": 1, "docs": [{"bibcode": "2020A", "title": ["T"], "author": ["Lind, Ada"], "abstract": "A.", "pubdate": "2020-05-00"}]}}
            """);
    Gathered dataCite =
        Gathered.of(
            """
            {"data": [{"id": "10.5555/x", "type": "dois", "attributes": {"doi": "10.5555/x", "titles": [{"title": "T"}],
              "descriptions": [{"description": "Notes", "descriptionType": "Other"}, {"description": "A.", "descriptionType": "Abstract"}],
              "creators": [{"name": "Lind, Ada", "givenName": "Ada", "familyName": "Lind"}], "publicationYear": 2020}}]}
            """);
    Gathered hal =
        Gathered.of(
            """
            {"response": {"docs": [{"docid": "1", "title_s": ["T"], "abstract_s": ["A."], "authFullName_s": ["Ada Lind"], "producedDate_s": "2020-05-02"}]}}
            """);
    Gathered scopus =
        Gathered.of(
            """
            {"search-results": {"entry": [{"dc:title": "T", "dc:description": "A.", "dc:creator": "Lind A.", "prism:coverDate": "2020-05-02", "prism:doi": "10.5555/x"}]}}
            """);

    assertReads(inspire.record(0), "T", "A.", "2020-05-02", "Lind, Ada");
    assertReads(ads.record(0), "T", "A.", "2020-05-00", "Lind, Ada");
    assertReads(dataCite.record(0), "T", "A.", "2020", "Ada Lind");
    assertReads(hal.record(0), "T", "A.", "2020-05-02", "Ada Lind");
    assertReads(scopus.record(0), "T", "A.", "2020-05-02");
  }

  @Test
  void reads_parses_of_papers_with_their_title_in_the_metadata() throws IOException {
    SourceRecord record =
        one(
            """
            {"paper_id": "ab", "metadata": {"title": "T", "authors": [{"first": "Ada", "middle": ["B"], "last": "Lind"}]},
             "abstract": [{"text": "A.", "cite_spans": []}, {"text": "B."}], "body_text": [{"text": "Long.", "section": "Introduction"}],
             "bib_entries": {"BIBREF0": {"title": "Old", "authors": [], "year": 2001}, "BIBREF1": {"title": "Older"}}}
            """);

    assertReads(record, "T", "A. B.", "", "Ada Lind");
  }

  @Test
  void keeps_the_labels_of_parts() throws IOException {
    SourceRecord record =
        one(
            """
            {"PubmedArticleSet": {"PubmedArticle": [{"MedlineCitation": {"PMID": {"#text": "1"}, "Article": {"ArticleTitle": "T",
              "Abstract": {"AbstractText": [{"@Label": "BACKGROUND", "#text": "A."}, {"@Label": "RESULTS", "#text": "B."}]}}}}]}}
            """);

    assertReads(record, "T", "Background: A. Results: B.", "");
  }

  @Test
  void takes_one_language_of_several() throws IOException {
    SourceRecord record =
        one(
            "[{\"title\": {\"de\": \"Bienen\", \"en\": \"Bees\"}, \"abstract\": {\"de\": \"Wir.\","
                + " \"en\": \"We.\"}}]");

    assertReads(record, "Bees", "We.", "");
  }

  @Test
  void takes_titles_in_two_languages_for_those_of_one_work() throws IOException {
    Gathered read =
        Gathered.of(
            "{\"response\": {\"docs\": [{\"title_s\": [\"Knots\", \"Noeuds\"], \"abstract_s\":"
                + " [\"We tie.\", \"Nous nouons.\"], \"producedDate_s\": \"2019-05-01\"}]}}");

    assertThat(read.titles()).containsExactly("Knots");
  }

  @Test
  void finds_title_and_abstract_in_the_records_of_web_of_science() throws IOException {
    Gathered read =
        Gathered.of(
            """
            {"REC": [{"UID": "WOS:0001", "static_data": {
             "summary": {"pub_info": {"sortdate": "2019-05-01"}, "titles": {"count": 2, "title": [
               {"type": "source", "content": "JOURNAL OF KNOTS"},
               {"type": "item", "content": "Knots in wet rope"}]}},
             "fullrecord_metadata": {"abstracts": {"count": 1, "abstract": {"abstract_text":
               {"count": 1, "p": "We tie two hundred knots."}}}}}}]}
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
  }

  @Test
  void of_titles_and_abstracts_in_two_languages_the_first_count_and_the_day_of_upload_does_not()
      throws IOException {
    Gathered read =
        Gathered.of(
            """
            {"response": {"docs": [
             {"title_s": ["Nœuds", "Knots"], "abstract_s": ["Nous nouons.", "We tie."],
              "doiId_s": "10.1000/1", "producedDateY_i": 2020, "submittedDate_s": "2021-02-11 10:00:00"},
             {"title_s": ["Nets"], "abstract_s": ["We knit.", "Then we mend."],
              "doiId_s": "10.1000/2", "producedDateY_i": 2019, "submittedDate_s": "2020-02-11 10:00:00"}]}}
            """);

    assertThat(read.titles()).containsExactly("Nœuds", "Nets");
    assertThat(read.abstracts()).containsExactly("Nous nouons.", "We knit. Then we mend.");
    assertThat(read.all(Field.DOI)).containsExactly("10.1000/1", "10.1000/2");
    assertThat(read.all(Field.DATE)).containsExactly("2020", "2019");
  }

  @Test
  void an_original_title_stands_in_where_there_is_no_other() throws IOException {
    Gathered read =
        Gathered.of(
            """
            [{"DOI": "10.1000/1", "title": [], "original-title": ["Knoten"], "type": "journal-article"},
             {"DOI": "10.1000/2", "title": ["Nets"], "original-title": ["Netze"], "type": "journal-article"}]
            """);

    assertThat(read.titles()).containsExactly("Knoten", "Nets");
  }

  @Test
  void identifiers_are_known_in_small_letters() throws IOException {
    Gathered read =
        Gathered.of("{\"title\": \"Knots\", \"externalids\": {\"doi\": \"10.1000/1\"}}\n");

    assertThat(read.all(Field.DOI)).containsExactly("10.1000/1");
  }

  @Test
  void a_paper_of_a_forum_is_of_the_year_of_its_meeting() throws IOException {
    Gathered read =
        Gathered.of(
            """
            {"notes": [{"id": "a", "forum": "a", "cdate": 1727200000000, "odate": 1728200000000, "content": {"title": {"value": "One"}, "abstract": {"value": "A."}, "venue": {"value": "ICLR 2025 Poster"}}},
             {"id": "b", "forum": "b", "cdate": 1727200000000, "content": {"title": {"value": "Two"}, "abstract": {"value": "B."}, "venue": {"value": "TMLR"}}}]}
            """);

    assertThat(read.all(Field.DATE)).containsExactly("2025", "1727200000000");
  }
}
