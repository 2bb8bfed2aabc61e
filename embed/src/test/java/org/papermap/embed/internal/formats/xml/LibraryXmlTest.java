package org.papermap.embed.internal.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class LibraryXmlTest {
  @Test
  void reads_what_crossref_tells_of_an_article() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <doi_records><doi_record><crossref><journal>
            <journal_metadata><full_title>Journal of Knots</full_title></journal_metadata>
            <journal_issue><publication_date><year>2018</year></publication_date></journal_issue>
            <journal_article>
            <titles><title>Knots in wet rope</title><subtitle>a trial</subtitle></titles>
            <contributors>
            <person_name contributor_role="author"><given_name>Ada</given_name><surname>Lind</surname></person_name>
            <person_name contributor_role="editor"><given_name>Jo</given_name><surname>Moreau</surname></person_name>
            <organization contributor_role="author">The Rope Group</organization>
            </contributors>
            <jats:abstract xmlns:jats="x"><jats:p>We tie two hundred knots.</jats:p></jats:abstract>
            <publication_date><month>07</month><day>03</day><year>2018</year></publication_date>
            <doi_data><doi>10.5555/k.1</doi><resource>https://example.org/k</resource></doi_data>
            <citation_list><citation><article_title>Other</article_title></citation></citation_list>
            </journal_article></journal></crossref></doi_record></doi_records>
            """);

    assertThat(read.words()).isEqualTo("Crossref XML");
    assertThat(read.titles()).containsExactly("Knots in wet rope: a trial");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "The Rope Group");
    assertThat(read.all(Field.DATE)).containsExactly("2018-07-03");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1");
    assertThat(read.all(Field.VENUE)).containsExactly("Journal of Knots");
  }

  @Test
  void reads_the_authors_of_a_book_in_pubmed_and_creators_in_mods() throws IOException {
    Gathered book =
        Gathered.of(
            """
            <PubmedBookArticle><BookDocument><PMID>1234567</PMID><Book><BookTitle>Knots</BookTitle>
            <AuthorList Type="authors"><Author><LastName>Lind</LastName><ForeName>Ada</ForeName></Author></AuthorList>
            </Book></BookDocument></PubmedBookArticle>
            """);
    Gathered mods =
        Gathered.of(
            """
            <mods><titleInfo><title>Nets</title></titleInfo><name><namePart>Lind, Ada</namePart>
            <role><roleTerm type="text">creator</roleTerm></role></name></mods>
            """);

    assertThat(book.record(0).authors()).containsExactly("Ada Lind");
    assertThat(mods.record(0).authors()).containsExactly("Lind, Ada");
  }

  @Test
  void refuses_rdf_that_holds_no_library() {
    assertThatThrownBy(() ->
            Gathered.of(
                "<rdf:RDF xmlns:rdf='r'><x:Thing"
                    + " xmlns:x='y'><x:title>A</x:title></x:Thing></rdf:RDF>"))
        .hasMessageStartingWith("XML without papers (root element RDF)");
  }
}
