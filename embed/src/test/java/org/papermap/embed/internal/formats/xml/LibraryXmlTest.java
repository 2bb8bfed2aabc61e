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

  @Test
  void reads_mods_within_mets() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <mets:mets xmlns:mets="http://www.loc.gov/METS/"><mets:dmdSec ID="d"><mets:mdWrap>
            <mets:xmlData><mods:mods xmlns:mods="http://www.loc.gov/mods/v3">
            <mods:name><mods:role><mods:roleTerm type="text">author</mods:roleTerm></mods:role>
            <mods:namePart>Lind, Ada</mods:namePart></mods:name>
            <mods:originInfo><mods:dateIssued>2019-03-14</mods:dateIssued></mods:originInfo>
            <mods:abstract>We tie two hundred knots.</mods:abstract>
            <mods:titleInfo><mods:title>Knots in wet rope</mods:title></mods:titleInfo>
            </mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec></mets:mets>
            """);

    assertThat(read.words()).isEqualTo("MODS");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
    assertThat(read.all(Field.DATE)).containsExactly("2019-03-14");
  }

  @Test
  void reads_marc_as_catalogues_write_it() throws IOException {
    String record =
        """
        <marc:record><marc:leader>01234nam a2200289 a 4500</marc:leader>
        <marc:controlfield tag="001">991234</marc:controlfield>
        <marc:controlfield tag="008">190314s2019    xxu           000 0 eng d</marc:controlfield>
        <marc:datafield tag="024" ind1="7" ind2=" "><marc:subfield code="a">10.5555/k.1</marc:subfield>
        <marc:subfield code="2">doi</marc:subfield></marc:datafield>
        <marc:datafield tag="100" ind1="1" ind2=" "><marc:subfield code="a">Lind, A. B.,</marc:subfield>
        <marc:subfield code="e">author.</marc:subfield></marc:datafield>
        <marc:datafield tag="245" ind1="1" ind2="0"><marc:subfield code="a">Knots in wet rope :</marc:subfield>
        <marc:subfield code="b">a trial /</marc:subfield><marc:subfield code="c">Ada Lind.</marc:subfield></marc:datafield>
        %s<marc:datafield tag="520" ind1=" " ind2=" "><marc:subfield code="a">Thesis.</marc:subfield></marc:datafield>
        <marc:datafield tag="520" ind1="3" ind2=" "><marc:subfield code="a">We tie two hundred knots.</marc:subfield></marc:datafield>
        <marc:datafield tag="700" ind1="1" ind2=" "><marc:subfield code="a">Moreau, Jo.</marc:subfield></marc:datafield>
        <marc:datafield tag="700" ind1="1" ind2=" "><marc:subfield code="a">Berg, P.,</marc:subfield>
        <marc:subfield code="4">ths</marc:subfield></marc:datafield>
        </marc:record>
        """;
    String published =
        "<marc:datafield tag=\"264\" ind1=\" \" ind2=\"1\"><marc:subfield"
            + " code=\"c\">[2018]</marc:subfield></marc:datafield>\n";

    Gathered read =
        Gathered.of(
            "<marc:collection xmlns:marc=\"http://www.loc.gov/MARC21/slim\">\n"
                + record.formatted(published)
                + record.formatted("")
                + "</marc:collection>");

    assertThat(read.words()).isEqualTo("MARCXML");
    assertThat(read.titles()).containsOnly("Knots in wet rope: a trial");
    assertThat(read.abstracts()).containsOnly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, A. B.", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2018", "2019");
    assertThat(read.all(Field.DOI)).containsOnly("10.5555/k.1");
  }

  @Test
  void completes_the_year_of_endnote_by_the_day() throws IOException {
    String record =
        "<record><titles><title>Knots</title></titles><dates><year>2019</year>"
            + "<pub-dates><date>%s</date></pub-dates></dates></record>";

    Gathered read =
        Gathered.of(
            "<xml><records>"
                + record.formatted("Mar 14")
                + record.formatted("Epub 2018")
                + "</records></xml>");

    assertThat(read.all(Field.DATE)).containsExactly("2019 Mar 14", "2019");
  }

  @Test
  void reads_dublin_core_in_what_a_catalogue_answers() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:records><zs:record>
            <zs:recordSchema>dc</zs:recordSchema><zs:recordData>
            <srw_dc:dc xmlns:srw_dc="info:srw/schema/1/dc-schema" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>Knots in wet rope</dc:title><dc:creator>Lind, Ada</dc:creator>
            <dc:date>2019</dc:date><dc:description>We tie two hundred knots.</dc:description>
            </srw_dc:dc></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>
            """);

    assertThat(read.words()).isEqualTo("Dublin Core");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
  }

  @Test
  void names_of_bodies_and_parts_of_titles_are_whole_in_mods() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <mods><titleInfo><title>Knots</title><partNumber>Vol. 2</partNumber><partName>Wet rope</partName></titleInfo>
            <name type="corporate"><namePart>Harbour Office</namePart><namePart>Rope Board.</namePart>
            <role><roleTerm>pbl</roleTerm></role></name>
            <name type="personal"><namePart>Lind, Ada</namePart><namePart type="date">1870-1942</namePart></name></mods>
            """);

    assertThat(read.titles()).containsExactly("Knots. Vol. 2: Wet rope");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
  }

  @Test
  void whoever_made_a_work_in_mods_counts_where_no_author_is_named() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <mods><titleInfo><title>Knots</title></titleInfo>
            <name type="corporate"><namePart>Harbour Office</namePart><namePart>Rope Board.</namePart>
            <role><roleTerm>pbl</roleTerm></role></name></mods>
            """);

    assertThat(read.record(0).authors()).containsExactly("Harbour Office: Rope Board");
  }

  @Test
  void the_first_day_of_a_work_in_crossref_counts_and_a_thesis_has_its_author() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <doi_records><doi_record><crossref><dissertation>
            <person_name contributor_role="author"><given_name>Ada</given_name><surname>Lind</surname></person_name>
            <titles><title>Knots in wet rope</title></titles>
            <approval_date><year>1958</year></approval_date></dissertation></crossref></doi_record>
            <doi_record><crossref><journal><journal_article><titles><title>Nets</title></titles>
            <publication_date media_type="online"><month>05</month><year>2013</year></publication_date>
            <publication_date media_type="print"><month>03</month><year>2009</year></publication_date>
            </journal_article></journal></crossref></doi_record></doi_records>
            """);

    assertThat(read.record(0).authors()).containsExactly("Ada Lind");
    assertThat(read.all(Field.DATE)).containsExactly("1958", "2009-03");
  }

  @Test
  void a_book_in_endnote_has_its_editors() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <xml><records><record><ref-type name="Edited Book">28</ref-type><contributors><secondary-authors>
            <author>Lind, Ada</author><author>Moreau, Jo</author></secondary-authors></contributors>
            <titles><title>Knots</title></titles></record></records></xml>
            """);

    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
  }

  @Test
  void reads_what_hal_lists_in_tei() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>HAL TEI export</title></titleStmt></fileDesc></teiHeader>
            <text><body><listBibl><biblFull><titleStmt><title>Knots in wet rope</title>
            <author role="aut"><persName><forename>Ada</forename><surname>Lind</surname></persName></author></titleStmt>
            <sourceDesc><biblStruct><analytic><title>Knots in wet rope</title>
            <author role="aut"><persName><forename>Ada</forename><surname>Lind</surname></persName></author></analytic>
            <monogr><imprint><date type="datePub">2019-05</date></imprint></monogr><idno type="doi">10.5555/k.1</idno></biblStruct></sourceDesc>
            <profileDesc><abstract xml:lang="en"><p>We tie two hundred knots.</p></abstract></profileDesc></biblFull>
            <biblFull><titleStmt><title>Nets</title></titleStmt></biblFull></listBibl></body></text></TEI>
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind");
    assertThat(read.all(Field.DATE)).containsExactly("2019-05", "");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "");
  }
}
